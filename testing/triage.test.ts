import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import type { NoticeView } from '../preload/contract.ts';
import { temporaryServer } from '../server/testing.ts';
import { listenTo, openTestBellhop, type TestBellhop } from './bellhop.ts';
import { temporaryFolder } from './folder.ts';

/** What a person does about notices, through the whole pipeline. */

const ALL = { source: null, topic: null, minPriority: null };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const woke = { why: ['slept'], kind: 'slept' } as const;

async function list(bellhop: TestBellhop, view: NoticeView): Promise<string[]> {
  const filter = { view, ...ALL };
  return (await bellhop.requests.listNotices({ filter, before: null, limit: 100 })).notices.map(
    ({ body }) => body,
  );
}

/** Bellhop on a clock that the test sets, listening to a companion server. */
async function listening() {
  const server = await temporaryServer();
  const time = { ahead: 0 };
  const clock = () => Date.now() + time.ahead;
  const folder = temporaryFolder();
  const bellhop = openTestBellhop(folder, clock);
  await listenTo(bellhop, server);
  /** Publishes, and waits for the toast of it. */
  const receive = async (content: string) => {
    const toasts = bellhop.toasts.items.length;
    server.publish('alice', { content, notificationTypeId: 1 });
    await bellhop.toasts.until((all) => all.length > toasts);
    return (await bellhop.detail(content)).id;
  };
  return { server, time, clock, folder, bellhop, receive };
}
/** What the file holds, hidden or not. */
const storedBodies = (folder: string) => query(folder, 'SELECT body FROM notices ORDER BY id');
const pruned = (folder: string) =>
  query(folder, "SELECT text FROM journal WHERE kind = 'pruned' ORDER BY id");
function query(folder: string, sql: string): unknown[] {
  const db = new Database(join(folder, 'bellhop.db'), { readonly: true });
  const found = db.prepare(sql).pluck().all();
  db.close();
  return found;
}
const why = async (bellhop: TestBellhop, id: number) =>
  ((await bellhop.requests.getNotice({ id }))?.why ?? []).map(({ text }) => text);

test('archived, deleted and brought back: each in its list, its toast withdrawn, and all of it undone', async () => {
  const { bellhop, receive } = await listening();
  const { requests, withdrawn, toasts } = bellhop;
  const [a, b] = [await receive('a'), await receive('b')];
  const archived = await requests.moveNotices({ ids: [a], to: 'archived' });
  const deleted = await requests.moveNotices({ ids: [b], to: 'deleted' });
  expect(withdrawn).toEqual(toasts.items.map(({ id }) => id));
  expect([await list(bellhop, 'inbox'), await list(bellhop, 'archived')]).toEqual([['history'], ['a']]);
  expect(await requests.getNotice({ id: b })).toBeNull();
  // Before the two came nothing was unread either.
  const { counts } = await bellhop.state(({ counts }) => counts.total === 3 && counts.unread === 0);
  expect(counts).toEqual({ total: 3, unread: 0, snoozed: 0 });

  expect(await requests.undo(deleted)).toEqual({ undone: true });
  expect(await requests.undo(archived)).toEqual({ undone: true });
  expect(await requests.undo(archived)).toEqual({ undone: false });
  expect(await list(bellhop, 'unread')).toEqual(['b', 'a']);
  await requests.moveNotices({ ids: [a, b], to: 'archived' });
  await requests.moveNotices({ ids: [a], to: 'inbox' });
  expect(await list(bellhop, 'inbox')).toEqual(['a', 'history']);
  expect(toasts.items).toHaveLength(2);
});

test('marking read is undone too, and everything at once only within what the list shows', async () => {
  const { bellhop, receive } = await listening();
  const { requests } = bellhop;
  const [a] = [await receive('a'), await receive('b')];
  const one = await requests.markRead({ ids: [a], read: true });
  const all = await requests.markAllRead(ALL);
  expect(all).toMatchObject({ marked: 1 });
  expect(await requests.markAllRead({ ...ALL, minPriority: 5 })).toMatchObject({ marked: 0 });
  await requests.undo(all);
  expect(await list(bellhop, 'unread')).toEqual(['b']);
  await requests.undo(one);
  expect(await list(bellhop, 'unread')).toEqual(['b', 'a']);
});

