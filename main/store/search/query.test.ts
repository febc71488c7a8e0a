import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryDatabase } from '../../../testing/database.ts';
import { en } from '../../words/en.ts';
import { say } from '../../words/message.ts';
import { parseQuery } from './query.ts';

const sources = [
  { id: 'a', name: 'Home server' },
  { id: 'b', name: 'Office' },
];
const parse = (text: string) => parseQuery(text, sources);

test.each<[string, string | null]>([
  ['disk', '"disk" *'], // still being typed
  ['disk ', '"disk"'],
  ['disk full', '"disk" "full" *'],
  ['“disk full”', '"disk full"'],
  ['"disk fu', '"disk fu" *'],
  ['disk -full ', '("disk") NOT ("full")'],
  ['disk -full -"no way"', '("disk") NOT ("full" OR "no way")'],
  ['topic:deploy', 'topic : "deploy" *'],
  ['topic:"a b" x ', 'topic : "a b" * "x"'],
  ['a"b', '"a" "b" *'],
  ['NEAR(a b) OR title:x* ', '"NEAR(a" "b)" "OR" "title:x*"'],
  ['http://a.example/ ', '"http://a.example/"'],
  ['is:unread', null],
  ['', null],
  ['  -  " " ', null],
])('%j looks for %j', (text, match) => {
  expect(parse(text)).toMatchObject({ match, mistakes: [] });
});

test('what is quick to look up leaves out only the words that others may begin with', () => {
  const quick = (text: string) => parse(text).closed.join(' ');
  expect(quick('disk full')).toBe('"disk"');
  expect(quick('disk full ')).toBe('"disk" "full"');
  expect(quick('topic:ops "disk on cellar-1')).toBe('"disk on cellar-"');
  expect(quick('disk -full')).toBe('"disk"');
  expect(quick('"disk on cellar-')).toBe('"disk on "'); // cellars may follow
  expect(quick('"disk cellar-_')).toBe('"disk "');
  expect(quick('dis')).toBe('');
});

test('what must not be there, alone, is no question FTS5 can answer', () => {
  expect(parse('-disk -full')).toMatchObject({ match: null, without: '"disk" OR "full"' });
});

test('operators narrow down: quoted values, any case, several at once', () => {
  const from = new Date(2024, 4, 1).getTime();
  const until = new Date(2024, 5, 1).getTime();
  const text =
    'Is:Unread SOURCE:"home s" after:2024-05-01 before:2024-06 priority:>3 priority:<=4 is:archived';
  expect(parse(text)).toEqual({
    ...{ match: null, closed: [], without: null, shapes: [], open: false },
    ...{ hopeless: false, mistakes: [] },
    ...{ sources: ['a'], places: ['archived'], read: false, unread: true },
    ...{ from, until, minPriority: 4, maxPriority: 4 },
    ...{ notSources: [], notPlaces: [], notPriorities: [] },
  });
  expect(parse('source:o ').sources).toEqual(['a', 'b']); // both names have one
  expect(parse('after:2023 after:2024-05-01 before:2025 before:2024-06 ')).toMatchObject({ from, until });
});

test.each([
  ['priority:5', [5, 5]],
  ['priority:=5', [5, 5]],
  ['priority:>=2', [2, null]],
  ['priority:<2', [null, 1]],
])('%s', (text, [minPriority, maxPriority]) => {
  expect(parse(text)).toMatchObject({ minPriority, maxPriority, mistakes: [] });
});

test.each([
  [
    'is:lost ',
    '“is:lost” was searched for as text. There are is:unread, is:read, is:archived and is:snoozed.',
    '"is:lost"',
  ],
  [
    'source:nowhere ',
    '“source:nowhere” was searched for as text. No source has a name like that.',
    '"source:nowhere"',
  ],
  [
    'before:2024-02-30 ',
    /^“before:2024-02-30” was searched for as text\. Dates look like 2024-05-01/,
    '"before:2024-02-30"',
  ],
  ['after:soon ', /Dates look like/, '"after:soon"'],
  ['-source:nowhere ', /^“-source:nowhere” was searched for as text/, null],
  ['priority:9 ', /Priorities go from 1 to 5/, '"priority:9"'],
  ['🎉 ', '“🎉” has no letters or digits to search for.', null],
])('%j is not understood, said so, and searched for as text', (text, mistake, match) => {
  const { mistakes, ...query } = parse(text);
  expect(mistakes.map((one) => say(en, one))).toEqual([
    typeof mistake === 'string' ? mistake : expect.stringMatching(mistake),
  ]);
  expect(query.match).toBe(match);
});

test.each([
  ['!!!', true, ['!!!']],
  ['-🎉', true, ['🎉']],
  ['topic:… ', true, ['…']],
  ['hello !!!', false, []], // a word may follow the signs
  ['hello !!! ', false, ['!!!']],
  ['is:unread 🎉', false, []],
  ['"', false, []],
  ['-', false, []],
  ['c++', false, []],
])('%j asks for nothing that can be found: %j', (text, hopeless, unsayable) => {
  expect(parse(text)).toMatchObject({
    hopeless,
    mistakes: unsayable.map((words) => ['nothingToSearch', words]),
  });
});

test.each(['is:', 'is:unr', 'source:', 'topic:', 'before:', 'before:2024-', 'after:2024-05-0', 'priority:>'])(
  '%s may become an operator with the next key, and changes nothing until then',
  (text) => {
    expect(parse(`disk ${text}`)).toMatchObject({ match: '"disk"', mistakes: [] });
  },
);

test('whatever is typed, FTS5 takes what comes of it', () => {
  const db = temporaryDatabase();
  db.exec("INSERT INTO search (rowid, title, body) VALUES (1, 'a', 'a b')");
  const look = db.prepare('SELECT rowid FROM search WHERE search MATCH ?');
  const parts = [
    '"',
    '“',
    '-',
    ':',
    '*',
    '(',
    ')',
    ' ',
    '\0',
    '\ud800',
    'AND',
    'NOT',
    'topic:',
    'is:',
    'before:20',
    'a',
    'ß',
    '🎉',
    '+',
    '^',
  ];
  const text = fc.oneof(
    fc.string({ maxLength: 500, unit: 'binary' }),
    fc.array(fc.constantFrom(...parts), { maxLength: 160 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const { match, without } = parse(typed);
      for (const expression of [match, without]) if (expression !== null) look.all(expression);
    }),
    { numRuns: 500, examples: [['a '.repeat(250)], ['-a '.repeat(166)], ['topic:a '.repeat(62)]] },
  );
});
