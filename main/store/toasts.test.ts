import { expect, test } from 'vitest';
import { arrive, counts, digest, draft, temporaryDatabase, toast, told } from '../../testing/database.ts';
import { readVerdicts } from './notices.ts';
import {
  claimToast,
  NOTICES_OF_TOAST,
  noticesOfToast,
  recordToastResult,
  recoverToasts,
  singleToastsOf,
  type ToastNotice,
} from './toasts.ts';

const page = { after: 0, limit: 10, letters: 10 };

test('a toast is claimed once', () => {
  const db = temporaryDatabase();
  const [id] = arrive(db, [draft('a')], { verdict: toast }).toasts as [number];
  expect([claimToast(db, id, 2_000), claimToast(db, id, 3_000), claimToast(db, 999, 3_000)]).toEqual([
    ...[true, false, false],
  ]);
});

test('the notices of a toast are read a page at a time, each once, and of a long text only so much as is asked for', () => {
  const db = temporaryDatabase();
  const { digest: id } = arrive(db, [draft('a', { title: 'T', priority: 5 }), draft('long text')], {
    verdict: digest,
  });
  const [a] = noticesOfToast(db, id as number, { ...page, limit: 1 }) as [ToastNotice];
  expect(a).toEqual({
    ...{ id: a.id, source: 's', title: 'T', body: 'a', markdown: 0, priority: 5, sound: null },
    ...{ sortAt: a.sortAt, isUnread: 1, wasHeld: 0 },
  });
  const after = noticesOfToast(db, id as number, { after: a.id, limit: 9, letters: 4 });
  expect(after.map(({ body }) => body)).toEqual(['long']);
});

test('what a toast tells of is looked up, however much is in the inbox', () => {
  const plan = temporaryDatabase().prepare(`EXPLAIN QUERY PLAN ${NOTICES_OF_TOAST}`);
  expect((plan.all({ ...page, toast: 1 }) as { detail: string }[]).map(({ detail }) => detail)).toEqual([
    'SEARCH v USING INDEX verdicts_of_toast (toast=? AND notice>?)',
    'SEARCH n USING INTEGER PRIMARY KEY (rowid=?)',
  ]);
});

test('one notice can’t get a second toast for the same occasion', () => {
  const db = temporaryDatabase();
  const { notices } = arrive(db, [draft('a')], { verdict: toast });
  const again = db.prepare(
    "INSERT INTO verdicts (notice, occasion, verdict, reason, at, toast) VALUES (?, 'arrival', 'toast', 'arrived', 1, NULL)",
  );
  expect(() => again.run(notices[0])).toThrow(/UNIQUE/);
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
  claimToast(db, attempted.toasts[0] as number, 1_500);
  claimToast(db, shown.toasts[0] as number, 1_500);
  recordToastResult(db, shown.toasts[0] as number, { shown: true }, 1_600);

  const recovered = recoverToasts(db, 2_000) as number;
  expect(recovered).toBe(gathering.digest);
  expect(told(db, recovered)).toMatchObject({ notices: [{ body: 'e' }, { body: 'd' }, { body: 'c' }] });
  for (const id of [...singles.toasts, ...attempted.toasts]) expect(claimToast(db, id, 2_002)).toBe(false);
  expect(claimToast(db, recovered, 2_002)).toBe(true);
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
