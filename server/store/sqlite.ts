import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from './migrations.ts';
import type { Row, Store, Token } from './store.ts';

/** How much of a token's hash `token list` shows and `token revoke` takes. */
export const TOKEN_ID_LENGTH = 12;

const ROW_COLUMNS = 'id, content, notificationTypeId, createdAt, title, priority, link, tags';

/**
 * An id is the time of insertion in milliseconds, or one more than the last id where that is higher. So ids only
 * grow; a server that lost its database, or went back to a backup, does not issue an id twice (clients remember
 * the ids they have seen); and `since=<ms>` and `since=<id>` are the same comparison. AUTOINCREMENT keeps the last id
 * in sqlite_sequence even when its row is gone. Ids stay far below 2^53, where JSON numbers stop being exact.
 */
const INSERT_ROW = `
  INSERT INTO notifications (id, toUserId, content, notificationTypeId, createdAt, title, priority, link, tags)
  VALUES (
    max($now, 1 + coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'notifications'), 0)),
    $toUserId, $content, $notificationTypeId, $createdAt, $title, $priority, $link, $tags
  ) RETURNING ${ROW_COLUMNS}`;

/**
 * Opens (and creates) the server's database.
 * @throws Error in words when the file can't be opened, is no database, or was written by a newer Bellhop.
 */
export function openSqliteStore(file: string, now: () => number = Date.now): Store {
  const db = open(file);
  const insertRow = db.prepare(INSERT_ROW);
  const rows = db.prepare(
    `SELECT ${ROW_COLUMNS} FROM notifications WHERE toUserId = $userId AND id > $after AND id <= $upTo
     ORDER BY id LIMIT $limit`,
  );
  const rowsCreatedSince = db.prepare(
    `SELECT ${ROW_COLUMNS} FROM notifications WHERE toUserId = ? AND createdAt >= ? ORDER BY createdAt DESC, id DESC`,
  );
  const newestId = db.prepare('SELECT max(id) FROM notifications WHERE toUserId = ?').pluck();
  const addToken = db.prepare(
    'INSERT INTO tokens (hash, userId, label, publishAny, createdAt) VALUES ($hash, $userId, $label, $publishAny, $createdAt)',
  );
  const ownerOfToken = db.prepare('SELECT userId, publishAny FROM tokens WHERE hash = ?');
  const hasUser = db.prepare('SELECT 1 FROM tokens WHERE userId = ? LIMIT 1').pluck();
  const tokens = db.prepare('SELECT * FROM tokens ORDER BY createdAt, hash');
  const revokeTokens = db.prepare(
    `DELETE FROM tokens WHERE userId = $it OR substr(hash, 1, ${TOKEN_ID_LENGTH}) = $it`,
  );

  return {
    addRow(toUserId, { title, priority, link, tags, ...row }) {
      const time = now();
      const inserted = insertRow.get({
        ...row,
        toUserId,
        now: time,
        createdAt: new Date(time).toISOString(),
        title: title ?? null,
        priority: priority ?? null,
        link: link ?? null,
        tags: tags ? JSON.stringify(tags) : null,
      });
      return readRow(inserted as StoredRow);
    },
    *rows(userId, { after, upTo = Number.MAX_SAFE_INTEGER, limit }) {
      for (const row of rows.iterate({ userId, after, upTo, limit })) yield readRow(row as StoredRow);
    },
    rowsCreatedSince: (userId, since) => (rowsCreatedSince.all(userId, since) as StoredRow[]).map(readRow),
    newestId: (userId) => (newestId.get(userId) as number | null) ?? 0,
    addToken({ label, publishAny, ...token }) {
      const createdAt = new Date(now()).toISOString();
      addToken.run({ ...token, label: label ?? null, publishAny: Number(publishAny), createdAt });
    },
    ownerOfToken(hash) {
      const owner = ownerOfToken.get(hash) as Pick<StoredToken, 'userId' | 'publishAny'> | undefined;
      return owner && { ...owner, publishAny: owner.publishAny === 1 };
    },
    hasUser: (userId) => hasUser.get(userId) !== undefined,
    tokens: () => (tokens.all() as StoredToken[]).map(readToken),
    revokeTokens: (idOrUser) => revokeTokens.run({ it: idOrUser }).changes,
    close: () => db.close(),
  };
}

function open(file: string): Database.Database {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const db = new Database(file);
    chmodSync(file, 0o600); // other people's accounts must not read it; -wal and -shm take after it
    db.pragma('journal_mode = WAL');
    // FULL: an answered publish is on disk even after a power cut, which WAL's usual NORMAL does not promise.
    db.pragma('synchronous = FULL');
    migrate(db);
    return db;
  } catch (error) {
    throw new Error(`Can't open the server's database ${file}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

// In SQLite tags are JSON text, a boolean is 0 or 1, and an absent field is NULL.
type StoredRow = Omit<Row, 'tags'> & { tags: string | null };
type StoredToken = Omit<Token, 'publishAny'> & { publishAny: number };

function readRow({ tags, ...row }: StoredRow): Row {
  return withoutNulls({
    ...row,
    tags: tags === null ? null : (JSON.parse(tags) as string[]),
  }) as unknown as Row;
}

function readToken({ publishAny, ...token }: StoredToken): Token {
  return { ...withoutNulls(token), publishAny: publishAny === 1 };
}

function withoutNulls<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as T;
}