test('what an earlier run deleted is gone for good at the next start', async () => {
  const { bellhop, folder, receive } = await listening();
  const id = await receive('a');
  await bellhop.requests.moveNotices({ ids: [id], to: 'deleted' });
  expect(storedBodies(folder)).toEqual(['history', 'a']);
  await bellhop.close();
  openTestBellhop(folder);
  await vi.waitFor(() => expect(storedBodies(folder)).toEqual(['history']));
});

test('of what is moved only those are counted that are still there', async () => {
  const { bellhop, receive, clock } = await listening();
  const { requests } = bellhop;
  const ids = [await receive('a'), await receive('b')];
  expect((await requests.moveNotices({ ids: [...ids, 999], to: 'archived' })).there).toBe(2);
  await requests.moveNotices({ ids: ids.slice(1), to: 'deleted' });
  const until = clock() + HOUR;
  expect((await requests.snoozeNotices({ ids, until })).there).toBe(1);
  expect((await requests.snoozeNotices({ ids, until })).there).toBe(1); // once more: it is as was asked for
  expect((await requests.snoozeNotices({ ids: ids.slice(1), until })).there).toBe(0);
});

test('snoozed: out of sight until its time, then unread on top with a toast, which its why tells', async () => {
  const { bellhop, receive } = await listening();
  const { requests, toasts, withdrawn } = bellhop;
  const a = await receive('a');
  await receive('b');
  await requests.markRead({ ids: [a], read: true });
  const until = Date.now() + 300;
  await requests.snoozeNotices({ ids: [a], until });
  expect(withdrawn).toContain(toasts.items[0]?.id);
  expect([await list(bellhop, 'snoozed'), await list(bellhop, 'inbox')]).toEqual([['a'], ['b', 'history']]);
  expect((await bellhop.state(({ counts }) => counts.snoozed === 1)).counts.unread).toBe(1);

  await toasts.until(({ length }) => length === 3);
  expect(Date.now()).toBeGreaterThanOrEqual(until);
  expect(toasts.items[2]?.body).toBe('a');
  expect(await list(bellhop, 'unread')).toEqual(['a', 'b']);
  await bellhop.state(({ counts }) => counts.unread === 2);
  expect((await why(bellhop, a)).slice(-3)).toEqual([
    'its time came: back from snoozed',
    'nothing spoke against a toast',
    'toast shown',
  ]);
});

test('what comes due while the machine sleeps is back at its wake, several as one digest', async () => {
  const { bellhop, time, clock, receive } = await listening();
  const ids = [await receive('a'), await receive('b'), await receive('c')];
  await bellhop.requests.snoozeNotices({ ids: ids.slice(0, 2), until: clock() + HOUR });
  await bellhop.requests.snoozeNotices({ ids: ids.slice(2), until: clock() + 3 * HOUR });
  time.ahead += 2 * HOUR;
  bellhop.wake(woke);
  const all = await bellhop.toasts.until(({ length }) => length === 4);
  expect(await list(bellhop, 'snoozed')).toEqual(['c']);
  expect(all[3]).toMatchObject({ title: '2 new notifications' });
  expect((await why(bellhop, ids[0] as number)).slice(-2)).toEqual([
    'part of a digest: several came back at once',
    'digest toast shown',
  ]);
  time.ahead += 2 * HOUR;
  bellhop.wake(woke);
  expect((await bellhop.toasts.until(({ length }) => length === 5))[4]?.body).toBe('c');
  bellhop.wake(woke);
  expect(await list(bellhop, 'unread')).toEqual(['c', 'b', 'a']);
  expect(bellhop.toasts.items).toHaveLength(5);
});

