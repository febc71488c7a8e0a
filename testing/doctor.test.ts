import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { mastodon } from '../main/feed/presets.ts';
import type { Credential, Diagnosis } from '../preload/contract.ts';
import { openTestBellhop, type TestBellhop } from './bellhop.ts';
import { bellhop as command, headless } from './command.ts';
import { fakeMastodon } from './fakes/mastodon.ts';
import { fakeMercure } from './fakes/mercure.ts';
import { fakeNtfy } from './fakes/ntfy.ts';
import { selfSignedCertificate } from './faults/certificate.ts';
import { faultyProxy } from './faults/proxy.ts';
import { temporaryFolder } from './folder.ts';
import { untilGreeted, untilOpen } from './history.ts';

/** The doctor's walk from servers that are no companion to the toast, and a test sent along it. */

const TOKEN = 'tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2';
const bearer = (token = TOKEN) => ({ kind: 'bearer', token }) as const;

type Served = {
  dialect: 'ntfy' | 'mercure' | 'json';
  mapping: typeof mastodon.mapping | null;
  url: string;
  publish: (text: string) => unknown;
  cut: () => void;
  /** How often it gives a sign of life, as the doctor says it. */
  due: string;
};

const servers: Record<string, () => Promise<Served>> = {
  async ntfy() {
    const server = await fakeNtfy({ access: { header: `Bearer ${TOKEN}`, topics: ['alerts'] } });
    const publish = (message: string) => server.publish('alerts', { message });
    const how = { dialect: 'ntfy', mapping: null, due: '45 seconds' } as const;
    return { ...how, url: `${server.url}/alerts`, publish, cut: server.cut };
  },
  async mercure() {
    const hub = await fakeMercure({ token: TOKEN });
    const publish = (message: string) => hub.publish('news', { message });
    const how = { dialect: 'mercure', mapping: null, due: '40 seconds' } as const;
    return { ...how, url: hub.url('news'), publish, cut: hub.cut };
  },
  async json() {
    const server = await fakeMastodon({ token: TOKEN });
    const how = { dialect: 'json', mapping: mastodon.mapping, due: '15 seconds' } as const;
    return { ...how, url: server.url, publish: server.mention, cut: server.cut };
  },
};

/** The same server behind TLS, with a certificate that this process trusts. */
async function encrypted(url: string): Promise<string> {
  const certificate = selfSignedCertificate();
  const usual = getCACertificates('default');
  setDefaultCACertificates([certificate.cert]);
  onTestFinished(() => setDefaultCACertificates(usual));
  const { port, pathname, search } = new URL(url);
  const proxy = await faultyProxy(Number(port), () => null, certificate);
  onTestFinished(proxy.close);
  return proxy.url + pathname + search;
}

async function listen(bellhop: TestBellhop, served: Served, credential: Credential): Promise<string> {
  const { dialect, mapping, url } = served;
  return (await bellhop.requests.addSource({ name: 'S', dialect, mapping, url, credential })).id;
}

/** Each step's result, with what is said of it and what to do. */
function walk([diagnosis]: Diagnosis[]): Record<string, string> {
  const steps = (diagnosis?.steps ?? []).map(
    ({ step, result, text, advice }) => [step, [result, text, advice].filter(Boolean).join(' | ')] as const,
  );
  return Object.fromEntries(steps);
}
const written = expect.stringMatching(/^ok \| The history can be written; \d+ [MG]B are free\./);

test.each(Object.keys(servers))('%s, well: each step to the toast', async (kind) => {
  const served = await (servers[kind] as () => Promise<Served>)();
  const url = await encrypted(served.url);
  const bellhop = openTestBellhop();
  const id = await listen(bellhop, { ...served, url }, bearer());
  await untilGreeted(bellhop, id);
  served.publish('hello');
  await bellhop.toasts.until(({ length }) => length === 1);
  expect(walk(await bellhop.requests.diagnose({ source: id }))).toEqual({
    server: `ok | ${new URL(url).host} answers.`,
    tls: 'ok | The connection is encrypted, and the server has proved who it is.',
    auth: 'ok | The server accepts the credential.',
    stream: expect.stringMatching(/^ok \| Bellhop has been connected for [^|]+\.$/),
    heartbeat: `ok | Signs of life come, due every ${served.due}.`,
    store: written,
    toast: expect.stringMatching(/^ok \| The test shows toasts\. The last one was shown [^|]+ ago\.$/),
  });
});

const notLetIn = { stream: 'skipped | Not let in.', heartbeat: 'skipped | Not reached.' };

