import { type Db, prepared } from './database.ts';

/** How often a rule took part, and when last (unix milliseconds). */
export type RuleCount = { matched: number; lastAt: number };

/** For use within the transaction that stores what the rule did. */
export function countRule(db: Db, rule: string, now: number): void {
  prepared(
    db,
    `INSERT INTO rule_counts (rule, matched, lastAt) VALUES (@rule, 1, @now)
     ON CONFLICT DO UPDATE SET matched = matched + 1, lastAt = max(lastAt, @now)`,
  ).run({ rule, now });
}

export function readRuleCounts(db: Db): Map<string, RuleCount> {
  const rows = prepared(db, 'SELECT rule, matched, lastAt FROM rule_counts').all() as (RuleCount & {
    rule: string;
  })[];
  return new Map(rows.map(({ rule, ...count }) => [rule, count]));
}

/** Forgets what rules did that are no more. */
export function keepRuleCounts(db: Db, rules: string[]): void {
  prepared(db, 'DELETE FROM rule_counts WHERE rule NOT IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(rules),
  );
}
