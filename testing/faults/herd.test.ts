import { expect, onTestFinished, test } from 'vitest';
import { TIMING } from '../../main/feed/backoff.ts';
import { startFeed } from '../../main/feed/feed.ts';
import { rows } from '../../main/feed/rows.ts';
import type { FeedState } from '../../main/feed/state.ts';
import { NO_MEMORY } from '../../main/store/feeds.ts';
import { openStream, rawServer } from '../raw-server.ts';
import { recorder } from '../recorder.ts';
import { seededRandom } from '../seeded-random.ts';
import { COMPANION } from './scene.ts';

/** A server that falls over with all its clients: they must not all come back in the same moment. */

const CLIENTS = 60;

/** Starts so many clients at the server, and tells how long each waits when it has lost its connection. */
async function clientsOf(url: string, lose: () => void): Promise<number[]> {
  const states = recorder<FeedState>();
  for (let client = 0; client < CLIENTS; client++) {
    const feed = startFeed({
      dialect: rows({ url, mapping: null }),
      fetch,
      authorize: () => ({}),
      memory: () => NO_MEMORY,
      commit: () => 0,
      onState: states.push,
      journal: () => {},
      clock: () => 0, // so that `until` is how long it waits
      random: seededRandom(client),
      timing: TIMING,
    });
    onTestFinished(feed.stop);
  }
  await states.until((all) => all.filter(({ kind }) => kind !== 'connecting').length === CLIENTS);
  lose();
  const waiting = (all: FeedState[]) =>
    all.flatMap((state) => (state.kind === 'waiting' ? [state.until] : []));
  return waiting(await states.until((all) => waiting(all).length === CLIENTS));
}

/** Of ten equal parts of the time in which they come back, the most that come in one. */
function mostAtOnce(waits: number[]): number {
  const first = Math.min(...waits);
  const tenth = (Math.max(...waits) - first) / 9.999;
  const parts = waits.map((wait) => Math.floor((wait - first) / tenth));
  return Math.max(...parts.map((part) => parts.filter((other) => other === part).length));
}

test.each([
  ['cuts all connections', '', {}],
  ['names a time to wait, the same to all', 'retry: 20000\n\n', {}],
])('when it %s they come back spread over at least a second', async (_what, greeting) => {
  const server = await rawServer((response) => {
    openStream(response, COMPANION);
    response.write(`:\n\n${greeting}`);
  });
  const waits = await clientsOf(server.url, server.cut);
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(900);
  expect(mostAtOnce(waits)).toBeLessThanOrEqual(CLIENTS / 4);
});

test('so they do when it turns all of them away with the same Retry-After', async () => {
  const server = await rawServer((response) => response.writeHead(503, { 'Retry-After': '30' }).end());
  const waits = await clientsOf(server.url, () => {});
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(30_000);
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(900);
  expect(mostAtOnce(waits)).toBeLessThanOrEqual(CLIENTS / 4);
});
