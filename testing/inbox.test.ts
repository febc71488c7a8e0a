import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { NewRow } from '../server/store/store.ts';
import { temporaryServer } from '../server/testing.ts';
import { asRows, listenTo, openTestBellhop } from './bellhop.ts';
import { openStream, rawServer, rowsEvent } from './raw-server.ts';
import { recorder } from './recorder.ts';

const ALL = { source: null, topic: null, minPriority: null };
const INBOX = { view: 'inbox', ...ALL } as const;
const VIEW = { filter: INBOX, atTop: true, listVisible: true, attended: true };
const texts = (lines: { text: string }[]) => lines.map(({ text }) => text);

/** Bellhop, listening live to a companion server. */
async function listening() {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const source = await listenTo(bellhop, server);
  const publish = (content: string, part: Partial<NewRow> = {}) =>
    server.publish('alice', { content, notificationTypeId: 1, ...part });
  /** Publishes and waits until it is in the inbox. */
  const receive = async (content: string, part: Partial<NewRow> = {}) => {
    const before = (await bellhop.notices()).length;
    publish(content, part);
    await bellhop.state(() => true);
    while ((await bellhop.notices()).length === before) await bellhop.states.next();
    return bellhop.detail(content);
  };
  return { ...bellhop, bellhop, server, source, publish, receive };
}

test('history is imported read and silently; a live notice is unread and raises a toast', async () => {
  const { bellhop, toasts, badges, receive } = await listening();
  const history = await bellhop.detail('history');
  expect(history.readAt).not.toBeNull();
  const imported = [
    'imported when the source was added',
    'it is older than the source in Bellhop, and marked as read',
  ];
  expect(texts(history.why)).toEqual(imported);
  expect(toasts.items).toEqual([]);

  const notice = await receive('hello', { title: 'T', priority: 5 });
  expect(toasts.items).toMatchObject([{ title: 'T', body: 'hello', urgent: true }]);
  expect(notice).toMatchObject({ readAt: null, title: 'T', topic: 'type 1', toasted: true });
  expect(texts(notice.why)).toEqual([
    'arrived on the live connection',
    'nothing spoke against a toast',
    'toast shown',
  ]);
  const state = await bellhop.state(({ unread }) => unread === 1);
  expect(state.sources[0]).toMatchObject({ unread: 1, feed: { kind: 'open' } });
  expect(badges.items.at(-1)).toEqual({
    ...{ unread: 1, paused: null, quietUntil: null, disconnected: [] },
    ...{ sources: 1, connected: 1 },
  });
});

test('a toast that the system refused is unread, and its why says so', async () => {
  const { desktop, receive } = await listening();
  desktop.answer = { shown: false, reason: ['systemRefused', 'do not disturb'] };
  const notice = await receive('hello');
  expect(notice).toMatchObject({ toasted: false, readAt: null });
  expect(texts(notice.why).at(-1)).toBe('toast not shown: the system refused it: do not disturb');
});

test('reading, reading all and deleting take the toasts back', async () => {
  const { requests, toasts, withdrawn, receive, bellhop } = await listening();
  const ids: number[] = [];
  for (const text of ['a', 'b', 'c', 'd']) ids.push((await receive(text)).id);
  const [a, b, c, d] = ids as [number, number, number, number];
  const toast = toasts.items.map(({ id }) => id);

  await requests.markRead({ ids: [a], read: true });
  expect(withdrawn).toEqual([toast[0]]);
  await requests.markRead({ ids: [a], read: false });
  expect(withdrawn).toEqual([toast[0]]);
  await requests.moveNotices({ ids: [b], to: 'deleted' });
  expect(withdrawn).toEqual(toast.slice(0, 2));
  expect(await requests.markAllRead(ALL)).toMatchObject({ marked: 3 });
  expect(withdrawn.slice(2).sort()).toEqual([toast[0], toast[2], toast[3]]);
  expect((await bellhop.notices()).map(({ id, readAt }) => [id, readAt !== null])).toEqual([
    [d, true],
    [c, true],
    [a, true],
    [expect.any(Number), true],
  ]);
  expect((await bellhop.state(({ unread }) => unread === 0)).unread).toBe(0);
});

