// What takes hours, or other servers, to come about: put where the app finds it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { giveSpread } from '../../main/store/search/spread.ts';

const minutes = 60_000;

/** Writes a gap into the journal of an app that isn't running. */
export function stageGap(data, { source, from, to, why, says }) {
  const { sources } = JSON.parse(readFileSync(path.join(data, 'settings.json'), 'utf8'));
  const { id } = sources.find(({ name }) => name === source);
  const [fromAt, toAt] = [from, to].map((ago) => Date.now() - ago * minutes);
  change(
    data,
    `INSERT INTO journal (at, source, kind, text, says, fromAt, toAt)
     VALUES (@now, @id, 'gap', @why, @says, @fromAt, @toAt)`,
    { id, why, says: JSON.stringify(says), fromAt, toAt, now: Date.now() },
  );
}

/** Gives a stored notice what its server didn't send. */
export function stageCarried(data, { body, tags, attachments, actions }) {
  const [list, files, offers] = [
    tags,
    attachments.map((file) => ({ ...file, expiresAt: Date.now() + 180 * minutes })),
    actions.map((action) => ({ headers: {}, body: null, ...action })),
  ].map((part) => JSON.stringify(part));
  change(
    data,
    'UPDATE notices SET tags = @list, attachments = @files, actions = @offers WHERE body LIKE @body',
    { list, files, offers, body },
  );
}

/** Says of a stored notice that its text is Markdown. */
export function stageMarkdown(data, title) {
  change(data, 'UPDATE notices SET markdown = 1 WHERE title = @title', { title });
}

function change(data, sql, values) {
  const db = new Database(path.join(data, 'bellhop.db'));
  try {
    giveSpread(db);
    db.prepare(sql).run(values);
  } finally {
    db.close();
  }
}

/** From now on main answers one request of the window with this. */
export function stageAnswer(app, name, value) {
  return app.evaluate(
    ({ ipcMain }, [channel, value]) => {
      ipcMain.removeHandler(channel);
      ipcMain.handle(channel, () => ({ ok: true, value }));
    },
    [`bellhop:${name}`, value],
  );
}
