import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { openStream } from '../../../testing/raw-server.ts';
import { event, html, site, streamOf } from '../../../testing/site.ts';
import { en } from '../../words/en.ts';
import { COMMON_NAMES } from '../presets.ts';
import { probe } from './probe.ts';

const tryOut = (url: string) => probe(url, null, fetch, Date.now, en, { allMs: 20_000, quietMs: 20_000 });

afterEach(() => void vi.useRealTimers());

test('an answer without an end is read as far as 64 KiB, packed or not, and let go', async () => {
  const chunk = Buffer.alloc(256 * 1024, 'x');
  const pour = (response: ServerResponse, text: Buffer) => {
    const more = () => {
      while (!response.destroyed && response.write(text));
    };
    response.on('drain', more);
    more();
  };
  const { origin, closed } = await site({
    '/page.html': (response) => pour(response.writeHead(200, { 'Content-Type': 'text/html' }), chunk),
    '/line.html': (response) => {
      openStream(response);
      response.write('data: ');
      pour(response, chunk);
    },
    '/bomb.html': (response) => {
      const packed = gzipSync(Buffer.alloc(32 * 1024 * 1024));
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' });
      response.write(packed);
    },
  });
  for (const name of ['page', 'bomb']) {
    const text = 'The server answers with something else than notifications.';
    expect(await tryOut(`${origin}/${name}.html`)).toMatchObject({ ok: false, text });
  }
  // Its first event is too long to tell anything.
  expect(await tryOut(`${origin}/line.html`)).toMatchObject({ found: { mapping: COMMON_NAMES } });
  await closed.until(({ length }) => length === 3);
});

test('what has answered is let go as soon as the rest is known', async () => {
  const { origin, requests, closed } = await site({
    '/topic': html('<title>ntfy web</title>'),
    '/topic/sse': streamOf(event({ event: 'open', topic: 'topic' }, 'open')),
  });
  await tryOut(`${origin}/topic`);
  await closed.until((paths) => paths.includes('/topic/sse'));
  expect(requests.items.map(({ url }) => url).sort()).toEqual(['/topic', '/topic/sse?since=none']);
});

test.each([
  ['nothing at all, as the original endpoint until there is a row', () => {}],
  ['half a page', (response: ServerResponse) => void response.writeHead(401).write('<p>')],
  ['half an event', streamOf('data: {"a"')],
])('after ten seconds it has seen enough of a server that sends %s', async (_what, answer) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { origin, requests, closed } = await site({ '/live.html': answer });
  const result = probe(`${origin}/live.html`, null, fetch, Date.now, en);
  await requests.until(({ length }) => length === 1);
  vi.advanceTimersByTime(10_000);
  expect((await result).text).toMatch(/^(Connected|The server)/);
  expect(vi.getTimerCount()).toBe(0);
  await closed.until((paths) => paths.includes('/live.html'));
});

test('silence may mean that the first notification is still to come: one can add it and see', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { origin, requests } = await site({ '/live': () => {}, '/live/sse': () => {} });
  const result = probe(`${origin}/live`, null, fetch, Date.now, en);
  await requests.until(({ length }) => length === 2);
  vi.advanceTimersByTime(10_000);
  expect(await result).toEqual({
    ok: false,
    text: 'The server has not answered yet. Some answer only with their first notification: you can add it and see.',
    ...{ detail: null, signIn: false },
    assume: { dialect: 'rows', url: `${origin}/live`, name: new URL(origin).host, mapping: null },
  });
});

test('the ten seconds are for a page and its hub together', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const hub = await site({ '/hub': () => {} });
  const { origin } = await site({ '/page': html('x', { Link: `<${hub.origin}/hub>; rel=mercure` }) });
  const result = probe(`${origin}/page`, null, fetch, Date.now, en);
  await hub.requests.until(({ length }) => length === 1);
  vi.advanceTimersByTime(10_000);
  expect(await result).toMatchObject({ ok: false, assume: { dialect: 'mercure' } });
  await hub.closed.until(({ length }) => length === 1);
});
