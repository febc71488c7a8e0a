import { expect, onTestFinished, test } from 'vitest';
import type { Dialect } from '../../main/feed/dialect.ts';
import { mercure } from '../../main/feed/mercure.ts';
import { ntfy } from '../../main/feed/ntfy.ts';
import { rows } from '../../main/feed/rows.ts';
import { temporaryServer } from '../../server/testing.ts';
import { fakeMercure } from '../fakes/mercure.ts';
import { fakeNtfy } from '../fakes/ntfy.ts';
import { runFeed } from '../feed.ts';
import { seededRandom } from '../seeded-random.ts';
import { faultyProxy } from './proxy.ts';

/** A server of each kind, behind connections that break within a few events, requests for what was missed included. */

type Served = {
  port: number;
  publish: (text: string) => void;
  dialect: (base: string) => Dialect;
  authorize?: () => Record<string, string>;
};

const servers: Record<string, () => Promise<Served>> = {
  async rows() {
    const server = await temporaryServer();
    return {
      port: server.port,
      publish: (content) => void server.publish('alice', { content, notificationTypeId: 1 }),
      dialect: (base) => rows({ url: base, mapping: null }),
      authorize: () => ({ Authorization: `Bearer ${server.token}` }),
    };
  },
  async ntfy() {
    const server = await fakeNtfy();
    return {
      port: Number(new URL(server.url).port),
      publish: (message) => void server.publish('alerts', { message }),
      dialect: (base) => ntfy({ url: `${base}/alerts`, mapping: null }),
    };
  },
  async mercure() {
    const server = await fakeMercure();
    const { port, pathname, search } = new URL(server.url('news'));
    return {
      port: Number(port),
      publish: (message) => void server.publish('news', { message }),
      dialect: (base) => mercure({ url: `${base}${pathname}${search}`, mapping: null }),
    };
  },
};

test.each(Object.keys(servers))('%s: each notice arrives once, in order', async (kind) => {
  const { port, publish, dialect, authorize } = await (servers[kind] as () => Promise<Served>)();
  const random = seededRandom(1);
  let broken = false;
  const proxy = await faultyProxy(port, () => {
    if (!broken || random() < 0.2) return null;
    return { afterBytes: Math.floor(random() * 3_000), fault: random() < 0.5 ? 'end' : 'reset' };
  });
  onTestFinished(proxy.close);
  const { bodies, kept } = runFeed(dialect(proxy.url), authorize ? { authorize } : {});
  await kept.until((all) => all.some(({ greetedAt }) => greetedAt)); // its history is over
  const published = ['first']; // a hub tells its position with an update
  publish('first');
  await bodies.until(({ length }) => length === 1);
  broken = true;
  for (let round = 0; round < 20; round++) {
    proxy.strike('reset');
    for (let n = 0; n < 10; n++) {
      published.push(`${round}.${n}`);
      publish(`${round}.${n}`);
    }
    await bodies.until(({ length }) => length >= published.length);
  }
  const arrived = bodies.items.map((body) => body.replace(/^(live|catch-up) /, ''));
  expect(arrived).toEqual(published);
  expect(proxy.faults()).toBeGreaterThanOrEqual(20);
});