test('a click on the toast opens the inbox at the notice and marks it read', async () => {
  const { requests, toasts, receive, bellhop } = await listening();
  const { id } = await receive('hello');
  toasts.items[0]?.click();
  expect((await bellhop.detail('hello')).readAt).not.toBeNull();
  expect((await requests.getState({})).show).toBe(id);
  expect((await requests.getState({})).show).toBeNull();
});

test('paused, and from a muted source: in the inbox, unread, without a toast', async () => {
  const { requests, source, toasts, receive, bellhop } = await listening();
  await requests.setPaused({ until: 'forever' });
  expect(texts((await receive('a')).why).at(-1)).toBe('toasts were paused');
  expect((await bellhop.state(({ unread }) => unread === 1)).paused).toBe('forever');
  await requests.setPaused({ until: null });
  await requests.setSourceMuted({ id: source, muted: true });
  expect(await receive('b')).toMatchObject({ readAt: null, toasted: false });
  expect(texts((await bellhop.detail('b')).why).at(-1)).toBe('the source is muted');
  expect(toasts.items).toEqual([]);
  await requests.setSourceMuted({ id: source, muted: false });
  await receive('c');
  expect(toasts.items.map(({ body }) => body)).toEqual(['c']);
});

test('what appears before the person’s eyes raises no toast; what may have been overlooked does', async () => {
  const { requests, desktop, source, toasts, receive } = await listening();
  const seen = 'the inbox was in front of you and showed it';
  desktop.focused = true;
  requests.reportView(VIEW);
  expect(texts((await receive('in view')).why).at(-1)).toBe(seen);
  requests.reportView({ ...VIEW, filter: { ...INBOX, view: 'unread', source } });
  expect(texts((await receive('filtered to it')).why).at(-1)).toBe(seen);
  expect(toasts.items).toEqual([]);

  for (const [body, part] of Object.entries({
    'nobody at the desk': { attended: false },
    'scrolled away': { atTop: false },
    'in the settings': { listVisible: false },
    'filtered to another': { filter: { ...INBOX, source: 'other' } },
  })) {
    requests.reportView({ ...VIEW, ...part });
    await receive(body);
    expect(toasts.items.at(-1)?.body).toBe(body);
  }
  requests.reportView(VIEW);
  desktop.focused = false;
  await receive('behind other windows');
  expect(toasts.items).toHaveLength(5);
});

test('what goes in further down the list is not before anyone’s eyes: it gets its toast', async () => {
  const now = Date.now();
  const rows = [1, 2, 3].map((id) => ({ id, content: `new ${id}`, createdAt: now - id }));
  const held = recorder<ServerResponse>();
  const server = await rawServer((response) => {
    openStream(response, { 'bellhop-heartbeat': '15' });
    response.write(`${rowsEvent(rows, 3)}event: caught-up\nid: 3\ndata: {}\n\n`);
    held.push(response);
  });
  const bellhop = openTestBellhop();
  bellhop.desktop.focused = true;
  const credential = { kind: 'none' } as const;
  await bellhop.requests.addSource({ ...asRows, name: 'S', url: server.url, credential });
  while ((await bellhop.notices()).length < 3) await bellhop.states.next();
  bellhop.requests.reportView(VIEW);
  const late = { id: 4, content: 'late', createdAt: now - 3_600_000 };
  held.items[0]?.write(rowsEvent([late, { id: 5, content: 'now', createdAt: now + 1 }], 5));
  while ((await bellhop.notices()).length < 5) await bellhop.states.next();
  expect(bellhop.toasts.items.map(({ body }) => body)).toEqual(['late']);
  expect(texts((await bellhop.detail('late')).why)).toContain('nothing spoke against a toast');
  expect(texts((await bellhop.detail('now')).why).at(-1)).toContain('showed it');
});