test('what comes due while Bellhop is not running is back at its start, once', async () => {
  const { bellhop, folder, time, clock, receive } = await listening();
  const id = await receive('a');
  await bellhop.requests.snoozeNotices({ ids: [id], until: clock() + HOUR });
  await bellhop.close();
  time.ahead += 2 * HOUR;
  const later = openTestBellhop(folder, clock);
  expect((await later.toasts.until(({ length }) => length === 1))[0]?.body).toBe('a');
  expect(await list(later, 'unread')).toEqual(['a']);
  await later.close();
  const again = openTestBellhop(folder, clock);
  expect(await list(again, 'unread')).toEqual(['a']);
  expect(again.toasts.items).toEqual([]);
});

test('a snooze is undone before its time, and comes back quietly while toasts are paused', async () => {
  const { bellhop, time, clock, receive } = await listening();
  const { requests } = bellhop;
  const [a, b] = [await receive('a'), await receive('b')];
  const first = await requests.snoozeNotices({ ids: [a], until: clock() + HOUR });
  await requests.snoozeNotices({ ids: [b], until: clock() + HOUR });
  await requests.undo(first);
  expect(await list(bellhop, 'inbox')).toEqual(['a', 'history']);
  await requests.setPaused({ until: 'forever' });
  time.ahead += 2 * HOUR;
  bellhop.wake(woke);
  expect(await list(bellhop, 'unread')).toEqual(['b', 'a']);
  expect((await why(bellhop, b)).at(-1)).toBe('toasts were paused');
  expect(bellhop.toasts.items).toHaveLength(2);
});

test('the same once more: one row that counts, its toast replaced, each time told', async () => {
  const { bellhop, receive } = await listening();
  await receive('Backup failed');
  await receive('Backup failed');
  const id = await receive('Backup failed');
  const { toasts, withdrawn } = bellhop;
  expect(await list(bellhop, 'inbox')).toEqual(['Backup failed', 'history']);
  expect((await bellhop.detail('Backup failed')).repeats).toBe(2);
  expect(withdrawn).toEqual(toasts.items.slice(0, 2).map((toast) => toast.id));
  expect((await bellhop.state(({ unread }) => unread === 1)).unread).toBe(1);
  expect((await why(bellhop, id)).filter((text) => text === 'it came once more')).toHaveLength(2);

  await bellhop.requests.markRead({ ids: [id], read: true });
  await receive('Backup failed');
  expect(await list(bellhop, 'inbox')).toEqual(['Backup failed', 'Backup failed', 'history']);
});

test('old notices go as the settings say, at a start and when they change, but not what can be undone; the journal tells how many', async () => {
  const { bellhop, folder, time, clock, receive } = await listening();
  const { requests } = bellhop;
  const [a, b, c] = [await receive('a'), await receive('b'), await receive('c')];
  const archived = await requests.moveNotices({ ids: [a], to: 'archived' });
  await requests.markRead({ ids: [b], read: true });
  const deleted = await requests.moveNotices({ ids: [c], to: 'deleted' });
  await requests.setPreferences({ keepCount: 1 });
  await requests.setPreferences({ keepCount: 2 });
  expect(await requests.undo(deleted)).toEqual({ undone: true });
  expect(await requests.undo(archived)).toEqual({ undone: true });
  await requests.moveNotices({ ids: [a], to: 'archived' });
  await requests.snoozeNotices({ ids: [c], until: clock() + 5 * DAY });
  expect(storedBodies(folder)).toEqual(['history', 'a', 'b', 'c']);
  await bellhop.close();

  const later = openTestBellhop(folder, clock);
  while (storedBodies(folder).length > 2) await later.states.next();
  expect(storedBodies(folder)).toEqual(['b', 'c']);
  time.ahead += 4 * DAY;
  await later.requests.setPreferences({ keepCount: null, keepDays: 3 });
  time.ahead += HOUR; // until then it may be on its way to another
  await later.requests.setPreferences({ keepDays: 3 });
  while (pruned(folder).length < 2) await later.states.next();
  expect(storedBodies(folder)).toEqual(['c']);
  expect(pruned(folder)).toEqual([
    '2 old notices were removed, as the settings say.',
    'One old notice was removed, as the settings say.',
  ]);
});
