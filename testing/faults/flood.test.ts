import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { openTestBellhop } from '../bellhop.ts';
import { openStream, rawServer, rowsEvent } from '../raw-server.ts';
import { COMPANION, caughtUp, expectStored, journalWith, listenAt, notice, notices } from './scene.ts';

/** More than memory could hold: what is not wanted is dropped as it streams. */

const MEGABYTE = 1024 * 1024;

/** The most memory that this process held at any time until it is asked, beyond what it held at first. */
function watchMemory(): () => number {
  const used = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, used());
  }, 20);
  onTestFinished(() => clearInterval(timer));
  return () => peak - before;
}

/** Sends a text over and over, no faster than it is taken. */
async function sendTimes(response: ServerResponse, part: string | Buffer, times: number): Promise<void> {
  for (let n = 0; n < times; n++) if (!response.write(part)) await once(response, 'drain');
}

test('a gzip bomb is one long event, dropped as it inflates; what is packed behind it arrives', async () => {
  // Concatenated members are one stream: https://www.rfc-editor.org/rfc/rfc1952#section-2.2
  const bomb = gzipSync(Buffer.alloc(16 * MEGABYTE, 'x'));
  const server = await rawServer((response) => {
    openStream(response, { ...COMPANION, 'Content-Encoding': 'gzip' });
    response.write(gzipSync(`${caughtUp(0)}${notice(1)}data: `));
    for (let n = 0; n < 12; n++) response.write(bomb);
    response.write(gzipSync(`\n\n${notice(2)}`));
  });
  const bellhop = openTestBellhop();
  const peak = watchMemory();
  const id = await listenAt(bellhop, server.url);
  await expectStored(bellhop, notices(2));
  expect(await journalWith(bellhop, id, /^an event over 1\u00a0MiB/)).toHaveLength(2); // beside the connection
  expect(bellhop.toasts.items).toHaveLength(2);
  expect(peak()).toBeLessThan(128 * MEGABYTE); // of 192
});

test('a million tiny events between two notices: read one by one, none of them kept', {
  timeout: 120_000,
}, async () => {
  const tiny = ':\n\ndata: []\n\nevent: ping\ndata\n\nid\n\n';
  const server = await rawServer(async (response) => {
    openStream(response, COMPANION);
    response.write(`${caughtUp(0)}${notice(1)}`);
    await sendTimes(response, tiny.repeat(2_500), 100);
    response.write(notice(2));
  });
  const bellhop = openTestBellhop();
  const peak = watchMemory();
  await listenAt(bellhop, server.url);
  await expectStored(bellhop, notices(2));
  expect(peak()).toBeLessThan(128 * MEGABYTE);
  expect(server.requests.items).toHaveLength(1);
});

test('an event full of rows, as long as one may be: all of them, as one digest', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => ({ id: n + 1, content: `row ${n + 1}` }));
  const server = await rawServer((response) => {
    openStream(response, COMPANION);
    response.write(`${caughtUp(0)}${rowsEvent(rows, 10_000)}`);
  });
  const bellhop = openTestBellhop();
  await listenAt(bellhop, server.url);
  const [digest] = await bellhop.toasts.until(({ length }) => length > 0);
  expect(digest?.title).toBe('10,000 new notifications');
  expect((await bellhop.requests.getState({})).state.unread).toBe(10_000);
  expect(bellhop.toasts.items).toHaveLength(1);
});
