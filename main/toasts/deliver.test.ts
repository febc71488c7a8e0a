import { afterEach, expect, test, vi } from 'vitest';
import { arrive, digest, draft, temporaryDatabase, toast } from '../../testing/database.ts';
import type { Toast, ToastResult } from '../host.ts';
import { settingsSchema } from '../settings/schema.ts';
import { readNotice, readVerdicts } from '../store/notices.ts';
import { markRead } from '../store/places.ts';
import { wordsIn } from '../words/words.ts';
import { createDelivery, DIGEST_MAX_MS, DIGEST_OF_MISSED_QUIET_MS, DIGEST_QUIET_MS } from './deliver.ts';

const { preferences } = settingsSchema.parse({});
afterEach(() => void vi.useRealTimers());

/** A delivery to a screen that answers when the test says so (at once by default). */
function deliverTo(answer: (toast: Toast) => Promise<ToastResult> = async () => ({ shown: true })) {
  const db = temporaryDatabase();
  const shown: Toast[] = [];
  const opened: (number | null)[] = [];
  const errors: unknown[] = [];
  const clicks: (() => void)[] = [];
  const start = () =>
    createDelivery({
      words: () => wordsIn('en'),
      db,
      clock: () => 5_000,
      nameOf: () => 'Server',
      preferences: () => preferences,
      onChange: () => {},
      onError: (error) => errors.push(error),
      host: {
        toast(one, onClick) {
          shown.push(one);
          clicks.push(onClick);
          return answer(one);
        },
        showInbox: (notice) => opened.push(notice),
      },
    });
  return { db, start, delivery: start(), shown, opened, clicks, errors };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));
const withFakeTimers = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
/** A start when nothing forbids toasts. */
function recover(delivery: ReturnType<typeof createDelivery>) {
  delivery.recover();
  delivery.showRecovered();
}
const why = (db: Parameters<typeof readVerdicts>[0], id: number | undefined) =>
  readVerdicts(db, id as number)[0];

test('a toast is marked as attempted before the system gets it, and what it answered is kept', async () => {
  let attemptedAt: unknown;
  const { db, delivery } = deliverTo(async ({ id }) => {
    attemptedAt = db.prepare('SELECT attemptedAt FROM toasts WHERE id = ?').pluck().get(id);
    return { shown: false, reason: ['systemRefused', 'do not disturb'] };
  });
  const committed = arrive(db, [draft('a')], { verdict: toast });
  delivery.deliver(committed, 'live');
  await settled();
  expect(attemptedAt).toBe(5_000);
  expect(why(db, committed.notices[0])).toMatchObject({
    answeredAt: 5_000,
    failure: '["systemRefused","do not disturb"]',
  });
});

test('the same toast is handed over once, however often it is delivered or recovered', async () => {
  const { db, delivery, shown, start } = deliverTo();
  const committed = arrive(db, [draft('a'), draft('b')], { verdict: toast });
  delivery.deliver(committed, 'live');
  delivery.deliver(committed, 'live');
  await settled();
  recover(delivery);
  recover(start());
  await settled();
  expect(shown.map(({ body }) => body)).toEqual(['a', 'b']);
});

test('a notice read in the meantime raises no toast, and its why says so', async () => {
  const { db, delivery, shown } = deliverTo();
  const committed = arrive(db, [draft('a')], { verdict: toast });
  markRead(db, committed.notices, true, 1);
  delivery.deliver(committed, 'live');
  await settled();
  expect(shown).toEqual([]);
  const reason = '["nothingLeft"]';
  expect(why(db, committed.notices[0])).toMatchObject({ failure: reason });
});

test('a click marks the notice read and opens the inbox there; on a digest it only opens it', async () => {
  const { db, delivery, opened, clicks } = deliverTo();
  const { notices, toasts } = arrive(db, [draft('a')], { verdict: toast });
  delivery.deliver({ notices, toasts, digest: null, outdated: [], retracted: 0 }, 'live');
  await settled();
  clicks[0]?.();
  expect(opened).toEqual(notices);
  expect(readNotice(db, notices[0] as number)?.readAt).toBe(5_000);

  const flood = arrive(db, [draft('b'), draft('c')], { verdict: digest });
  const now = { toasts: [flood.digest as number], digest: null };
  delivery.deliver({ ...flood, ...now }, 'live');
  await settled();
  clicks[1]?.();
  expect(opened).toEqual([...notices, null]);
  expect(readNotice(db, flood.notices[0] as number)?.readAt).toBeNull();
});

test('a digest gathers until it is quiet', async () => {
  withFakeTimers();
  const { db, delivery, shown } = deliverTo();
  delivery.deliver(arrive(db, [draft('a')], { verdict: digest }), 'live');
  vi.advanceTimersByTime(DIGEST_QUIET_MS - 1);
  delivery.deliver(arrive(db, [draft('b')], { verdict: digest }), 'live');
  vi.advanceTimersByTime(DIGEST_QUIET_MS - 1);
  await settled();
  expect(shown).toEqual([]);
  vi.advanceTimersByTime(1);
  await settled();
  expect(shown).toMatchObject([{ title: '2 new notifications' }]);
  delivery.deliver(arrive(db, [draft('c')], { verdict: digest }), 'live');
  vi.advanceTimersByTime(DIGEST_QUIET_MS);
  await settled();
  expect(shown.map(({ body }) => body)).toEqual(['Server 2\nb\na', 'c']);
});

