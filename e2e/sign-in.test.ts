import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import type { RequestArgs, RequestName, RequestResults, SourceView } from '../preload/contract.ts';
import { type LoginSite, PERSON, startLoginSite } from '../testing/fakes/login-site.ts';
import { type ToastWatch, watchToasts } from './support/dunst.ts';
import { rendererPids, topRow } from './support/inbox.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { emptyFolder } from './support/scene.ts';
import { until } from './support/until.ts';

// Signing in on the site's own page, in a window of its own. Both sites are on one host, where browsers don't tell them
// apart by their ports: only their sources' sessions do.

const data = emptyFolder();
let site: LoginSite;
let other: LoginSite;
let running: RunningApp & { page: Page };
let toasts: ToastWatch;
const ids = { site: '', other: '' };

beforeAll(async () => {
  site = await startLoginSite({ guard: '401' });
  other = await startLoginSite({ guard: 'redirect', attributes: 'SameSite=Strict; Max-Age=3600' });
  toasts = watchToasts();
  running = await launchApp({ data });
  return async () => {
    await running.quit();
    await Promise.all([site.close(), other.close()]);
  };
});

/** A request of the inbox's own page; its refusal is an error. */
async function ask<N extends RequestName>(name: N, args: RequestArgs<N>): Promise<RequestResults[N]> {
  const reply = await running.page.evaluate(
    ([name, args]) => window.bellhop.request(name as 'getState', args as never),
    [name, args] as const,
  );
  if (!reply.ok) throw new Error(reply.error);
  return reply.value as unknown as RequestResults[N];
}

async function add(stream: string, name: string): Promise<string> {
  const draft = { name, url: stream, dialect: 'rows', mapping: null, credential: { kind: 'none' } } as const;
  return (await ask('addSource', draft)).id;
}

async function source(id: string): Promise<SourceView> {
  const found = (await ask('getState', {})).state.sources.find((one) => one.id === id);
  if (!found) throw new Error('There is no such source.');
  return found;
}

/** Why its feed waits for the person, once it does. */
const stopped = (id: string) =>
  until('the feed has stopped', async () => {
    const { feed } = await source(id);
    return feed.kind === 'stopped' && feed.why;
  });

/** Asks to sign in, and gives the window that opens and what the request answers in the end. */
async function beginSignIn(id: string): Promise<{ login: Page; answer: Promise<RequestResults['signIn']> }> {
  const opened = running.app.waitForEvent('window');
  const answer = ask('signIn', { id });
  const login = await opened;
  await login.getByRole('button', { name: 'Log in' }).waitFor();
  return { login, answer };
}

async function fillForm(login: Page, password = PERSON.password): Promise<void> {
  await login.locator('[name=user]').fill(PERSON.user);
  await login.locator('[name=password]').fill(password);
  await login.getByRole('button', { name: 'Log in' }).click();
}

/** The titles of all windows but the inbox. */
const loginTitles = () =>
  running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().flatMap((one) => (one.getTitle() === 'Bellhop' ? [] : [one.getTitle()])),
  );

async function arrives(from: LoginSite, content: string): Promise<void> {
  await until('the stream is connected', () => from.listeners() > 0);
  from.send(content);
  await toasts.waitFor(({ body }) => body === content);
  await topRow(running.page, content).waitFor();
}

const sidOf = (cookie: string | undefined) => /sid=([^;]*)/.exec(cookie ?? '')?.[1] ?? 'none';

test('a server that says no gets its own page in a window that has no way to Bellhop', async () => {
  ids.site = await add(site.stream, 'Site');
  expect(await stopped(ids.site)).toMatchObject({ code: 'unauthorized', text: 'wants you to sign in' });
  const { login, answer } = await beginSignIn(ids.site);

  expect(
    await login.evaluate(() => ['bellhop', 'require', 'process'].filter((name) => name in window)),
  ).toEqual([]);
  expect(await rendererPids(running.app)).toHaveLength(2);
  for (const pid of await rendererPids(running.app))
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);
  expect(await loginTitles()).toEqual([`${new URL(site.url).host} (not encrypted) – Sign in`]);
  expect(await login.evaluate(() => Notification.requestPermission())).toBe('denied');

  // A pop-up goes on in the same window.
  await login.getByRole('link', { name: 'another account' }).click();
  await login.waitForURL(`${site.url}/popup`);
  expect(await loginTitles()).toHaveLength(1);

  // Asking again shows the same window.
  const again = ask('signIn', { id: ids.site });
  await fillForm(login, 'wrong');
  await login.waitForURL(`${site.url}/login`);
  await fillForm(login);
  const signedIn = { signedIn: true, text: `Signed in at ${new URL(site.url).host}.` };
  expect(await answer).toEqual(signedIn);
  expect(await again).toEqual(signedIn);
  expect(await loginTitles()).toEqual([]);
});

