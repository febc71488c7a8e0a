import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryDatabase } from '../testing/database.ts';
import { eachPortion, FIRST_PORTION, inPortions, nextPortion } from './portions.ts';

test('a portion is as large as takes a few milliseconds, wherever that is', () => {
  const settled = (rowMs: number) => {
    let portion = FIRST_PORTION;
    for (let turn = 0; turn < 50; turn++) portion = nextPortion(portion, portion * rowMs);
    return portion;
  };
  expect([settled(0), settled(0.05), settled(0.1), settled(5)]).toEqual([250, 100, 50, 10]);
});

test('whatever a portion took, the next one is little larger, and never large', () => {
  const property = fc.property(
    fc.integer({ min: 10, max: 250 }),
    fc.double({ min: 0, noNaN: true }),
    (n, ms) => {
      const next = nextPortion(n, ms);
      expect(next).toBeGreaterThanOrEqual(10);
      expect(next).toBeLessThanOrEqual(Math.min(250, Math.max(10, n * 1.5)));
    },
  );
  fc.assert(property);
});

test('after a slow portion come smaller ones, and others have their turn between', async () => {
  const portions: number[] = [];
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  });
  await inPortions(temporaryDatabase(), (portion) => {
    portions.push(portion);
    for (const start = performance.now(); performance.now() - start < 12; ); // a slow disk
    return portions.length < 8;
  });
  clearInterval(timer);
  expect(portions.at(-1)).toBeLessThan(FIRST_PORTION);
  expect(turns).toBeGreaterThan(3);
});

test('a list is worked off once, in order, and no further than wanted', async () => {
  const list = Array.from({ length: 1_234 }, (_, n) => n);
  const db = temporaryDatabase();
  const done: number[] = [];
  await eachPortion(db, list, (some) => done.push(...some));
  expect(done).toEqual(list);
  let portions = 0;
  await eachPortion(
    db,
    list,
    () => (portions += 1),
    () => portions === 2,
  );
  expect(portions).toBe(2);
});