test('a digest does not gather for ever', async () => {
  withFakeTimers();
  const { db, delivery, shown } = deliverTo();
  const step = DIGEST_QUIET_MS / 2;
  for (let waited = 0; waited < DIGEST_MAX_MS; waited += step) {
    expect(shown).toEqual([]);
    delivery.deliver(arrive(db, [draft(`${waited}`)], { verdict: digest }), 'live');
    vi.advanceTimersByTime(step);
    await settled();
  }
  expect(shown).toHaveLength(1);
});

test('what was missed over a long time away is one digest, however long it takes to come', async () => {
  withFakeTimers();
  const { db, delivery, shown } = deliverTo();
  const step = DIGEST_OF_MISSED_QUIET_MS - 1;
  for (let part = 1; part <= 30; part++) {
    delivery.deliver(arrive(db, [draft(`${part}`)], { verdict: digest }), 'catch-up');
    vi.advanceTimersByTime(step);
    await settled();
  }
  expect(shown).toEqual([]);
  vi.advanceTimersByTime(step);
  await settled();
  expect(shown).toMatchObject([{ title: '30 new notifications' }]);
});

test('what an earlier run left is one digest; what gathered when it stopped is not lost', async () => {
  withFakeTimers();
  const { db, delivery, shown, start } = deliverTo();
  delivery.deliver(arrive(db, [draft('a')], { verdict: digest }), 'live');
  delivery.stop();
  vi.advanceTimersByTime(DIGEST_MAX_MS);
  await settled();
  expect(shown).toEqual([]);
  arrive(db, [draft('b'), draft('c')], { verdict: toast });
  recover(start());
  await settled();
  expect(shown).toMatchObject([{ title: '3 new notifications' }]);
  recover(start());
  await settled();
  expect(shown).toHaveLength(1);
});

test('what is committed while Bellhop ends waits for the next start: a toast would go down with it', async () => {
  withFakeTimers();
  const { db, delivery, shown, errors, start } = deliverTo();
  delivery.stop();
  delivery.deliver(arrive(db, [draft('a')], { verdict: toast }), 'catch-up');
  delivery.deliver(arrive(db, [draft('b'), draft('c')], { verdict: digest }), 'catch-up');
  vi.advanceTimersByTime(DIGEST_MAX_MS);
  await settled();
  expect([shown, errors]).toEqual([[], []]);
  recover(start());
  await settled();
  expect(shown).toMatchObject([{ title: '3 new notifications' }]);
});

test('a digest of very many is read with room between, and waits for the next start if Bellhop ends meanwhile', async () => {
  const { db, delivery, shown, errors, start } = deliverTo();
  const drafts = Array.from({ length: 1_200 }, (_, n) => draft(`${n}`, { createdAt: n }));
  const { digest: id } = arrive(db, drafts, { verdict: digest });
  delivery.deliver({ toasts: [id as number], digest: null, notices: [], outdated: [], retracted: 0 }, 'live');
  delivery.stop();
  await settled();
  const again = start();
  recover(again);
  expect(shown).toEqual([]);
  await vi.waitUntil(() => shown.length > 0);
  expect(shown).toMatchObject([{ title: '1,200 new notifications', body: 'Server 1,200\n1199\n1198\n1197' }]);
  expect(errors).toEqual([]);
});

test('an answer or a click that comes after the end changes nothing and breaks nothing', async () => {
  const late = Promise.withResolvers<ToastResult>();
  const { db, delivery, clicks, opened, errors } = deliverTo(() => late.promise);
  delivery.deliver(arrive(db, [draft('a')], { verdict: toast }), 'live');
  await settled();
  delivery.stop();
  db.close();
  late.resolve({ shown: true });
  await settled();
  clicks[0]?.();
  expect([errors, opened]).toEqual([[], []]);
});

test('a store that fails while a toast is handled is told, and the toast stays for the next start', async () => {
  const { db, delivery, shown, errors, start } = deliverTo();
  const committed = arrive(db, [draft('a')], { verdict: toast });
  db.pragma('query_only = 1');
  delivery.deliver(committed, 'live');
  await settled();
  expect(errors).toMatchObject([{ code: 'SQLITE_READONLY' }]);
  expect(shown).toEqual([]);
  db.pragma('query_only = 0');
  recover(start());
  await settled();
  expect(shown.map(({ body }) => body)).toEqual(['a']);
});

test('a store that fails under a click or at the start is told, and the inbox opens all the same', async () => {
  const { db, delivery, clicks, opened, errors } = deliverTo();
  const committed = arrive(db, [draft('a')], { verdict: toast });
  delivery.deliver(committed, 'live');
  await settled();
  db.exec('ALTER TABLE notices RENAME TO notices_away; ALTER TABLE toasts RENAME TO toasts_away');
  clicks[0]?.();
  expect(opened).toEqual(committed.notices);
  delivery.recover();
  expect(errors).toHaveLength(2);
});