test.each<[string, keyof typeof servers, string, Credential, string]>([
  [
    'a topic of somebody else’s',
    'ntfy',
    '/elsewhere',
    bearer(),
    'The server doesn’t allow this account to listen. | Ask whoever runs the server to let this account listen there.',
  ],
  [
    'a topic that is not for strangers',
    'ntfy',
    '/alerts',
    { kind: 'none' },
    'The server lets nobody listen here without a credential. | Give the source a credential in its settings, or sign in there.',
  ],
  [
    'a hub’s token that is no more',
    'mercure',
    '',
    bearer('expired'),
    'The server doesn’t accept the credential. | Give the source a new token or password in its settings.',
  ],
  [
    'an account’s token that is no more',
    'json',
    '',
    bearer('expired'),
    'The server doesn’t accept the credential. | Give the source a new token or password in its settings.',
  ],
])(
  '%s: the doctor says what to do, and looks at the rest all the same',
  async (_, kind, path, credential, auth) => {
    const served = await (servers[kind] as () => Promise<Served>)();
    const bellhop = openTestBellhop();
    const url = path === '' ? served.url : new URL(path, served.url).href;
    const id = await listen(bellhop, { ...served, url }, credential);
    await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'stopped');
    expect(walk(await bellhop.requests.diagnose({ source: id }))).toMatchObject({
      server: `ok | ${new URL(url).host} answers.`,
      auth: `failed | ${auth}`,
      ...notLetIn,
      store: written,
      toast:
        'unknown | The test shows toasts. None has been raised so far. | Send a test, where the server takes one.',
    });
  },
);

test('a list that can’t be had: connected, and what is missing told', async () => {
  const server = await fakeMastodon({ token: TOKEN });
  server.breakList(true);
  const bellhop = openTestBellhop();
  const { mapping } = mastodon;
  const source = { name: 'S', dialect: 'json', mapping, url: server.url } as const;
  const { id } = await bellhop.requests.addSource({ ...source, credential: bearer() });
  await bellhop.state(({ sources: [one] }) => one?.feed.kind === 'open' && one.feed.missing !== undefined);
  expect(walk(await bellhop.requests.diagnose({ source: id }))).toMatchObject({
    auth: 'ok | The server accepts the credential.',
    stream: expect.stringMatching(
      /^failed \| .+ What was missed hasn’t come yet: the server answers with something else than a list/,
    ),
  });
});

test('a test sent through ntfy comes back as a toast, published as the source’s own account', async () => {
  const served = await (servers.ntfy as () => Promise<Served>)();
  const bellhop = openTestBellhop();
  const id = await listen(bellhop, served, bearer());
  await untilOpen(bellhop);
  const { ok, text } = await bellhop.requests.sendTest({ id });
  expect([ok, text]).toEqual([true, expect.stringMatching(/^Published, arrived after .+; toast shown\.$/)]);
  expect(bellhop.toasts.items).toMatchObject([{ title: 'Test', body: expect.stringContaining('Bellhop') }]);
  expect(await bellhop.notices()).toHaveLength(1);
});

test('`bellhop doctor` walks all of them at once, and says which needs a look', async () => {
  const folder = temporaryFolder();
  const host = await headless(folder);
  const all = await Promise.all(
    Object.entries(servers).map(async ([kind, start]) => ({ kind, ...(await start()) })),
  );
  for (const { kind, url } of all) {
    const as = kind === 'json' ? 'mastodon' : kind;
    const where = kind === 'ntfy' ? url.replace('/alerts', '/elsewhere') : url;
    const args = ['source', 'add', where, '--as', as, '--name', kind, '--token-stdin'];
    expect(await command(folder, args, TOKEN)).toMatchObject({ code: 0 });
  }
  await host.lines.until((lines) =>
    ['mercure', 'json'].every((name) => lines.includes(`${name} is connected`)),
  );
  const { out, code } = await command(folder, ['doctor']);
  expect(code).toBe(1);
  const [ntfy = '', mercure = '', json = '', sum] = out.split('\n\n');
  expect(ntfy).toMatch(
    /✗ Access +The server doesn’t allow this account to listen\.\n +Ask whoever runs the server/,
  );
  for (const one of [mercure, json]) {
    expect(one.match(/✓ (Server|Access|Stream|Heartbeat|History)/g)).toHaveLength(5);
    expect(one).not.toContain('✗');
  }
  expect(sum).toBe('1 of 3 need a look (✗).\n');
  expect(out).not.toContain(TOKEN);
});
