import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { weather } from './example-dialect.ts';
import { runFeed } from './feed.ts';
import { openStream, rawServer } from './raw-server.ts';

/** The worked example of docs/dialects.md works. */

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8');

test('the document shows the dialect that is tested here', () => {
  expect(read('docs/dialects.md')).toContain(`\`\`\`ts\n${read('testing/example-dialect.ts')}\`\`\``);
});

test('it imports, resumes where it was, and tells what it can’t read', async () => {
  const warning = (no: number, text: string, at = Math.floor(Date.now() / 1000)) =>
    `event: warning\ndata: ${JSON.stringify({ no, text, level: 'storm', at })}\n\n`;
  const server = await rawServer((response, _request, n) => {
    openStream(response);
    const now = 'event: now\ndata:\n\n';
    if (n === 0) response.end(`${warning(1, 'yesterday’s')}${now}${warning(2, 'live')}`);
    else response.write(`event: warning\ndata: thunder\n\n${warning(3, 'missed')}${now}`);
  });
  const { bodies, journal, cursor } = runFeed(weather({ url: server.url, mapping: null }));
  await bodies.until(({ length }) => length === 3);
  expect(bodies.items).toEqual(['first yesterday’s', 'live live', 'catch-up missed']);
  expect(server.requests.items.map(({ url }) => url?.split('?')[1])).toEqual(['after=0', 'after=2']);
  expect(journal.items.some((line) => line.startsWith('unreadable'))).toBe(true);
  expect(cursor()).toBe('3');
});