test('then its rows arrive, and what authenticates them is on disk for the keyring only', async () => {
  await arrives(site, 'first row');
  expect((await source(ids.site)).credentialKind).toBe('session');
  const sid = sidOf(site.cookies.at(-1));
  expect(sid).toMatch(/^[0-9a-f-]{36}$/);
  const clear = readdirSync(data, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(sid))
    .map(({ name }) => name);
  expect(clear).toEqual([]);
});

test('a server that redirects shows its login page; no source ever sends another’s cookies', async () => {
  ids.other = await add(other.stream, 'Other');
  expect(await stopped(ids.other)).toMatchObject({
    code: 'redirect',
    text: expect.stringContaining('sign in'),
  });
  const { login, answer } = await beginSignIn(ids.other);
  expect(login.url()).toBe(`${other.url}/login`);
  await fillForm(login);
  expect(await answer).toMatchObject({ signedIn: true });
  await arrives(other, 'from the other');
  await arrives(site, 'still here');
  const own = new Set(site.cookies.map(sidOf));
  expect(other.cookies.map(sidOf).filter((sid) => sid !== 'none' && own.has(sid))).toEqual([]);
});

test('after a restart nobody is asked again, even where the server renewed its cookie meanwhile', async () => {
  site.renew();
  await ask('retrySource', { id: ids.site });
  await arrives(site, 'with a new cookie');
  const before = sidOf(site.cookies.at(-1));
  await running.quit();
  const asked = { site: site.cookies.length, other: other.cookies.length };
  running = await launchApp({ data });
  await arrives(site, 'after the restart');
  await arrives(other, 'after the restart too');
  expect(sidOf(site.cookies[asked.site])).not.toBe(before); // what it was before the server renewed it
  expect(site.cookies.slice(asked.site).map(sidOf)).not.toContain('none');
  expect(other.cookies.slice(asked.other).map(sidOf)).not.toContain('none');
  expect(await loginTitles()).toEqual([]);
});

test('when the session expires one line says to sign in again, and doing so is enough', async () => {
  other.expire();
  expect(await stopped(ids.other)).toMatchObject({ code: 'sign-in', text: 'wants you to sign in again' });
  const lines = await ask('getJournal', { source: ids.other });
  expect(lines.filter(({ text }) => text === 'wants you to sign in again')).toHaveLength(1);
  expect(toasts.seen().filter(({ body }) => body.includes('sign in'))).toEqual([]);

  const { login, answer } = await beginSignIn(ids.other);
  const window = await running.app.browserWindow(login);
  await fillForm(login);
  await login.getByText('Welcome').waitFor();
  await window.evaluate((window: BrowserWindow) => window.close()); // as a person does who is done
  expect(await answer).toMatchObject({ signedIn: true });
  await arrives(other, 'signed in again');
});

test('the page stays among the websites and downloads nothing, and closing its window is a no', async () => {
  other.expire();
  await stopped(ids.other);
  const { login, answer } = await beginSignIn(ids.other);
  await login.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
  await login.locator('[name=user]').press('a'); // a page may ask to stay only once it was touched
  const window = await running.app.browserWindow(login);
  const refused = await window.evaluate(
    (window: BrowserWindow) =>
      new Promise((resolve) => {
        const { webContents } = window;
        webContents.once('will-navigate', (event, url) => resolve([url, event.defaultPrevented]));
        void webContents.executeJavaScript('location.href = "bellhop://app/index.html"');
      }),
  );
  expect(refused).toEqual(['bellhop://app/index.html', true]);
  const keepsNothing = await window.evaluate(
    ({ webContents }: BrowserWindow) =>
      new Promise((resolve) => {
        webContents.session.once('will-download', (event) => resolve(event.defaultPrevented));
        webContents.downloadURL(webContents.getURL());
      }),
  );
  expect(keepsNothing).toBe(true);
  await window.evaluate((window: BrowserWindow) => window.close());
  expect(await answer).toEqual({ signedIn: false, text: 'You closed the window before you were signed in.' });
  expect(await stopped(ids.other)).toMatchObject({ code: 'sign-in' });
});

test('a site that can’t be reached is said in words, and leaves no window', async () => {
  const gone = await startLoginSite({ guard: '401' });
  await gone.close();
  const id = await add(gone.stream, 'Gone');
  expect(await ask('signIn', { id })).toEqual({
    signedIn: false,
    text: 'The site isn’t answering (connection refused).',
  });
  expect(await loginTitles()).toEqual([]);
});

test('removing a source removes what its site stored', async () => {
  const stored = (id: string) =>
    running.app.evaluate(({ session }, id) => session.fromPartition(`source-${id}`).cookies.get({}), id);
  expect(await stored(ids.site)).not.toEqual([]);
  await ask('removeSource', { id: ids.site, keepHistory: true });
  await until('its cookies are gone', async () => (await stored(ids.site)).length === 0);
  expect(readFileSync(join(data, 'secrets.json'), 'utf8')).not.toContain(ids.site);
});
