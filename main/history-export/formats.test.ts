import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formats } from './formats.ts';
import type { ExportedNotice } from './rows.ts';

const notice: ExportedNotice = {
  ...{ id: 7, time: '2026-03-01T10:00:00.000Z', received: '2026-03-01T10:00:01.000Z' },
  ...{ source: 'Home', sourceId: 's', title: null, body: 'hello', format: 'text', topic: null, priority: 3 },
  ...{ tags: ['a', 'b'], link: null, read: null, place: 'inbox', snoozedUntil: null, repeats: 0 },
  ...{ attachments: [], actions: [] },
};

/** By the grammar of RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

function asCsv(part: Partial<ExportedNotice>): Record<string, string> {
  const [head = [], row = []] = parseCsv(
    formats.csv.head.slice(1) + formats.csv.line({ ...notice, ...part }),
  );
  expect(row).toHaveLength(head.length);
  return Object.fromEntries(head.map((name, i) => [name, row[i] ?? '']));
}

test('CSV holds a notice in one record, as a spreadsheet reads it', () => {
  expect(formats.csv.head.startsWith('\ufeffid,')).toBe(true);
  expect(asCsv({ title: 'Says "hi", twice', body: 'two\r\nlines; ä' })).toMatchObject({
    ...{ id: '7', source: 'Home', title: 'Says "hi", twice', body: 'two\r\nlines; ä' },
    ...{ tags: 'a b', link: '', priority: '3', place: 'inbox' },
  });
});

const oddText = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '"', ',', ';', '\r', '\n', '\t', ' ', 'x', '＝'),
});

test('any text comes back from CSV as it was, but for the apostrophe before what could be a formula', () => {
  fc.assert(
    fc.property(oddText, (body) => {
      const read = asCsv({ body }).body;
      expect(read?.replaceAll("'", '')).toBe(body);
      expect(read).not.toMatch(/^\s*[=+\-@＝]/);
    }),
  );
  expect(asCsv({ body: 'no = formula - "-x"; x, -1' }).body).toBe('no = formula - "-x"; x, -1');
});

test.each([';', '\t'])('no cell is a formula to a spreadsheet that splits at %j', (separator) => {
  fc.assert(
    fc.property(oddText, oddText, (title, body) => {
      const line = formats.csv.line({ ...notice, title, body });
      for (const cell of line.split(new RegExp(`[${separator}\r\n]`)))
        expect(cell).not.toMatch(/^[\s"]*[=+\-@＝]/);
    }),
  );
});

test('JSON Lines is exact', () => {
  const odd = { ...notice, title: '=1+1', body: 'a\nb\u2028"', tags: ['=x'] };
  const line = formats.jsonl.line(odd);
  expect(line.endsWith('}\n')).toBe(true);
  expect(line.trimEnd()).not.toContain('\n');
  expect(JSON.parse(line)).toEqual(odd);
});
