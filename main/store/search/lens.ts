import Database from 'better-sqlite3';
import type { Mark } from '../../../preload/contract.ts';
import { giveSpread, spread, unspreadMarks } from './spread.ts';

/** What of a notice is searched. */
export type Text = { id: number; title: string | null; body: string; topic: string | null; tags: string };
export type TextMarks = { title: Mark[]; body: Mark[] };

/** Looks at a few notices with FTS5’s own eyes: whether they match, and where. */
export type Lens = {
  matching: (texts: Text[], match: string) => Set<number>;
  marks: (texts: Text[], match: string) => Map<number, TextMarks>;
};

/** Around a hit. Unicode promises that they stand for no character: https://www.unicode.org/faq/private_use.html */
const START = '\uFDD0';
const END = '\uFDD1';

/**
 * A small index in memory, filled and emptied for every look. About 25 µs a notice: asking the large index about single
 * notices costs more, as it looks up all of a word that is being typed every time.
 */
export function createLens(): Lens {
  const db = new Database(':memory:');
  giveSpread(db);
  db.exec(`CREATE VIRTUAL TABLE lens USING fts5 (
    title, body, topic, tags, tokenize = 'unicode61 remove_diacritics 2'
  )`);
  const insert = db.prepare(
    `INSERT INTO lens (rowid, title, body, topic, tags)
     VALUES (@id, spread(@title), spread(@body), spread(@topic), spread(@tags))`,
  );
  const begin = db.prepare('BEGIN');
  const rollback = db.prepare('ROLLBACK');
  const matching = db.prepare('SELECT rowid FROM lens WHERE lens MATCH ?').pluck();
  const marking = db.prepare(
    `SELECT rowid AS id, highlight(lens, 0, '${START}', '${END}') AS title, highlight(lens, 1, '${START}', '${END}') AS body
     FROM lens WHERE lens MATCH ?`,
  );

  /** Rolling back empties it at no cost. */
  const look = <T>(texts: Text[], statement: Database.Statement, match: string): T[] => {
    begin.run();
    try {
      for (const text of texts) insert.run(text);
      return statement.all(match) as T[];
    } finally {
      rollback.run();
    }
  };

  return {
    matching: (texts, match) => new Set(look<number>(texts, matching, match)),
    marks(texts, match) {
      const marked = look<{ id: number; title: string | null; body: string }>(texts, marking, match);
      const original = new Map(texts.map((text) => [text.id, text]));
      return new Map(
        marked.map(({ id, title, body }) => [
          id,
          {
            title: readMarks(title ?? '', original.get(id)?.title ?? ''),
            body: readMarks(body, original.get(id)?.body ?? ''),
          },
        ]),
      );
    },
  };
}

/** None where the text itself holds such signs, and so can’t be told apart. */
function readMarks(marked: string, original: string): Mark[] {
  const pieces = marked.split(/[\uFDD0\uFDD1]/);
  if (pieces.join('') !== spread(original)) return [];
  const marks: Mark[] = [];
  let at = 0;
  pieces.forEach((piece, index) => {
    if (index % 2 === 1) marks.push([at, at + piece.length]);
    at += piece.length;
  });
  return unspreadMarks(original, marks);
}