test('a link is opened and its notice read; without one the answer is a refusal in words', async () => {
  const { requests, opened, receive, bellhop } = await listening();
  const { id } = await receive('linked', { link: 'https://a.example/x' });
  await requests.openLink({ id });
  expect(opened).toEqual(['https://a.example/x']);
  expect((await bellhop.detail('linked')).readAt).not.toBeNull();
  const plain = await receive('plain');
  await expect(requests.openLink({ id: plain.id })).rejects.toThrow('This notification has no link.');
  await expect(requests.openLink({ id: 999 })).rejects.toThrow('This notification has no link.');
  expect((await bellhop.detail('plain')).readAt).toBeNull();
  expect(await requests.getNotice({ id: 999 })).toBeNull();
});

test('it speaks the language that was chosen, or the first of the system’s that it has', async () => {
  const { requests, desktop, bellhop } = await listening();
  const language = async () => (await requests.getState({})).state.language;
  expect(await language()).toBe('en');
  desktop.languages = ['nl-BE', 'fr-BE', 'en'];
  expect(await language()).toBe('fr');
  await requests.setPreferences({ language: 'ja' });
  expect(await language()).toBe('ja');
  await requests.setPreferences({ language: 'system' });
  expect(await language()).toBe('fr');
  await bellhop.close();
});

test('preferences change one by one; hidden text stays off the toasts', async () => {
  const { requests, toasts, receive, bellhop } = await listening();
  await requests.setPreferences({ hideToastText: true });
  await requests.setPreferences({ theme: 'dark' });
  const { state } = await requests.getState({});
  expect(state.preferences).toMatchObject({ hideToastText: true, theme: 'dark', storeSecretsInFile: false });
  await receive('secret', { title: 'secret' });
  expect(toasts.items).toMatchObject([{ title: 'Server', body: 'New notification' }]);
  expect(state.secretStorage).toBe('session');
  await requests.setPreferences({ storeSecretsInFile: true });
  expect((await requests.getState({})).state.secretStorage).toBe('file');
  await bellhop.close();
  const later = openTestBellhop(bellhop.folder);
  expect((await later.requests.getState({})).state.sources[0]?.credentialMissing).toBe(false);
});

test('a problem stays until it is dismissed', async () => {
  const { requests, report, state } = openTestBellhop();
  report('settings', ['settingsDamaged'], 'detail');
  const { problems } = await state((now) => now.problems.length === 1);
  expect(problems).toEqual([{ id: 'settings', text: 'The settings file was damaged.', detail: 'detail' }]);
  await requests.dismissProblem({ id: 'settings' });
  expect((await requests.getState({})).state.problems).toEqual([]);
});

test('text is copied by the host', async () => {
  const { requests, copied } = openTestBellhop();
  await requests.copyText({ text: 'x' });
  expect(copied).toEqual(['x']);
});

test('a history that can’t be read for a while ends no connection', async () => {
  const server = await rawServer((response) => openStream(response, { 'bellhop-heartbeat': '15' }));
  const bellhop = openTestBellhop();
  const credential = { kind: 'none' } as const;
  await bellhop.requests.addSource({ ...asRows, name: 'S', url: server.url, credential });
  await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'open');
  const elsewhere = new Database(join(bellhop.folder, 'bellhop.db'));
  onTestFinished(() => void elsewhere.close());
  elsewhere.exec('ALTER TABLE counts RENAME TO away');
  server.cut();
  await server.requests.until(({ length }) => length === 2);
  const { problems } = await bellhop.state((state) => state.problems.length > 0);
  expect(problems[0]?.text).toContain('history');
  elsewhere.exec('ALTER TABLE away RENAME TO counts');
  await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'open');
});
