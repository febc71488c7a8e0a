import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, openDatabase } from '../main/store/database.ts';
import { migrations } from '../main/store/migrations.ts';
import { createDice, makeNotice } from './corpus.ts';

export const NOTICES = 1_000_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A store with a million notices: made once, in a minute or two, and kept among the system’s temporary files. */
export function millionNotices(): string {
  const file = join(tmpdir(), `bellhop-bench-million-${migrations.length}.2.db`);
  if (existsSync(file)) return file;
  console.error('Making a store of a million notices …');
  const making = `${file}.making`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(making + suffix, { force: true });
  const db = openDatabase(making);
  db.pragma('synchronous = OFF');
  later(db, ['index', 'trigger'], () => db.transaction(fill)(db));
  db.close();
  renameSync(making, file); // half a store is none
  return file;
}

/** Without indexes and triggers it takes a quarter of the time. */
function later(db: Db, kinds: string[], work: () => void): void {
  const parts = db
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND tbl_name = 'notices' AND type IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(kinds)) as { type: string; name: string; sql: string }[];
  for (const { type, name } of parts) db.exec(`DROP ${type} ${name}`);
  work();
  for (const { sql } of parts) db.exec(sql);
}

function fill(db: Db): void {
  const insert = db.prepare(
    `INSERT INTO notices (source, title, body, topic, priority, tags, receivedAt, sortAt, readAt, arrival, raw)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'live', ?)`,
  );
  const dice = createDice(7);
  let at = Date.UTC(2024, 0, 1);
  for (let made = 0; made < NOTICES; made++) {
    const notice = makeNotice(dice);
    const { source, title, body, topic, priority, tags } = notice;
    at += Math.floor(dice() * MINUTE_MS);
    const late = dice() < 0.02 ? Math.floor(dice() * DAY_MS) : 0; // after a night without network
    const readAt = dice() < 0.9 ? at : null;
    insert.run(source, title, body, topic, priority, tags, at, at - late, readAt, JSON.stringify(notice));
  }
  db.exec(`
    INSERT INTO seen (source, key, at) SELECT source, 'id:' || id, receivedAt FROM notices ORDER BY source, 'id:' || id;
    INSERT INTO verdicts (notice, occasion, verdict, reason, at)
      SELECT id, 'arrival', 'quiet', 'paused', receivedAt FROM notices;
    INSERT INTO counts SELECT source, count(*), count(*) FILTER (WHERE readAt IS NULL), 0, max(sortAt)
      FROM notices GROUP BY source;
    INSERT INTO search (search) VALUES ('rebuild');
    UPDATE search_progress SET indexedFrom = 1;
  `);
}
