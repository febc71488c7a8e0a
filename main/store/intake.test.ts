import { expect, test } from 'vitest';
import { arrive, counts, digest, draft, quiet, temporaryDatabase, toast } from '../../testing/database.ts';
import type { Draft } from '../notice.ts';
import { FLOOD_WINDOW_MS } from '../policy/decide.ts';
import type { Db } from './database.ts';
import { readFeedMemory, rememberFeed } from './feeds.ts';
import { commitIntake, type Intake } from './intake.ts';
import { removeSomeHistory } from './leaving.ts';
import { deleteNotices, readNotice, readVerdicts } from './notices.ts';
import { markRead } from './places.ts';

const intake = (drafts: Draft[], part: Partial<Intake> = {}): Intake => ({
  ...{ source: 's', arrival: 'live', drafts, retractions: [], memory: { cursor: '7' } },
  ...part,
});

test('notices, identities, verdicts, toasts and cursor are committed together', () => {
  const db = temporaryDatabase();
  const part = { title: 'T', topic: 'type 1', priority: 5, link: 'https://a.example/', tags: ['x'] };
  const {
    notices,
    toasts,
    digest: none,
  } = commitIntake(db, intake([draft('a', { ...part, createdAt: 900 })]), () => [toast], 1_000);
  expect([notices.length, toasts.length, none]).toEqual([1, 1, null]);
  expect(readNotice(db, notices[0] as number)).toEqual({
    ...{ id: notices[0], source: 's', body: 'a', ...part, arrival: 'live' },
    ...{ createdAt: 900, receivedAt: 1_000, sortAt: 900, readAt: null },
    ...{ place: 'inbox', heldUntil: null, repeats: 0 },
    ...{ markdown: false, icon: null, attachments: [], actions: [], raw: null },
  });
  expect(readVerdicts(db, notices[0] as number)).toMatchObject([
    { verdict: 'toast', reason: 'arrived', at: 1_000 },
  ]);
  expect(readFeedMemory(db, 's').cursor).toBe('7');
});

test.each<[string, () => never | []]>([
  [
    'policy throws',
    () => {
      throw new Error('no');
    },
  ],
  ['policy gives too few verdicts', () => []],
])('when %s nothing is left behind: no notice, no identity, no toast, no cursor', (_what, decide) => {
  const db = temporaryDatabase();
  arrive(db, [draft('old')], { memory: { cursor: '6' } });
  const before = counts(db);
  expect(() => commitIntake(db, intake([draft('a'), draft('b')]), decide, 1_000)).toThrow();
  expect(counts(db)).toEqual(before);
  expect(readFeedMemory(db, 's').cursor).toBe('6');
  expect(arrive(db, [draft('a')]).notices).toHaveLength(1);
});

test('what came before is no news; policy is asked about the rest only, or not at all', () => {
  const db = temporaryDatabase();
  arrive(db, [draft('a')]);
  const asked: string[][] = [];
  const decide = (fresh: Draft[]) => {
    asked.push(fresh.map(({ key }) => key));
    return fresh.map(() => quiet);
  };
  const second = commitIntake(db, intake([draft('a'), draft('b'), draft('b')]), decide, 1_000);
  expect(second.notices).toHaveLength(1);
  expect(commitIntake(db, intake([draft('a')]), decide, 1_000).notices).toEqual([]);
  expect(asked).toEqual([['b']]);
  expect(arrive(db, [draft('a')], { source: 'other' }).notices).toHaveLength(1);
});

test('a deleted notice does not come back; a removed source starts anew', () => {
  const db = temporaryDatabase();
  const { notices } = arrive(db, [draft('a')], { verdict: toast });
  deleteNotices(db, notices);
  expect(counts(db)).toMatchObject({ notices: 0, verdicts: 0, seen: 1 });
  expect(arrive(db, [draft('a')]).notices).toEqual([]);

  arrive(db, [draft('x')], { source: 'other', memory: { cursor: '1' } });
  rememberFeed(db, 's', { cursor: '7' });
  while (!removeSomeHistory(db, 's', 2).done);
  expect(counts(db)).toMatchObject({ notices: 1, seen: 1, feeds: 1 });
  expect(arrive(db, [draft('a')]).notices).toHaveLength(1);
});

