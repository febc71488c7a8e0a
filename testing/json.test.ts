import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { homeAssistant, mastodon } from '../main/feed/presets.ts';
import type { SourceView } from '../preload/contract.ts';
import { openTestBellhop, type TestBellhop } from './bellhop.ts';
import { fakeMastodon } from './fakes/mastodon.ts';
import { temporaryFolder } from './folder.ts';
import { gaps, untilBodies, untilGreeted, untilOpen } from './history.ts';
import { openStream, rawServer } from './raw-server.ts';

const HOUR = 3_600_000;

const missingOf = ([source]: SourceView[]) =>
  source?.feed.kind === 'open' ? source.feed.missing : undefined;

type Mastodon = Awaited<ReturnType<typeof fakeMastodon>>;

const addMastodon = (bellhop: TestBellhop, { url }: Mastodon) =>
  bellhop.requests.addSource({
    ...{ name: 'Mastodon', dialect: 'json', url, mapping: mastodon.mapping },
    credential: { kind: 'bearer', token: 'secret' },
  });

test('Mastodon: history is there, read; what comes live is toasted as text', async () => {
  const server = await fakeMastodon({ token: 'secret' });
  server.mention('last week', Date.now() - 170 * HOUR);
  server.mention('an hour ago', Date.now() - HOUR);
  const bellhop = openTestBellhop();
  await addMastodon(bellhop, server);
  await untilBodies(bellhop, ['an hour ago & more']);
  expect((await bellhop.requests.getState({})).state.unread).toBe(0);
  server.thump();
  server.mention('hello');
  const [toast] = await bellhop.toasts.until(({ length }) => length === 1);
  expect(toast).toMatchObject({ title: 'Ann', body: 'hello & more' });
  expect(await bellhop.detail('hello & more')).toMatchObject({
    ...{ topic: 'mention', link: 'https://social.example/@ann/10000' },
  });
});

test('Mastodon: what was missed comes page by page, each once and in order, with what is live beside it', async () => {
  const server = await fakeMastodon({ pageSize: 3 });
  const folder = temporaryFolder();
  const before = openTestBellhop(folder);
  server.mention('0');
  await addMastodon(before, server);
  await untilBodies(before, ['0 & more']);
  await before.close();
  const missed = Array.from({ length: 10 }, (_, index) => `${index + 1}`);
  for (const text of missed) server.mention(text);

  const after = openTestBellhop(folder);
  const expected = ['0', ...missed].map((text) => `${text} & more`);
  await untilBodies(after, expected);
  server.mention('live');
  await untilBodies(after, [...expected, 'live & more']);
  expect(await gaps(after)).toEqual([]);
  const asked = server.lists.items.map((query) => query.get('min_id'));
  expect(asked).toEqual([null, '9998', '10001', '10004', '10007', '10008']);
  expect(server.lists.items.every((query) => query.get('limit') === '80')).toBe(true);
});

test('Mastodon: of an account that had nothing yet, all that was missed comes', async () => {
  const server = await fakeMastodon({ pageSize: 3 });
  const folder = temporaryFolder();
  const before = openTestBellhop(folder);
  await untilGreeted(before, (await addMastodon(before, server)).id);
  await before.close();
  const missed = Array.from({ length: 10 }, (_, index) => `${index + 1}`);
  for (const text of missed) server.mention(text);
  const after = openTestBellhop(folder);
  await untilBodies(
    after,
    missed.map((text) => `${text} & more`),
  );
});

test('Mastodon: a list that doesn’t work is asked again, and what it held is not passed over', async () => {
  const server = await fakeMastodon();
  const folder = temporaryFolder();
  const before = openTestBellhop(folder);
  server.mention('0');
  await addMastodon(before, server);
  await untilBodies(before, ['0 & more']);
  await before.close();
  server.mention('missed');
  server.breakList(true);
  const after = openTestBellhop(folder);
  await untilOpen(after);
  await server.lists.until(({ length }) => length === 2);
  const behind = await after.state(({ sources }) => missingOf(sources) !== undefined);
  expect(missingOf(behind.sources)?.why).toMatchObject({
    ...{ code: 'no-list', text: 'answers with something else than a list of notifications' },
  });
  server.mention('live');
  server.breakList(false);
  await untilBodies(after, ['0 & more', 'missed & more', 'live & more']);
  await after.state(({ sources }) => missingOf(sources) === undefined);
});

test('Home Assistant: its ping is no notice, what is fired is, and what can’t be had again is told as a gap', async () => {
  const streams: ServerResponse[] = [];
  const server = await rawServer((response) => {
    openStream(response);
    response.write('data: ping\n\n');
    streams.push(response);
  });
  const bellhop = openTestBellhop();
  await bellhop.requests.addSource({
    ...{ name: 'Home', dialect: 'json', url: server.url, mapping: homeAssistant.mapping },
    credential: { kind: 'bearer', token: 'secret' },
  });
  await untilOpen(bellhop);
  const fire = (message: string, time_fired = new Date().toISOString()) => {
    const event = { event_type: 'bellhop', data: { title: 'Door', message, priority: 'urgent' }, time_fired };
    streams.at(-1)?.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  fire('ding', new Date(Date.now() - 5_000).toISOString());
  fire('ding');
  while ((await bellhop.notices())[0]?.repeats !== 1) await bellhop.states.next(); // twice the same is two events
  expect(bellhop.toasts.items[0]).toMatchObject({ title: 'Door', urgent: true });
  server.cut();
  await server.requests.until(({ length }) => length === 2);
  await untilOpen(bellhop);
  fire('dong');
  await untilBodies(bellhop, ['ding', 'dong']);
  expect(await gaps(bellhop)).toMatchObject([{ why: expect.stringContaining('doesn’t send again') }]);
  const { sources } = (await bellhop.requests.getState({})).state;
  const journal = await bellhop.requests.getJournal({ source: sources[0]?.id ?? '' });
  expect(JSON.stringify(journal)).not.toContain('no JSON');
});
