import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Draft, PLAIN } from '../main/notice.ts';
import type { Verdict } from '../main/policy/decide.ts';
import { type Db, openDatabase } from '../main/store/database.ts';
import { commitIntake, type Intake } from '../main/store/intake.ts';
import { noticesOfToast } from '../main/store/toasts.ts';
import { addToTally, newTally, type Told, toldOf } from '../main/toasts/told.ts';
import { temporaryFolder } from './folder.ts';

/** A new history, made once: making each by all migrations takes longer than most tests. */
let fresh: Buffer | undefined;

/** A history in a file of its own; both go with the test. */
export function temporaryDatabase(): Db {
  const file = join(temporaryFolder(), 'bellhop.db');
  if (fresh) writeFileSync(file, fresh);
  const db = openDatabase(file);
  fresh ??= db.serialize();
  onTestFinished(() => void db.close());
  return db;
}

export function draft(key: string, part: Partial<Draft> = {}): Draft {
  const rest = { title: null, topic: null, priority: 3, link: null, tags: [], createdAt: null, raw: null };
  return { ...PLAIN, key, body: key, ...rest, ...part };
}

export const toast: Verdict = { verdict: 'toast', reason: 'arrived' };
export const digest: Verdict = { verdict: 'digest', reason: 'flood' };
export const quiet: Verdict = { verdict: 'quiet', reason: 'paused' };

/** Commits drafts of source "s" (or another) that all get the same verdict. */
export function arrive(
  db: Db,
  drafts: Draft[],
  { verdict = quiet, now = 1_000, ...intake }: Partial<Intake> & { verdict?: Verdict; now?: number } = {},
) {
  const whole: Intake = { source: 's', arrival: 'live', drafts, retractions: [], memory: {}, ...intake };
  return commitIntake(db, whole, (fresh) => fresh.map(() => verdict), now);
}

/** What a toast tells. */
export function told(db: Db, toast: number | null): Told {
  const tally = newTally();
  addToTally(tally, noticesOfToast(db, toast ?? 0, { after: 0, limit: 100, letters: 100 }));
  return toldOf(tally);
}

/** How many rows each table holds. */
export function counts(db: Db): Record<string, number> {
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  return Object.fromEntries(['notices', 'seen', 'feeds', 'toasts', 'verdicts'].map((t) => [t, count(t)]));
}