test('a notice is filed at the server’s time, never later than it came', () => {
  const db = temporaryDatabase();
  const { notices } = arrive(db, [
    draft('past', { createdAt: 5 }),
    draft('future', { createdAt: 9e15 }),
    draft('none'),
  ]);
  expect(notices.map((id) => readNotice(db, id)?.sortAt)).toEqual([5, 1_000, 1_000]);
});

test('history is filed as read', () => {
  const db = temporaryDatabase();
  const history = { verdict: 'none', reason: 'history' } as const;
  const { notices } = arrive(db, [draft('a')], { verdict: history, arrival: 'first' });
  expect(readNotice(db, notices[0] as number)).toMatchObject({ readAt: 1_000, arrival: 'first' });
});

test('a digest gathers over events until it is attempted; the next one is another', () => {
  const db = temporaryDatabase();
  const first = arrive(db, [draft('a'), draft('b')], { verdict: digest });
  const second = arrive(db, [draft('c')], { verdict: digest });
  expect(second.digest).toBe(first.digest);
  expect(first.toasts).toEqual([]);
  db.prepare('UPDATE toasts SET attemptedAt = 1').run();
  expect(arrive(db, [draft('d')], { verdict: digest }).digest).not.toBe(first.digest);
  expect(arrive(db, [draft('e')], { verdict: quiet }).digest).toBeNull();
});

test('policy is told how many toasts of their own rose in the window before', () => {
  const db = temporaryDatabase();
  const now = 1_000_000;
  arrive(db, [draft('old')], { verdict: toast, now: now - FLOOD_WINDOW_MS });
  arrive(db, [draft('a'), draft('b')], { verdict: toast, now: now - FLOOD_WINDOW_MS + 1 });
  arrive(db, [draft('c')], { verdict: toast, now, source: 'other' });
  arrive(db, [draft('d')], { verdict: digest, now });
  let told = -1;
  const decide = (fresh: Draft[], recent: number) => {
    told = recent;
    return fresh.map(() => quiet);
  };
  commitIntake(db, intake([draft('e')]), decide, now);
  expect(told).toBe(3);
});

test('a part of a feed’s memory can change and the rest stays', () => {
  const db = temporaryDatabase();
  const nothing = {
    ...{ cursor: null, greetedAt: null, heartbeatMs: null, periodMs: null, aliveAt: null, keptForMs: null },
  };
  expect(readFeedMemory(db, 's')).toEqual(nothing);
  rememberFeed(db, 's', { cursor: '1', heartbeatMs: 15_000 });
  rememberFeed(db, 's', { cursor: '2', greetedAt: 5 });
  rememberFeed(db, 's', { heartbeatMs: null });
  expect(readFeedMemory(db, 's')).toEqual({ ...nothing, cursor: '2', greetedAt: 5 });
});

const version = (key: string, createdAt: number, body = key) =>
  draft(key, { sequence: 'item', createdAt, body });
const bodies = (db: Db) => db.prepare('SELECT body FROM notices ORDER BY id').pluck().all();

test('a newer version takes the place of the older: one row, unread again, the older toast outdated', () => {
  const db = temporaryDatabase();
  const first = arrive(db, [version('v1', 100)], { verdict: toast });
  markRead(db, first.notices, true, 1_100);
  const second = arrive(db, [version('v2', 200)], { verdict: toast, now: 2_000 });
  expect(second).toMatchObject({ notices: first.notices, outdated: first.toasts });
  expect(second.toasts).toHaveLength(1);
  const [id] = first.notices as [number];
  expect(readNotice(db, id)).toMatchObject({ body: 'v2', readAt: null, sortAt: 200, receivedAt: 1_000 });
  expect(readVerdicts(db, id).map(({ occasion }) => occasion)).toEqual(['arrival', 'update v2']);
});

