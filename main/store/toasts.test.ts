import { expect, test } from 'vitest';
import { arrive, counts, digest, draft, temporaryDatabase, toast } from '../../testing/database.ts';
import { deleteNotices, readVerdicts } from './notices.ts';
import { markRead, moveNotices } from './places.ts';
import { claimToast, recordToastResult, recoverToasts, singleToastsOf } from './toasts.ts';

test('a toast is claimed once', () => {
  const db = temporaryDatabase();
  const { toasts, notices } = arrive(db, [draft('a', { title: 'T', priority: 5 })], { verdict: toast });
  const claimed = claimToast(db, toasts[0] as number, 2_000, 3);
  expect(claimed).toEqual({
    total: 1,
    sources: [{ source: 's', count: 1 }],
    kinds: [{ priority: 5, sound: null, count: 1 }],
    quietEnd: false,
    notices: [{ id: notices[0], source: 's', title: 'T', body: 'a', markdown: 0, priority: 5 }],
  });
  expect(claimToast(db, toasts[0] as number, 3_000, 3)).toBeNull();
  expect(claimToast(db, 999, 3_000, 3)).toBeNull();
});

test('one notice can’t get a second toast for the same occasion', () => {
  const db = temporaryDatabase();
  const { notices } = arrive(db, [draft('a')], { verdict: toast });
  const again = db.prepare(
    "INSERT INTO verdicts (notice, occasion, verdict, reason, at, toast) VALUES (?, 'arrival', 'toast', 'arrived', 1, NULL)",
  );
  expect(() => again.run(notices[0])).toThrow(/UNIQUE/);
});

test('a claimed digest counts what is still unread, by source, and has the newest of it', () => {
  const db = temporaryDatabase();
  const at = (key: string, createdAt: number) => draft(key, { createdAt });
  const drafts = [at('a', 1), at('b', 2), at('c', 3), at('d', 4)];
  const { notices, digest: id } = arrive(db, drafts, { verdict: digest });
  arrive(db, [at('x', 9), at('y', 8)], { verdict: digest, source: 't' });
  markRead(db, [notices[3] as number], true, 5);
  deleteNotices(db, [notices[0] as number]);
  const claimed = claimToast(db, id as number, 2_000, 3);
  const from = (source: string, count: number) => ({ source, count });
  expect(claimed).toMatchObject({ total: 4, sources: [from('s', 2), from('t', 2)] });
  expect(claimed?.notices.map(({ body }) => body)).toEqual(['x', 'y', 'c']);
});

test('what was archived, snoozed or deleted meanwhile is no news any more', () => {
  const db = temporaryDatabase();
  const { notices, digest: id } = arrive(db, [draft('a'), draft('b'), draft('c'), draft('d')], {
    verdict: digest,
  });
  const [a, b, c] = notices as [number, number, number];
  moveNotices(db, [a], { place: 'archived', heldUntil: null });
  moveNotices(db, [b], { place: 'snoozed', heldUntil: 9_999 });
  moveNotices(db, [c], { place: 'deleted', heldUntil: null });
  expect(claimToast(db, id as number, 2_000, 3)?.notices).toMatchObject([{ body: 'd' }]);
});

test('a toast whose notices are all read comes back empty, and is claimed', () => {
  const db = temporaryDatabase();
  const { notices, toasts } = arrive(db, [draft('a')], { verdict: toast });
  markRead(db, notices, true, 5);
  expect(claimToast(db, toasts[0] as number, 2_000, 3)).toMatchObject({ total: 0, notices: [] });
  expect(claimToast(db, toasts[0] as number, 2_000, 3)).toBeNull();
});

test('what the system answered is kept', () => {
  const db = temporaryDatabase();
  const { notices, toasts } = arrive(db, [draft('a'), draft('b')], { verdict: toast });
  recordToastResult(db, toasts[0] as number, { shown: true }, 7);
  recordToastResult(
    db,
    toasts[1] as number,
    { shown: false, reason: ['systemRefused', 'do not disturb'] },
    8,
  );
  const [a, b] = notices.map((id) => readVerdicts(db, id)[0]);
  expect(a).toMatchObject({ toastKind: 'single', answeredAt: 7, failure: null });
  expect(b).toMatchObject({ answeredAt: 8, failure: '["systemRefused","do not disturb"]' });
});

test('after a crash: what was never attempted becomes one digest, what was attempted is not tried again', () => {
  const db = temporaryDatabase();
  const attempted = arrive(db, [draft('a')], { verdict: toast });
  const shown = arrive(db, [draft('b')], { verdict: toast });
  const singles = arrive(db, [draft('c'), draft('d')], { verdict: toast });
  const gathering = arrive(db, [draft('e')], { verdict: digest });
  claimToast(db, attempted.toasts[0] as number, 1_500, 3);
  claimToast(db, shown.toasts[0] as number, 1_500, 3);
  recordToastResult(db, shown.toasts[0] as number, { shown: true }, 1_600);

  const recovered = recoverToasts(db, 2_000) as number;
  expect(claimToast(db, recovered, 2_001, 9)?.notices.map(({ body }) => body)).toEqual(['e', 'd', 'c']);
  for (const id of [...singles.toasts, gathering.digest as number, ...attempted.toasts]) {
    expect(claimToast(db, id, 2_002, 3)).toBeNull();
  }
  expect(counts(db).toasts).toBe(3);
  const why = readVerdicts(db, attempted.notices[0] as number)[0];
  expect(why).toMatchObject({ failure: '["endedBeforeAnswer"]', answeredAt: 2_000 });
  expect(readVerdicts(db, shown.notices[0] as number)[0]).toMatchObject({ failure: null, answeredAt: 1_600 });
  expect(recoverToasts(db, 3_000)).toBeNull();
});

test('the toasts of a notice alone are found, to be taken back; a digest is not', () => {
  const db = temporaryDatabase();
  const single = arrive(db, [draft('a'), draft('b')], { verdict: toast });
  const flood = arrive(db, [draft('c')], { verdict: digest });
  expect(singleToastsOf(db, [...single.notices, ...flood.notices])).toEqual(single.toasts);
  expect(singleToastsOf(db, [])).toEqual([]);
});
