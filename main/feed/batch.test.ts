import { expect, onTestFinished, test, vi } from 'vitest';
import { draft } from '../../testing/database.ts';
import { createBatch, type Portion } from './batch.ts';

const NONE: Portion = { drafts: [], retractions: [], memory: {} };
const fail = (error: unknown) => expect.unreachable(String(error));
const keysOf = ({ drafts }: Portion) => drafts.map(({ key }) => key);

/** A batch, and what it stored, portion by portion. */
function batch() {
  const stored: Portion[] = [];
  return { stored, ...createBatch((portion) => void stored.push(portion), fail) };
}

test('more than share a transaction are stored in parts: all of them, in order, each part with the cursor of its last', () => {
  const { stored, add, flush } = batch();
  const keys = Array.from({ length: 1_037 }, (_, n) => `${n}`);
  for (const key of keys) add({ ...NONE, drafts: [draft(key)], memory: { cursor: key } });
  flush();
  expect(stored.map(({ drafts }) => drafts.length)).toEqual([...Array(10).fill(100), 37]);
  expect(stored.flatMap(keysOf)).toEqual(keys);
  for (const portion of stored) expect(portion.memory.cursor).toBe(keysOf(portion).at(-1));
});

test('few long ones are as much as many short ones: they are stored in parts too', () => {
  const { stored, add, flush } = batch();
  const keys = Array.from({ length: 10 }, (_, n) => `${n}`);
  for (const key of keys) add({ ...NONE, drafts: [draft(key, { body: 'x'.repeat(1024 * 1024) })] });
  flush();
  expect(stored.map(({ drafts }) => drafts.length)).toEqual([4, 4, 2]);
  expect(stored.flatMap(keysOf)).toEqual(keys);
});

test('what nothing follows does not wait for more', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { stored, add } = batch();
  add({ ...NONE, drafts: [draft('a')] });
  expect(stored).toEqual([]);
  vi.runAllTimers();
  expect(stored.map(keysOf)).toEqual([['a']]);
});
