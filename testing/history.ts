import { vi } from 'vitest';
import { readFeedMemory } from '../main/store/feeds.ts';
import type { Gap } from '../preload/contract.ts';
import type { TestBellhop } from './bellhop.ts';

/** What a test's Bellhop has, and waiting for it. */

/** The whole history, oldest first. */
export const bodies = async (bellhop: TestBellhop): Promise<string[]> =>
  (await bellhop.notices()).map(({ body }) => body).reverse();

/** Resolves when the history is exactly this. */
export async function untilBodies(bellhop: TestBellhop, expected: string[]): Promise<void> {
  while ((await bodies(bellhop)).join() !== expected.join()) await bellhop.states.next();
}

/** Resolves when the first source listens. */
export const untilOpen = (bellhop: TestBellhop) =>
  bellhop.state(({ sources }) => sources[0]?.feed.kind === 'open');

/** Resolves when the source's first connection is through with history: what comes from now on is news, or was missed. */
export const untilGreeted = (bellhop: TestBellhop, source: string) =>
  vi.waitUntil(() => readFeedMemory(bellhop.db, source).greetedAt !== null, { interval: 5 });

export async function gaps(bellhop: TestBellhop): Promise<Gap[]> {
  const filter = { view: 'inbox', source: null, topic: null, minPriority: null } as const;
  return (await bellhop.requests.listNotices({ filter, before: null, limit: 100 })).gaps;
}
