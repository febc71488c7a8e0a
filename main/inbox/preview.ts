import { setImmediate } from 'node:timers/promises';
import type { RequestResults, Rule } from '../../preload/contract.ts';
import { applyRules, compileRules, mistakeIn, type Subject, TEXT_CHARS } from '../policy/rules.ts';
import { type Db, prepared } from '../store/database.ts';
import { ROW_COLUMNS, type StoredRow, toRow } from '../store/listing.ts';
import { Refusal } from '../words/refusal.ts';

/** The history may be a million; so many of the newest tell what a rule is like. */
export const LOOKED_AT = 10_000;
export const SAMPLE = 20;
const PORTION = 200;
/** After this long something else has its turn. */
const TURN_MS = 15;

type Past = Subject & { id: number; receivedAt: number };

/**
 * What a rule, saved or not, would have matched in the newest part of the history, newest first. In portions: whatever
 * else waits has its turn between.
 * @param rules all there are: those before it may make a notice urgent
 * @throws Refusal when its pattern can't be read
 */
export async function previewRule(
  db: Db,
  rule: Rule,
  rules: readonly Rule[],
  zone: string,
): Promise<RequestResults['previewRule']> {
  const mistake = mistakeIn(rule);
  if (mistake !== null) throw new Refusal(...mistake);
  const at = rules.findIndex(({ id }) => id === rule.id);
  const before = (at === -1 ? rules : rules.slice(0, at)).filter(({ action }) => action.kind === 'urgent');
  const asked = compileRules([...before, { ...rule, enabled: true }]);
  const found: number[] = [];
  let looked = 0;
  let turn = performance.now();
  for (let past = readPast(db, null); past.length > 0; past = readPast(db, past.at(-1)?.id ?? 0)) {
    for (const notice of past) {
      if (performance.now() - turn > TURN_MS) {
        await setImmediate();
        turn = performance.now();
      }
      looked += 1;
      const { applied } = applyRules(asked, notice, { at: notice.receivedAt, zone });
      if (applied.some(({ id }) => id === rule.id)) found.push(notice.id);
    }
    if (looked >= LOOKED_AT) break;
  }
  return { matched: found.length, looked, sample: readSample(db, found.slice(0, SAMPLE)) };
}

function readPast(db: Db, before: number | null): Past[] {
  return prepared(
    db,
    `SELECT id, source, title, substr(body, 1, ${TEXT_CHARS}) AS body, topic,
       coalesce(sentPriority, priority) AS priority, receivedAt FROM notices
     WHERE id < @before AND place <> 'deleted' ORDER BY id DESC LIMIT ${PORTION}`,
  ).all({ before: before ?? Number.MAX_SAFE_INTEGER }) as Past[];
}

function readSample(db: Db, ids: number[]) {
  const sql = `SELECT ${ROW_COLUMNS} FROM notices WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC`;
  return (prepared(db, sql).all(JSON.stringify(ids)) as StoredRow[]).map(toRow);
}
