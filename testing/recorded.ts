import { readFileSync } from 'node:fs';
import { connect } from '../main/feed/connection.ts';
import type { Dialect, Reading } from '../main/feed/dialect.ts';
import { openStream, rawServer } from './raw-server.ts';

/** What a dialect reads in a stream of `main/feed/fixtures/`, over a socket, at a clock that stands at `now` (unix ms). */
export async function readRecorded(dialect: Dialect, file: string, now: number): Promise<Reading[]> {
  const recorded = readFileSync(new URL(`../main/feed/fixtures/${file}`, import.meta.url));
  const server = await rawServer((response) => {
    openStream(response);
    response.end(recorded);
  });
  const readings: Reading[] = [];
  await connect({
    ...{ url: server.url, headers: {}, fetch, headersMs: 30_000, eventNames: dialect.eventNames },
    onOpen: () => ({ stallMs: 30_000 }),
    onEvent: (event) => readings.push(dialect.read(event, now)),
    onOversized: () => {},
    signal: new AbortController().signal,
  });
  return readings;
}
