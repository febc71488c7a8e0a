import type { FoundNotice, NoticeKey, SearchFilter, SearchPage } from '../../../preload/contract.ts';
import { type Db, prepared } from '../database.ts';
import { ROW_COLUMNS, type StoredRow, toRow } from '../listing.ts';
import { type Checkpoint, findNewest } from './find.ts';
import { isIndexing } from './indexing.ts';
import type { Lens } from './lens.ts';
import type { Query } from './query.ts';
import { scopeOf } from './scope.ts';
import { cutSnippet } from './snippet.ts';

export type Search = { query: Query; filter: SearchFilter; before: NoticeKey | null; limit: number };
/** What was not understood, the query knows. */
export type Found = Omit<SearchPage, 'mistakes'>;

/**
 * One page of what was searched for, newest first, with its hits marked.
 * @param checkpoint called between steps of a few milliseconds; what it throws ends the search
 */
export function search(
  db: Db,
  lens: Lens,
  { query, filter, before, limit }: Search,
  checkpoint: Checkpoint = () => {},
): Found {
  // One transaction, so that every step sees the same history.
  return db.transaction(() => {
    const scope = scopeOf(query, filter, before);
    const { keys, stoppedAt } = findNewest({ db, lens, checkpoint }, query, scope, limit + 1);
    const page = keys.slice(0, limit);
    const next = keys.length > limit ? (page.at(-1) ?? null) : stoppedAt;
    const notices = readFound(db, lens, query.match, page);
    return { notices, next, indexing: isIndexing(db) };
  })();
}

function readFound(db: Db, lens: Lens, match: string | null, page: NoticeKey[]): FoundNotice[] {
  const rows = prepared(
    db,
    `SELECT ${ROW_COLUMNS} FROM notices WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sortAt DESC, id DESC`,
  ).all(JSON.stringify(page.map(({ id }) => id))) as StoredRow[];
  const marks = match === null ? new Map() : lens.marks(rows, match);
  return rows.map((row) => {
    const { title, body } = marks.get(row.id) ?? { title: [], body: [] };
    return { ...toRow(row), titleMarks: title, ...cutSnippet(row.body, body) };
  });
}
