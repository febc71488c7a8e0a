import { type Db, openDatabase } from '../main/store/database.ts';

const PER_TRANSACTION = 500;

/**
 * The floor of a catch-up: what another database holds, inserted by bare better-sqlite3 into the same schema, with every
 * value at hand.
 * @returns how long it took, milliseconds
 */
export function insertRaw(from: Db, file: string): number {
  const list = (sql: string) => from.prepare(sql).raw().all() as unknown[][];
  const seen = list("SELECT * FROM seen ORDER BY CAST(replace(key, 'id:', '') AS INTEGER)");
  const notices = list('SELECT * FROM notices ORDER BY id');
  const verdicts = list('SELECT * FROM verdicts ORDER BY notice');
  const toasts = list('SELECT * FROM toasts');

  const db = openDatabase(file);
  const into = (table: string, [row = []]: unknown[][]) =>
    db.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?')})`);
  const toast = into('toasts', toasts);
  for (const row of toasts) toast.run(row);
  const statements = [into('seen', seen), into('notices', notices), into('verdicts', verdicts)] as const;
  const insert = db.transaction((start: number) => {
    for (let at = start; at < Math.min(start + PER_TRANSACTION, notices.length); at++) {
      statements[0].run(seen[at]);
      statements[1].run(notices[at]);
      statements[2].run(verdicts[at]);
    }
  });
  const start = performance.now();
  for (let at = 0; at < notices.length; at += PER_TRANSACTION) insert.immediate(at);
  const took = performance.now() - start;
  db.close();
  return took;
}
