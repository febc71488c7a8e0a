import { expect, test } from 'vitest';
import { arrive, digest, draft, temporaryDatabase, toast, told } from '../../testing/database.ts';
import { deleteNotices } from '../store/notices.ts';
import { markRead, moveNotices } from '../store/places.ts';
import { noticesOfToast } from '../store/toasts.ts';
import { addToTally, newTally, toldOf } from './told.ts';

const at = (key: string, createdAt: number) => draft(key, { createdAt });

test('a digest counts what is still unread, by source, and has the newest of it', () => {
  const db = temporaryDatabase();
  const drafts = [at('a', 1), at('b', 2), at('c', 3), at('d', 4)];
  const { notices, digest: id } = arrive(db, drafts, { verdict: digest });
  arrive(db, [at('v', 6), at('x', 9), at('y', 8)], { verdict: digest, source: 't' });
  markRead(db, [notices[3] as number], true, 5);
  deleteNotices(db, [notices[0] as number]);
  const from = (source: string, count: number) => ({ source, count });
  expect(told(db, id)).toMatchObject({
    ...{ total: 5, sources: [from('t', 3), from('s', 2)], quietEnd: false },
    notices: [{ body: 'x' }, { body: 'y' }, { body: 'v' }],
  });
});

test('read in portions it is the same', () => {
  const db = temporaryDatabase();
  const drafts = [at('a', 5), draft('b', { createdAt: 1, priority: 5 }), at('c', 3), at('d', 4), at('e', 2)];
  const { digest: id } = arrive(db, drafts, { verdict: digest });
  const tally = newTally();
  for (let after = 0, notices = []; ; after = notices.at(-1)?.id ?? 0) {
    notices = noticesOfToast(db, id as number, { after, limit: 2, letters: 100 });
    if (notices.length === 0) break;
    addToTally(tally, notices);
  }
  expect(toldOf(tally)).toEqual(told(db, id));
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
  expect(told(db, id)).toMatchObject({ total: 1, notices: [{ body: 'd' }] });
});

test('a toast whose notices are all read tells nothing', () => {
  const db = temporaryDatabase();
  const { notices, toasts } = arrive(db, [draft('a')], { verdict: toast });
  markRead(db, notices, true, 5);
  expect(told(db, toasts[0] ?? null)).toMatchObject({ total: 0, notices: [] });
});
