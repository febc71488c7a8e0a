import { expect, test } from 'vitest';
import { openTestBellhop } from '../bellhop.ts';
import { openStream, rawServer, rowsEvent } from '../raw-server.ts';
import { COMPANION, caughtUp, expectStored, journalWith, listenAt, notice, notices } from './scene.ts';

/** Events that break the dialect or the text itself: each is told, and those around it arrive as if it weren't there. */

const MEGABYTE = 1024 * 1024;
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const row = (content: string) => `{"content":"${content}"}`;

const noArray = /^the event is no JSON array of rows/;
const badRow = /^content: /;
const tooLong = /^an event over 1\u00a0MiB was left out/;

test.each<[string, string | Buffer, RegExp | null, string[]]>([
  ['no JSON', 'data: nonsense\n\n', noArray, []],
  ['a page of HTML', '<!doctype html>\n<h1>502 Bad Gateway</h1>\n\ndata: <p>\n\n', noArray, []],
  ['JSON that is cut', 'data: [{"content":"cut\n\n', noArray, []],
  ['an object, a number, a text, null', 'data: {}\n\ndata: 7\n\ndata: "x"\n\ndata: null\n\n', noArray, []],
  [
    'rows of wrong types around a good one',
    `data: [7,null,[],{"content":5},${row('good')},{"content":{}}]\n\n`,
    badRow,
    ['good'],
  ],
  [
    'odd values beside a good text',
    'data: [{"content":"odd","priority":1e999,"createdAt":{},"link":"javascript:1","tags":7,"id":[]}]\n\n',
    null,
    ['odd'],
  ],
  ['nesting a hundred thousand deep', `data: ${'['.repeat(100_000)}\n\n`, noArray, []],
  [
    'nesting in a row',
    `data: [{"content":"deep","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}]\n\n`,
    null,
    ['deep'],
  ],
  ['a row that is all nesting', `data: [${'['.repeat(100_000)}${']'.repeat(100_000)}]\n\n`, /^the row: /, []],
  [
    'names of the language’s own',
    `data: [{"content":"own","__proto__":{"content":"x"},"constructor":1}]\n\n`,
    null,
    ['own'],
  ],
  ['a NUL in the text', `data: [${row('a\\u0000b')}]\n\n`, null, ['a\u0000b']],
  ['raw NULs', bytes('data: [', row('x'), [0, 0], ']\n\n'), noArray, []],
  ['a NUL in an id', 'id: 7\u0000\ndata: []\n\n', null, []],
  [
    'invalid UTF-8 in a text',
    bytes('data: [{"content":"a', [0xff, 0xc0, 0x80], 'b"}]\n\n'),
    null,
    ['a\ufffd\ufffd\ufffdb'],
  ],
  ['invalid UTF-8 in the structure', bytes('data: [', [0xff], '{"content":"x"}]\n\n'), noArray, []],
  ['half of a surrogate pair', `data: [${row('a\\ud800b')}]\n\n`, null, ['a\ufffdb']],
  ['a line of 10 MB', `data: [${row('x'.repeat(10 * MEGABYTE))}]\n\n`, tooLong, []],
  ['an event of 10 MB in short lines', `${'data: x\n'.repeat((10 * MEGABYTE) / 8)}\n`, tooLong, []],
  ['a comment of 10 MB', `:${'x'.repeat(10 * MEGABYTE)}\n\n`, tooLong, []],
  [
    'events of other names, without data, and unknown fields',
    'event: ping\ndata: x\n\nevent: x\n\nfoo: bar\nbaz\n\n',
    null,
    [],
  ],
  ['an absurd retry', 'retry: 99999999999999999999\n\nretry: -1\n\n', null, []],
])('%s', async (_what, bad, told, more) => {
  const server = await rawServer((response) => {
    openStream(response, COMPANION);
    response.write(`${caughtUp(0)}${notice(1)}`);
    response.write(bad);
    response.write(`${notice(2)}`);
  });
  const bellhop = openTestBellhop();
  const id = await listenAt(bellhop, server.url);
  const expected = ['notice 1', ...more, 'notice 2'];
  await expectStored(bellhop, expected);
  expect(bellhop.toasts.items).toHaveLength(expected.length);
  if (told) await journalWith(bellhop, id, told);
  expect(server.requests.items).toHaveLength(1);
});

test('ids that repeat, go back and jump: each notice once, and what is asked for next is the last that came', async () => {
  const server = await rawServer((response, _request, n) => {
    openStream(response, COMPANION);
    if (n > 0) return void response.write(`${notice(4)}${caughtUp(4)}`);
    response.write(caughtUp(0));
    for (const id of [1, 1, 9_007_199_254_740_991, 3, 2, 3, 1]) response.write(notice(id));
    response.end(
      rowsEvent(
        [
          { id: 2, content: 'notice 2' },
          { id: 2, content: 'another under its id' },
        ],
        2,
      ),
    );
  });
  const bellhop = openTestBellhop();
  await listenAt(bellhop, server.url);
  await expectStored(bellhop, ['notice 1', 'notice 9007199254740991', 'notice 3', 'notice 2', 'notice 4']);
  expect(bellhop.toasts.items).toHaveLength(5);
  expect(server.requests.items[1]?.headers['last-event-id']).toBe('2');
});

test('an endless stream of rubbish leaves the journal readable: the first are told, the others counted', async () => {
  const server = await rawServer((response, _request, n) => {
    openStream(response, COMPANION);
    if (n === 0) response.end(`${caughtUp(0)}${'data: rubbish\n\n'.repeat(5_000)}${notice(1)}`);
    else response.write(`${notice(2)}${caughtUp(2)}`);
  });
  const bellhop = openTestBellhop();
  const id = await listenAt(bellhop, server.url);
  await expectStored(bellhop, notices(2));
  const lines = await journalWith(bellhop, id, /^[\d,]+ more events could not be read$/);
  expect(lines).toContain('4,980 more events could not be read');
});
