import type { Database } from 'better-sqlite3';

/**
 * Numbered migrations: the n-th one takes the database from user_version n-1 to n.
 * Only ever append; a released migration is never edited.
 */
const migrations: string[] = [
  // STRICT: https://www.sqlite.org/stricttables.html. ANY keeps an integer an integer and a string a string.
  `CREATE TABLE notifications (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     toUserId TEXT NOT NULL,
     content TEXT NOT NULL,
     notificationTypeId ANY NOT NULL,
     createdAt TEXT NOT NULL,
     title TEXT,
     priority INTEGER,
     link TEXT,
     tags TEXT
   ) STRICT;
   CREATE INDEX notificationsByUser ON notifications (toUserId, id);
   CREATE INDEX notificationsByUserAndTime ON notifications (toUserId, createdAt);
   CREATE TABLE tokens (
     hash TEXT PRIMARY KEY,
     userId TEXT NOT NULL,
     label TEXT,
     publishAny INTEGER NOT NULL DEFAULT 0,
     createdAt TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX tokensByUser ON tokens (userId);`,
];

/**
 * Brings the database to the newest version, in one transaction.
 * @throws Error in words when a newer Bellhop wrote it.
 */
export function migrate(db: Database): void {
  const upgrade = db.transaction(() => {
    // Read inside the transaction: another process may be migrating at the same moment.
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version > migrations.length) {
      throw new Error(
        `The database ${db.name} was written by a newer Bellhop (version ${version}; this one knows ${migrations.length}). Update Bellhop, or choose another data folder.`,
      );
    }
    for (const migration of migrations.slice(version)) db.exec(migration);
    db.pragma(`user_version = ${migrations.length}`);
  });
  upgrade.immediate();
}
