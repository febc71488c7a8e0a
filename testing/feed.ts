import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type FeedTiming, TIMING } from '../main/feed/backoff.ts';
import type { Dialect } from '../main/feed/dialect.ts';
import { startFeed } from '../main/feed/feed.ts';
import type { FeedState } from '../main/feed/state.ts';
import { openDatabase } from '../main/store/database.ts';
import { type FeedMemory, readFeedMemory } from '../main/store/feeds.ts';
import { commitIntake } from '../main/store/intake.ts';
import { en } from '../main/words/en.ts';
import { say } from '../main/words/message.ts';
import { temporaryFolder } from './folder.ts';
import { recorder } from './recorder.ts';

export const QUICK: FeedTiming = { ...TIMING, routineMs: 30, baseMs: 5, capMs: 20 };

/** A feed over a real database: what it committed, and what it told. Stopped with the test. */
export function runFeed(
  dialect: Dialect,
  options: { timing?: FeedTiming; authorize?: () => Record<string, string> } = {},
) {
  const db = openDatabase(join(temporaryFolder(), 'bellhop.db'));
  const states = recorder<FeedState>();
  const journal = recorder<string>();
  const bodies = recorder<string>();
  const kept = recorder<Partial<FeedMemory>>();
  /** Of each transaction that brought notices: how many, and the cursor that it stored with them. */
  const portions: { count: number; cursor: string | null }[] = [];
  let reading = 0;
  let now = Date.now();
  const feed = startFeed({
    dialect,
    fetch,
    memory() {
      reading++;
      return readFeedMemory(db, 's');
    },
    commit(part) {
      const quiet = { verdict: 'quiet', reason: 'paused' } as const;
      const intake = { source: 's', ...part };
      const { notices } = commitIntake(db, intake, (fresh) => fresh.map(() => quiet), Date.now());
      for (const id of notices) {
        const sql = "SELECT arrival || ' ' || substr(body, 1, 20) FROM notices WHERE id = ?";
        bodies.push(db.prepare(sql).pluck().get(id) as string);
      }
      const { cursor = null } = part.memory;
      if (notices.length > 0) portions.push({ count: notices.length, cursor });
      kept.push(part.memory);
      return notices.length;
    },
    onState: states.push,
    journal: (kind, says) => journal.push(`${kind}: ${say(en, says)}`),
    clock: () => ++now, // no two moments are the same
    timing: options.timing ?? QUICK,
    authorize: options.authorize ?? (() => ({})),
  });
  onTestFinished(async () => {
    await feed.stop();
    db.close();
  });
  const cursor = () => readFeedMemory(db, 's').cursor;
  return { feed, db, states, journal, bodies, kept, portions, cursor, timesRead: () => reading };
}

export const is = (kind: FeedState['kind']) => (state: FeedState) => state.kind === kind;
export const isTrouble = (state: FeedState) => 'why' in state && state.why !== null;