test('of an item that changes for ever the last verdicts and toasts are kept', () => {
  const db = temporaryDatabase();
  for (let n = 0; n < 250; n++) arrive(db, [version(`v${n}`, n)], { verdict: toast, now: n });
  expect(counts(db)).toMatchObject({ notices: 1, verdicts: 200, toasts: 200 });
  const [notice] = db.prepare('SELECT id FROM notices').pluck().all() as [number];
  expect(readVerdicts(db, notice).map(({ at }) => at)).toEqual(Array.from({ length: 200 }, (_, n) => 50 + n));
});

test('of versions that come together out of order the newest stays', () => {
  const db = temporaryDatabase();
  arrive(db, [version('new', 200), version('old', 100)]);
  expect(db.prepare('SELECT body FROM notices').pluck().all()).toEqual(['new']);
});

test('of two versions of one second that come together, the later stays, and the earlier is known', () => {
  const db = temporaryDatabase();
  arrive(db, [version('done', 100)]);
  arrive(db, [version('10 %', 100), version('done', 100)]);
  arrive(db, [version('10 %', 100)]);
  expect(db.prepare('SELECT body FROM notices').pluck().all()).toEqual(['done']);
});

test('an older version that comes late, or earlier in the same event, changes nothing', () => {
  const db = temporaryDatabase();
  arrive(db, [version('v1', 100), version('v3', 300)]);
  const late = arrive(db, [version('v2', 200)], { verdict: toast });
  expect(late).toMatchObject({ notices: [], toasts: [] });
  expect(bodies(db)).toEqual(['v3']);
});

test('items of other sources and other sequences stay apart', () => {
  const db = temporaryDatabase();
  arrive(db, [version('a', 1)]);
  arrive(db, [version('b', 2)], { source: 'other' });
  arrive(db, [draft('c', { sequence: 'another' })]);
  expect(bodies(db)).toEqual(['a', 'b', 'c']);
});

const retraction = (kind: 'delete' | 'clear', at: number | null) => ({
  ...{ key: `${kind} ${at}`, sequence: 'item', kind, at },
});

test('what the server takes back goes, and its toast with it; what it clears is read', () => {
  const db = temporaryDatabase();
  const { toasts } = arrive(db, [version('v1', 100)], { verdict: toast });
  const cleared = arrive(db, [], { retractions: [retraction('clear', 150)], now: 3_000 });
  expect(cleared).toMatchObject({ outdated: toasts, retracted: 1 });
  expect(db.prepare('SELECT readAt FROM notices').pluck().get()).toBe(3_000);
  arrive(db, [], { retractions: [retraction('delete', 160)] });
  expect(bodies(db)).toEqual([]);
  expect(arrive(db, [version('v1', 100)]).notices).toEqual([]);
});

test('a retraction takes effect once, but not before there is what it takes back', () => {
  const db = temporaryDatabase();
  const again = { retractions: [retraction('delete', 100)] };
  expect(arrive(db, [], again).retracted).toBe(0);
  arrive(db, [version('v1', 100)]);
  expect(arrive(db, [], again).retracted).toBe(1);
  arrive(db, [version('v2', 100)]);
  expect(arrive(db, [], again).retracted).toBe(0);
  expect(bodies(db)).toEqual(['v2']);
});

test('a retraction takes effect after the drafts it came with, and never on what is newer', () => {
  const db = temporaryDatabase();
  arrive(db, [version('v1', 100)], { retractions: [retraction('delete', 110)] });
  expect(bodies(db)).toEqual([]);
  arrive(db, [version('v2', 200)]);
  expect(arrive(db, [], { retractions: [retraction('delete', 110)] }).retracted).toBe(0);
  expect(bodies(db)).toEqual(['v2']);
});
