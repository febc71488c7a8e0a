import { expect, test } from 'vitest';
import { openTestBellhop, type TestBellhop } from './bellhop.ts';
import { fakeMercure } from './fakes/mercure.ts';
import { temporaryFolder } from './folder.ts';
import { gaps, untilBodies, untilOpen } from './history.ts';

type Hub = Awaited<ReturnType<typeof fakeMercure>>;
const TOPIC = 'https://shop.example/orders/1';
const TEMPLATE = 'https://shop.example/orders/{id}';

async function listen(bellhop: TestBellhop, hub: Hub, topics = [TEMPLATE], token = 'jwt') {
  const source = { name: 'Shop', dialect: 'mercure', mapping: null } as const;
  const credential = { kind: 'bearer', token } as const;
  return (await bellhop.requests.addSource({ ...source, url: hub.url(...topics), credential })).id;
}
/** Listens, and has seen one update: from here on there is an id to resume by. */
async function listenAndClose(hub: Hub, folder: string): Promise<void> {
  const bellhop = openTestBellhop(folder);
  await listen(bellhop, hub);
  await untilOpen(bellhop);
  hub.publish(TOPIC, { message: 'seen' });
  await untilBodies(bellhop, ['seen']);
  await bellhop.close();
}

test('updates of the topics come live, whatever they hold; nothing old is asked for at first', async () => {
  const hub = await fakeMercure();
  hub.publish(TOPIC, { message: 'old' });
  const bellhop = openTestBellhop();
  await listen(bellhop, hub, [TEMPLATE, 'b']);
  await untilOpen(bellhop);
  hub.publish('https://shop.example/returns/1', 'not for us');
  hub.publish(TOPIC, { title: 'Order', content: 'shipped', '@id': TOPIC });
  hub.publish('b', 'plain text,\nover two lines');
  hub.publish('b', { stock: 3 }, 'alert');
  await untilBodies(bellhop, ['shipped', 'plain text,\nover two lines', '{"stock":3}']);
  expect(await bellhop.detail('shipped')).toMatchObject({ title: 'Order', link: TOPIC, readAt: null });
  await bellhop.toasts.until(({ length }) => length === 3);
  expect(hub.subscriptions.items).toEqual([{ topics: [TEMPLATE, 'b'], lastEventId: null }]);
  expect(await gaps(bellhop)).toEqual([]);
});

test('what came while Bellhop was closed arrives once, in order, and nothing is said to be missing', async () => {
  const hub = await fakeMercure();
  const folder = temporaryFolder();
  await listenAndClose(hub, folder);
  hub.publish(TOPIC, { message: 'missed 1' });
  hub.publish(TOPIC, { message: 'missed 2' });
  const bellhop = openTestBellhop(folder);
  await untilBodies(bellhop, ['seen', 'missed 1', 'missed 2']);
  hub.publish(TOPIC, { message: 'live' });
  await untilBodies(bellhop, ['seen', 'missed 1', 'missed 2', 'live']);
  expect(await gaps(bellhop)).toEqual([]);
  expect(bellhop.toasts.items.map(({ body }) => body)).not.toContain('seen');
});

test('the hub’s routine ends and broken connections cost nothing', async () => {
  const hub = await fakeMercure();
  const bellhop = openTestBellhop();
  await listen(bellhop, hub);
  await untilOpen(bellhop);
  const expected: string[] = [];
  for (const cause of [hub.end, hub.cut]) {
    const before = hub.publish(TOPIC, { message: `before ${expected.length}` });
    expected.push(`before ${expected.length}`);
    await untilBodies(bellhop, expected);
    cause();
    hub.publish(TOPIC, { message: `meanwhile ${expected.length}` });
    expected.push(`meanwhile ${expected.length}`);
    await hub.subscriptions.until((all) => all.at(-1)?.lastEventId === before);
    await untilBodies(bellhop, expected);
  }
  expect(await gaps(bellhop)).toEqual([]);
});

test.each([
  ['Last-Event-ID', 'replays all', ['seen', 'kept']],
  ['Mercure-Last-Event-ID', 'replays all', ['seen', 'kept']],
  ['Last-Event-ID', 'replays nothing', ['seen']],
] as const)(
  'a hub that has forgotten (%s, %s): a gap is told, and nothing comes twice',
  async (header, unknownId, there) => {
    const hub = await fakeMercure({ header, unknownId });
    const folder = temporaryFolder();
    await listenAndClose(hub, folder);
    hub.publish(TOPIC, { message: 'forgotten' });
    hub.publish(TOPIC, { message: 'kept' });
    hub.keep(1);
    const bellhop = openTestBellhop(folder);
    await untilOpen(bellhop);
    await untilBodies(bellhop, [...there]);
    hub.publish(TOPIC, { message: 'live' });
    await untilBodies(bellhop, [...there, 'live']);
    expect(await gaps(bellhop)).toMatchObject([
      { why: 'the server no longer had all that was sent meanwhile' },
    ]);
  },
);

test('a token that the hub refuses stops the source, in words; a test notice goes all the way', async () => {
  const hub = await fakeMercure({ token: 'jwt' });
  const bellhop = openTestBellhop();
  const id = await listen(bellhop, hub, [TEMPLATE], 'wrong');
  const { sources } = await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'stopped');
  expect(sources[0]?.feed).toMatchObject({ why: { code: 'unauthorized' } });
  const source = { id, name: 'Shop', url: hub.url(TEMPLATE), dialect: 'mercure', mapping: null } as const;
  await bellhop.requests.editSource({ ...source, credential: { kind: 'bearer', token: 'jwt' } });
  await untilOpen(bellhop);
  expect(await bellhop.requests.sendTest({ id })).toMatchObject({ ok: true });
  expect(await bellhop.notices()).toHaveLength(1);
});
