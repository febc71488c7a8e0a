import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createLens } from './lens.ts';
import { parseQuery } from './query.ts';
import { sieve } from './sieve.ts';
import { spread } from './spread.ts';

const lens = createLens();
const text = (id: number, body: string) => ({ id, title: null, body, topic: null, tags: '[]' });
const through = (query: string, ...bodies: string[]) =>
  sieve(
    lens,
    parseQuery(query, []),
    bodies.map((body, id) => text(id, body)),
  ).map(({ body }) => body);

/** Every sign that the index takes for an ASCII letter or for none, between two others: as the word it makes of them. */
function words(): { term: string; sign: string }[] {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE signs USING fts5 (x, tokenize = 'unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE words USING fts5vocab (signs, instance)`);
  const insert = db.prepare('INSERT INTO signs (rowid, x) VALUES (?, ?)');
  const texts = Array.from({ length: 0x2_00_00 }, (_, code) => `q${String.fromCodePoint(code)}z`);
  db.transaction(() => {
    for (const [code, sign] of texts.entries()) if (code >= 0x80) insert.run(code, spread(sign));
  })();
  const all = db.prepare("SELECT term, doc FROM words WHERE term GLOB 'q*z'").all() as {
    term: string;
    doc: number;
  }[];
  return all
    .filter(({ term }) => /^\w+$/.test(term))
    .map(({ term, doc }) => ({ term, sign: String.fromCodePoint(doc) }));
}

test('no sign that the index takes for a letter of ASCII keeps a text from being found', () => {
  const found = words();
  expect(found.length).toBeGreaterThan(500);
  for (const { term, sign } of found) {
    const body = `before q${sign}z-x after`;
    expect(through(`"${term} x"`, body), `${term} ${sign.codePointAt(0)?.toString(16)}`).toEqual([body]);
  }
});

test.each([
  ['DISK', ['a disk', 'Disk_full', '“disk”', '🎉disk', '⚠\uFE0Fdisk', 'd\u0131sk', 'ramdisk', 'disks'], 6],
  ['disk', ['disks', 'диск disk', 'абвdisk', '東disk'], 3],
  ['"cellar-1', ['cellar-12', 'Cellar, 1', 'cellar 21', 'cellar at 1'], 2],
  ['café', ['CAFE', 'cafe\u0301', 'Café!', 'cafés', 'caff'], 4],
  ['straße', ['Straße', 'strasse', 'stra\u1E9Ee', 'strase'], 3],
  ['Ærø', ['æRØ', 'aero', 'aro'], 2],
  ['full -disk', ['full', 'full disk', 'disk'], 1],
  ['-disk', ['full', 'ramdisk', 'disk'], 2],
])('%j lets through what FTS5 would, and nothing else', (query, bodies, most) => {
  const { match, without } = parseQuery(query, []);
  const texts = bodies.map((body, id) => text(id, body));
  const found = lens.matching(texts, match ?? without ?? '');
  const expected = bodies.filter((_, id) => found.has(id) === (match !== null));
  expect(through(query, ...bodies)).toEqual(expected);
  expect(expected).toHaveLength(most);
});
