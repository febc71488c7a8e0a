import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../main/store/database.ts';
import { migrations } from '../main/store/migrations.ts';
import { createDice, makeNotice } from './corpus.ts';

export const NOTICES = 1_000_000;
const PER_TRANSACTION = 10_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A store with a million notices: made once, in two to four minutes, and kept among the system’s temporary files. */
export function millionNotices(): string {
  const file = join(tmpdir(), `bellhop-bench-million-${migrations.length}.db`);
  if (existsSync(file)) return file;
  const making = `${file}.making`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(making + suffix, { force: true });
  fill(making);
  renameSync(making, file); // half a store is none
  return file;
}

function fill(file: string): void {
  const db = openDatabase(file);
  db.pragma('synchronous = OFF');
  const insert = db.prepare(
    `INSERT INTO notices (source, title, body, topic, priority, tags, receivedAt, sortAt, readAt, arrival, raw)
     VALUES (@source, @title, @body, @topic, @priority, @tags, @at, @sortAt, @readAt, 'live', @raw)`,
  );
  const dice = createDice(7);
  let at = Date.UTC(2024, 0, 1);
  const some = db.transaction((count: number) => {
    for (let i = 0; i < count; i++) {
      const notice = makeNotice(dice);
      at += Math.floor(dice() * MINUTE_MS);
      const late = dice() < 0.02 ? Math.floor(dice() * DAY_MS) : 0; // after a night without network
      const readAt = dice() < 0.99 ? at : null;
      insert.run({ ...notice, at, sortAt: at - late, readAt, raw: JSON.stringify(notice) });
    }
  });
  for (let made = 0; made < NOTICES; made += PER_TRANSACTION) some(PER_TRANSACTION);
  db.close();
}
