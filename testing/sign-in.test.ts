import { expect, test } from 'vitest';
import { noDesktop } from '../main/no-desktop.ts';
import type { Cookie } from '../main/settings/cookies.ts';
import { openTestBellhop, type TestBellhop } from './bellhop.ts';
import { rawServer } from './raw-server.ts';

// What becomes of a person's signing in; the window itself is tried in e2e/sign-in.test.ts.

const cookie = (domain: string): Cookie => ({
  ...{ name: 'sid', value: 'secret', domain, hostOnly: true, path: '/', secure: false, httpOnly: true },
  ...{ sameSite: 'lax', expires: null },
});
const own = cookie('127.0.0.1');

const guarded = () => rawServer((response) => response.writeHead(401).end());

async function add(bellhop: TestBellhop, url: string): Promise<string> {
  const draft = { name: 'S', url, dialect: 'rows', mapping: null, credential: { kind: 'none' } } as const;
  const { id } = await bellhop.requests.addSource(draft);
  return id;
}

/** The one source, once its feed has stopped with these words. */
const stopped = async (bellhop: TestBellhop, text: string) => {
  const isStopped = ({ feed }: { feed: { kind: string; why?: { text: string } | null } }) =>
    feed.kind === 'stopped' && feed.why?.text === text;
  const { sources } = await bellhop.state(({ sources }) => sources.some(isStopped));
  return sources[0];
};

test('who signs in has a session: only the source’s own cookies are kept, and it is tried at once', async () => {
  const server = await guarded();
  const bellhop = openTestBellhop();
  const id = await add(bellhop, server.url);
  await stopped(bellhop, 'wants you to sign in');
  bellhop.desktop.signIn = { signedIn: true, cookies: [own, cookie('login.example')] };
  expect(await bellhop.requests.signIn({ id })).toEqual({
    signedIn: true,
    text: `Signed in at 127.0.0.1:${server.port}, until Bellhop quits.`, // this desktop has no keyring
  });
  expect(bellhop.jars.of(id).read()).toEqual([own]);
  // It said no once more: signing in again is the cure.
  const source = await stopped(bellhop, 'wants you to sign in again');
  expect(source).toMatchObject({ credentialKind: 'session', credentialMissing: false });
  expect(source?.feed).toMatchObject({ why: { code: 'sign-in' } });
});

test('who gives up is told so, and nothing changed', async () => {
  const bellhop = openTestBellhop();
  const id = await add(bellhop, (await guarded()).url);
  bellhop.desktop.signIn = { signedIn: false, reason: ['signInClosed'] };
  expect(await bellhop.requests.signIn({ id })).toEqual({
    signedIn: false,
    text: 'You closed the window before you were signed in.',
  });
  expect(bellhop.settings.read().sources[0]).toMatchObject({ credentialKind: 'none' });
  expect(bellhop.jars.of(id).read()).toBeNull();
});

test('without a display it is said that signing in takes the desktop app', async () => {
  const bellhop = openTestBellhop();
  const id = await add(bellhop, (await guarded()).url);
  bellhop.host.signIn = noDesktop.signIn;
  const text = expect.stringContaining('takes the desktop app');
  expect(await bellhop.requests.signIn({ id })).toEqual({ signedIn: false, text });
});

test('a session doesn’t go to another server, nor survive another credential or the source', async () => {
  const bellhop = openTestBellhop();
  const url = (await guarded()).url;
  const id = await add(bellhop, url);
  bellhop.desktop.signIn = { signedIn: true, cookies: [own] };
  const edit = async (part: object) => {
    await bellhop.requests.signIn({ id });
    expect(bellhop.jars.of(id).read()).toEqual([own]);
    const [source] = bellhop.settings.read().sources;
    if (source) await bellhop.requests.editSource({ ...source, credential: null, ...part });
    return bellhop.jars.of(id).read();
  };
  expect(await edit({ name: 'Renamed' })).toEqual([own]);
  expect(await edit({ credential: { kind: 'session' } })).toEqual([own]);
  expect(bellhop.forgotten).toEqual([]);
  expect(await edit({ url: (await guarded()).url })).toBeNull(); // the same host, another port
  expect(await edit({ credential: { kind: 'bearer', token: 't' } })).toBeNull();
  expect(bellhop.forgotten).toEqual([id, id]);
  await bellhop.requests.removeSource({ id, keepHistory: false });
  expect(bellhop.forgotten).toEqual([id, id, id]);
});

test('a source that moved while the person signed in elsewhere doesn’t get those cookies', async () => {
  const bellhop = openTestBellhop();
  const id = await add(bellhop, (await guarded()).url);
  const elsewhere = (await guarded()).url;
  bellhop.host.signIn = async () => {
    const [source] = bellhop.settings.read().sources;
    if (source) await bellhop.requests.editSource({ ...source, url: elsewhere, credential: null });
    return { signedIn: true, cookies: [own] };
  };
  await expect(bellhop.requests.signIn({ id })).rejects.toThrow('was changed while you signed in');
  expect(bellhop.jars.of(id).read()).toBeNull();
  expect(bellhop.forgotten).toEqual([id]);
});
