import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { arrive, digest, draft, temporaryDatabase, toast, told } from '../../testing/database.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import type { Draft } from '../notice.ts';
import { type Db, openDatabase } from './database.ts';
import { FOLD_MS } from './fold.ts';
import { listNotices } from './listing.ts';
import { readNotice, readVerdicts } from './notices.ts';
import { markRead, moveNotices } from './places.ts';

const NOW = 10 * FOLD_MS;
const failed = (key: string, part: Partial<Draft> = {}) =>
  draft(key, { title: 'Backup', body: 'failed', createdAt: NOW, ...part });
const rows = (db: Db) =>
  listNotices(db, { view: 'inbox', source: null, topic: null, minPriority: null }, null, 100).notices.map(
    ({ body, repeats }) => `${body} ${repeats}`,
  );
/** Equal ones, one after the other. */
function both(first: Draft, second: Draft, between: (db: Db, id: number) => void = () => {}) {
  const db = temporaryDatabase();
  const [id] = arrive(db, [first], { now: NOW }).notices as [number];
  between(db, id);
  arrive(db, [second], { now: NOW + 5 });
  return rows(db);
}

test('an equal one counts as the unread one that is there: one row, as new as the newer, one more verdict', () => {
  const db = temporaryDatabase();
  const first = arrive(db, [failed('1')], { verdict: toast, now: NOW });
  const again = arrive(db, [failed('2', { createdAt: NOW + 3, raw: '{"n":2}' })], {
    verdict: toast,
    now: NOW + 5,
  });
  expect(again).toMatchObject({ notices: first.notices, outdated: first.toasts });
  expect(again.toasts).toHaveLength(1);
  const [id] = first.notices as [number];
  expect(readNotice(db, id)).toMatchObject({
    ...{ repeats: 1, receivedAt: NOW, createdAt: NOW + 3, sortAt: NOW + 3, raw: '{"n":2}' },
  });
  expect(readVerdicts(db, id).map(({ occasion }) => occasion)).toEqual(['arrival', 'again 2']);
  expect(told(db, again.toasts[0] ?? null).notices).toMatchObject([{ body: 'failed' }]);
});

test('one that comes late doesn’t make it older', () => {
  const db = temporaryDatabase();
  const [id] = arrive(db, [failed('1', { raw: '1' })], { now: NOW }).notices as [number];
  arrive(db, [failed('2', { createdAt: NOW - 50, raw: '2' })], { now: NOW + 5 });
  expect(readNotice(db, id)).toMatchObject({ repeats: 1, createdAt: NOW, sortAt: NOW, raw: '1' });
});

test('equal ones of one event are one row with one toast', () => {
  const db = temporaryDatabase();
  const { toasts, outdated, notices } = arrive(db, [failed('1'), failed('2'), failed('3')], {
    ...{ verdict: toast, now: NOW },
  });
  expect([toasts.length, outdated.length, new Set(notices).size]).toEqual([1, 0, 1]);
  expect(rows(db)).toEqual(['failed 2']);
  expect(readVerdicts(db, notices[0] as number).map(({ occasion }) => occasion)).toEqual([
    ...['arrival', 'again 2', 'again 3'],
  ]);
});

test('a flood of equal ones is one notice in its digest', () => {
  const db = temporaryDatabase();
  const flood = arrive(db, [failed('1'), failed('2'), failed('3')], { verdict: digest, now: NOW });
  expect(told(db, flood.digest)).toMatchObject({ total: 1 });
});

test.each<[string, Partial<Draft>]>([
  ['another title', { title: 'Copy' }],
  ['another text', { body: 'failed.' }],
  ['another topic', { topic: 't' }],
  ['another priority', { priority: 4 }],
  ['another link', { link: 'https://a.example/2' }],
  ['other tags', { tags: ['x'] }],
  [
    'another picture',
    { attachments: [{ name: 'a', url: 'https://a.example/a', type: null, bytes: null, expiresAt: null }] },
  ],
  ['a day and more later', { createdAt: NOW - FOLD_MS - 1 }],
  ['a sequence of its own', { sequence: 'x' }],
])('%s: it stands for itself', (_what, part) => {
  expect(both(failed('1', part), failed('2'))).toHaveLength(2);
});

test.each<[string, (db: Db, id: number) => void]>([
  ['read', (db, id) => markRead(db, [id], true, 5)],
  ['archived', (db, id) => moveNotices(db, [id], { place: 'archived', heldUntil: null })],
  ['snoozed', (db, id) => moveNotices(db, [id], { place: 'snoozed', heldUntil: 9e15 })],
  ['deleted', (db, id) => moveNotices(db, [id], { place: 'deleted', heldUntil: null })],
])('what is %s takes nothing in: the new one is a row of the inbox', (_what, dealWith) => {
  expect(both(failed('1'), failed('2'), dealWith)).toContain('failed 0');
});

test('neither does history, nor another source', () => {
  const db = temporaryDatabase();
  arrive(db, [failed('1'), failed('2')], { arrival: 'first', now: NOW });
  arrive(db, [failed('1')], { source: 't', now: NOW });
  arrive(db, [failed('3')], { now: NOW });
  expect(rows(db)).toEqual(['failed 0', 'failed 0', 'failed 0', 'failed 0']);
});

test('what an earlier run left takes in an equal one too', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'bellhop.db');
  const first = openDatabase(file);
  arrive(first, [failed('1'), failed('other', { body: 'done' })], { now: NOW });
  first.close();
  const second = openDatabase(file);
  onTestFinished(() => void second.close());
  arrive(second, [failed('2')], { now: NOW + 5 });
  expect(rows(second)).toEqual(['done 0', 'failed 1']);
});

test('a transaction that fails leaves nothing to count as', () => {
  const db = temporaryDatabase();
  db.exec("CREATE TRIGGER refuse BEFORE INSERT ON verdicts BEGIN SELECT raise(ABORT, 'no'); END");
  expect(() => arrive(db, [failed('1')], { now: NOW })).toThrow('no');
  db.exec('DROP TRIGGER refuse');
  arrive(db, [failed('1')], { now: NOW });
  expect(rows(db)).toEqual(['failed 0']);
});
