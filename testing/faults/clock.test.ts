import { expect, test } from 'vitest';
import { temporaryServer } from '../../server/testing.ts';
import { listenTo, openTestBellhop, type TestBellhop } from '../bellhop.ts';
import { temporaryFolder } from '../folder.ts';
import { faultyProxy } from './proxy.ts';

/** A clock that is set while Bellhop runs, or between two runs: what comes is stored once and shown once all the same. */

const DAY = 24 * 60 * 60_000;

function movableClock() {
  const clock = { movedBy: 0, now: () => Date.now() + clock.movedBy };
  return clock;
}

/** In any order: they are listed by the clock as it was when they came. */
async function expectEach(bellhop: TestBellhop, bodies: string[]): Promise<void> {
  const stored = async () => (await bellhop.notices()).map(({ body }) => body);
  while ((await stored()).length < bodies.length) await bellhop.states.next();
  expect((await stored()).sort()).toEqual([...bodies].sort());
}

test.each([
  ['back by two days', -2 * DAY],
  ['to the epoch', -Date.now()],
  ['forward by ten years', 3650 * DAY],
])('set %s while connected, and again in a gap', async (_how, moved) => {
  const server = await temporaryServer();
  const proxy = await faultyProxy(server.port);
  const clock = movableClock();
  const bellhop = openTestBellhop(temporaryFolder(), clock.now);
  await listenTo(bellhop, { ...server, url: proxy.url });
  const publish = (content: string) => server.publish('alice', { content, notificationTypeId: 1 });
  publish('before');
  await bellhop.toasts.until(({ length }) => length === 1);
  clock.movedBy = moved;
  publish('after');
  await bellhop.toasts.until(({ length }) => length === 2);
  proxy.strike('reset');
  publish('in the gap');
  clock.movedBy = 0;
  await bellhop.toasts.until(({ length }) => length === 3);
  publish('last');
  await expectEach(bellhop, ['history', 'before', 'after', 'in the gap', 'last']);
  expect(bellhop.toasts.items.map(({ body }) => body)).toEqual(['before', 'after', 'in the gap', 'last']);
  proxy.close();
});

test.each([
  ['back by two days', -2 * DAY],
  ['forward by ten years', 3650 * DAY],
])('set %s between two runs', async (_how, moved) => {
  const server = await temporaryServer();
  const first = openTestBellhop();
  await listenTo(first, server);
  server.publish('alice', { content: 'before', notificationTypeId: 1 });
  await expectEach(first, ['history', 'before']);
  await first.close();

  server.publish('alice', { content: 'meanwhile', notificationTypeId: 1 });
  const clock = movableClock();
  clock.movedBy = moved;
  const again = openTestBellhop(first.folder, clock.now);
  await again.apply({ server: server.url, token: server.token, hidden: false });
  await expectEach(again, ['history', 'before', 'meanwhile']);
  server.publish('alice', { content: 'live', notificationTypeId: 1 });
  await expectEach(again, ['history', 'before', 'meanwhile', 'live']);
  expect(again.toasts.items.map(({ body }) => body)).toEqual(['meanwhile', 'live']);
});
