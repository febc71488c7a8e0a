import { expect, test } from 'vitest';
import { arrive, draft, temporaryDatabase, told } from '../../testing/database.ts';
import type { Verdict } from '../policy/decide.ts';
import { releaseHeld } from './held.ts';
import { readVerdicts } from './notices.ts';
import { markRead, moveNotices } from './places.ts';
import { claimToast } from './toasts.ts';

const held: Verdict = { verdict: 'hold', reason: 'quiet-hours' };
const paused: Verdict = { verdict: 'quiet', reason: 'paused' };

test('what quiet hours held back goes into one digest, once, the most important first', () => {
  const db = temporaryDatabase();
  const drafts = [draft('a', { createdAt: 1 }), draft('b', { createdAt: 2, priority: 4 })];
  const { notices } = arrive(db, drafts, { verdict: held });
  arrive(db, [draft('c', { createdAt: 3 })], { verdict: held, source: 't' });
  arrive(db, [draft('not held')], { verdict: paused });
  const { committed, released } = releaseHeld(db, 5_000, 10);
  expect([committed.notices.length, committed.toasts, released]).toEqual([3, [], 3]);
  expect(told(db, committed.digest)).toMatchObject({
    ...{ total: 3, quietEnd: true },
    notices: [{ body: 'b' }, { body: 'c' }, { body: 'a' }],
  });
  expect(readVerdicts(db, notices[0] as number)).toMatchObject([
    { occasion: 'arrival', verdict: 'hold', toastKind: null },
    { occasion: 'quiet-end 5000', verdict: 'digest', reason: 'quiet-end', toastKind: 'digest', at: 5_000 },
  ]);
  expect(releaseHeld(db, 6_000, 10)).toMatchObject({ committed: { digest: null }, released: 0 });
});

test('what was read, archived or deleted meanwhile is no news, then or later', () => {
  const db = temporaryDatabase();
  const { notices } = arrive(db, [draft('a'), draft('b'), draft('c')], { verdict: held });
  const [a, b, c] = notices as [number, number, number];
  markRead(db, [a], true, 2_000);
  moveNotices(db, [b], { place: 'archived', heldUntil: null });
  moveNotices(db, [c], { place: 'deleted', heldUntil: null });
  expect(releaseHeld(db, 5_000, 10)).toMatchObject({ committed: { digest: null }, released: 3 });
  markRead(db, [a], false, 6_000);
  expect(releaseHeld(db, 7_000, 10).released).toBe(0);
});

test('what came from a source that is muted by then is told no more', () => {
  const db = temporaryDatabase();
  arrive(db, [draft('a')], { verdict: held });
  arrive(db, [draft('b')], { verdict: held, source: 'muted' });
  const { committed, released } = releaseHeld(db, 5_000, 10, ['muted']);
  expect([committed.notices.length, released]).toEqual([1, 2]);
  expect(told(db, committed.digest).notices).toMatchObject([{ body: 'a' }]);
});

test('in portions it is one digest; held again the next night, it is told again', () => {
  const db = temporaryDatabase();
  arrive(db, [draft('a', { sequence: 'x' }), draft('b'), draft('c')], { verdict: held });
  const first = releaseHeld(db, 5_000, 2);
  const second = releaseHeld(db, 5_000, 2);
  expect([first.released, second.released]).toEqual([2, 1]);
  expect(second.committed.digest).toBe(first.committed.digest);
  claimToast(db, first.committed.digest as number, 5_001);
  arrive(db, [draft('a2', { sequence: 'x' })], { verdict: held, now: 6_000 });
  const next = releaseHeld(db, 9_000, 10);
  expect(told(db, next.committed.digest).notices).toMatchObject([{ body: 'a2' }]);
});
