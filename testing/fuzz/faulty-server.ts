import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { Block } from './blocks.ts';
import { type Random, seeded } from './random.ts';
import { chop } from './stream.ts';

/** What is to be had at one address, and how many of the first connections break at a random place. */
export type Offer = { blocks: Block[]; cuts: number; headers: Record<string, string>; seed: number };

const MAX_CHUNKS = 100;

/**
 * Serves streams that break. It resumes after the event whose id it is asked for, and sends everything when it doesn't know
 * that one. Asked in the way of ntfy, it tells what was missed when polled, and the latest of it live as well.
 */
export async function startFaultyServer() {
  const offers: { offer: Offer; random: Random; cutsLeft: number }[] = [];
  let broken = 0;

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', base);
    const place = offers[Number(pathname.split('/')[1])];
    if (!place) return void response.writeHead(404).end();
    const { offer, random } = place;
    const live = searchParams.get('since') === 'none';
    const from = live ? random.below(offer.blocks.length) : resumeAfter(request, offer.blocks);
    const whole = Buffer.concat(offer.blocks.slice(from).map(({ bytes }) => bytes));
    const breaks = place.cutsLeft-- > 0;
    const sent = breaks ? whole.subarray(0, random.below(whole.length + 1)) : whole;

    response.writeHead(200, { 'Content-Type': 'text/event-stream', ...offer.headers });
    response.flushHeaders();
    for (const chunk of chop(random, sent, sent.length / MAX_CHUNKS + random.pick([30, 300, 3_000]))) {
      response.write(chunk);
      if (random.chance(0.1)) await setImmediate();
    }
    if (breaks) {
      broken += 1;
      if (random.chance(0.3)) response.end();
      else response.write('', () => response.destroy());
    } else if (searchParams.has('poll')) response.end();
  }

  return {
    /** @returns its address */
    offer(offer: Offer): string {
      offers.push({ offer, random: seeded(offer.seed), cutsLeft: offer.cuts });
      return `${base}/${offers.length - 1}`;
    },
    broken: () => broken,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The header's bytes are UTF-8. */
function resumeAfter({ headers }: IncomingMessage, blocks: Block[]): number {
  const id = Buffer.from(String(headers['last-event-id'] ?? ''), 'latin1').toString();
  return id === '' ? 0 : blocks.findIndex((block) => block.id === id) + 1;
}
