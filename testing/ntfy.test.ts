import { expect, test } from 'vitest';
import { ntfy } from '../main/feed/ntfy.ts';
import { openTestBellhop, type TestBellhop } from './bellhop.ts';
import { fakeNtfy } from './fakes/ntfy.ts';
import { temporaryFolder } from './folder.ts';

type Ntfy = Awaited<ReturnType<typeof fakeNtfy>>;
const now = () => Math.floor(Date.now() / 1000);
const DAY = 24 * 3600;

const asNtfy = { name: 'ntfy', dialect: 'ntfy', mapping: null } as const;

/** Adds the topics as a source, and waits until what the server had of them is here. */
async function listen(bellhop: TestBellhop, server: Ntfy, topics = 'alerts') {
  server.publish(topics.split(',')[0] ?? '', { message: 'history' });
  const url = `${server.url}/${topics}`;
  const { id } = await bellhop.requests.addSource({ ...asNtfy, url, credential: { kind: 'none' } });
  await bellhop.state(({ sources }) => (sources[0]?.lastNoticeAt ?? null) !== null);
  return id;
}

/** The whole history but for `listen`'s, oldest first. */
async function bodies(bellhop: TestBellhop): Promise<string[]> {
  const all = (await bellhop.notices()).map(({ body }) => body).reverse();
  return all.filter((body) => body !== 'history');
}

async function untilBodies(bellhop: TestBellhop, expected: string[]): Promise<void> {
  while ((await bodies(bellhop)).join() !== expected.join()) await bellhop.states.next();
}

const toasted = (bellhop: TestBellhop) => bellhop.toasts.items.map(({ body }) => body);

test('what the server had is there, read; what comes is toasted with all it carries', async () => {
  const server = await fakeNtfy();
  server.publish('alerts', { message: 'two days old', time: now() - 2 * DAY });
  server.publish('alerts', { message: 'an hour old', time: now() - 3600 });
  const bellhop = openTestBellhop();
  await listen(bellhop, server);
  expect(await bodies(bellhop)).toEqual(['an hour old']);
  expect((await bellhop.notices()).every(({ readAt }) => readAt !== null)).toBe(true);

  const published = await fetch(`${server.url}/alerts`, {
    method: 'POST',
    body: '**Disk** full',
    headers: {
      ...{
        Title: 'nas',
        Priority: '5',
        Tags: 'warning, raid',
        Click: 'https://nas.example/',
        Markdown: 'yes',
      },
      Actions: JSON.stringify([{ action: 'view', label: 'Look', url: 'https://nas.example/disks' }]),
    },
  });
  expect(published.status).toBe(200);
  const [toast] = await bellhop.toasts.until(({ length }) => length === 1);
  expect(toast).toMatchObject({ title: 'nas', urgent: true });
  expect(await bellhop.detail('**Disk** full')).toMatchObject({
    ...{ title: 'nas', topic: 'alerts', priority: 5, tags: ['⚠️', 'raid'], markdown: true },
    ...{ link: 'https://nas.example/', readAt: null },
    actions: [{ kind: 'view', label: 'Look', target: 'https://nas.example/disks' }],
  });
});

test('a message too long for one is there as a file', async () => {
  const server = await fakeNtfy();
  const bellhop = openTestBellhop();
  await listen(bellhop, server);
  await fetch(`${server.url}/alerts`, { method: 'POST', body: 'x'.repeat(5000) });
  await bellhop.toasts.until(({ length }) => length === 1);
  const { attachments } = await bellhop.detail('You received a file: attachment.txt');
  expect(attachments).toMatchObject([{ name: 'attachment.txt', type: 'text/plain', bytes: 5000 }]);
  expect(await (await fetch(attachments[0]?.url ?? '')).text()).toHaveLength(5000);
});

test('several topics come over one connection, and no others', async () => {
  const server = await fakeNtfy();
  const bellhop = openTestBellhop();
  await listen(bellhop, server, 'alerts,backups');
  server.publish('elsewhere', { message: 'not for us' });
  server.publish('backups', { message: 'b' });
  server.publish('alerts', { message: 'a' });
  await untilBodies(bellhop, ['b', 'a']);
  const streams = server.subscriptions.items.filter(({ query }) => !query.has('poll'));
  expect(streams.map(({ topics }) => topics)).toEqual([['alerts', 'backups']]);
});

test('what came while Bellhop was closed arrives once, and nothing old comes back as new, though the server has forgotten what it sent last', async () => {
  const server = await fakeNtfy({ keptFor: 7 * DAY });
  server.publish('alerts', { message: 'two days old', time: now() - 2 * DAY });
  const folder = temporaryFolder();
  const before = openTestBellhop(folder);
  await listen(before, server);
  const last = server.publish('alerts', { message: 'live' });
  await before.toasts.until(({ length }) => length === 1);
  await before.close();

  server.forget(last);
  server.publish('alerts', { message: 'missed' });
  const after = openTestBellhop(folder);
  await after.toasts.until(({ length }) => length === 1);
  await after.state(({ sources }) => sources[0]?.feed.kind === 'open');
  server.publish('alerts', { message: 'live again' });
  await untilBodies(after, ['live', 'missed', 'live again']);
  await after.toasts.until(({ length }) => length === 2);
  expect(toasted(after)).toEqual(['missed', 'live again']);
});

test('broken off in the midst of what was missed, with a live message among it: all of it arrives, once', async () => {
  const server = await fakeNtfy();
  const bellhop = openTestBellhop();
  server.hooks.now = () => now() - 3600;
  const id = await listen(bellhop, server);
  server.cut();
  // Asleep for an hour: were the cursor to follow the live message, these would be too old to be asked for.
  const missed = ['missed 1', 'missed 2', 'missed 3'];
  for (const message of missed) server.publish('alerts', { message });
  server.hooks.now = now;

  server.hooks.backfilled = async (sent) => {
    if (sent < 2) return;
    server.hooks.backfilled = null;
    server.publish('alerts', { message: 'live' });
    await bellhop.toasts.until((all) => all.some(({ body }) => body === 'live'));
    server.cut();
    await new Promise(() => {}); // the rest of this answer never comes
  };
  bellhop.requests.retrySource({ id });
  await untilBodies(bellhop, [...missed, 'live']);
  await bellhop.toasts.until(({ length }) => length >= 4);
  expect(toasted(bellhop).sort()).toEqual(['live', ...missed]);
});

test('a newer version takes the place of the older, whichever comes first', async () => {
  const server = await fakeNtfy();
  const bellhop = openTestBellhop();
  const id = await listen(bellhop, server);
  const first = server.publish('alerts', { message: '10 %', time: now() - 3 });
  await untilBodies(bellhop, ['10 %']);
  server.publish('alerts', { message: '50 %', time: now() - 2, sequence_id: first.id });
  await untilBodies(bellhop, ['50 %']);
  expect(bellhop.withdrawn).toHaveLength(1);

  server.cut();
  server.publish('alerts', { message: '70 %', time: now() - 1, sequence_id: first.id });
  server.hooks.backfilled = async () => {
    server.hooks.backfilled = null;
    server.publish('alerts', { message: 'done', time: now(), sequence_id: first.id });
    await untilBodies(bellhop, ['done']);
  };
  bellhop.requests.retrySource({ id });
  await untilBodies(bellhop, ['done']);
  server.publish('alerts', { message: 'something else' });
  await untilBodies(bellhop, ['done', 'something else']);
  expect(toasted(bellhop)).not.toContain('70 %');
});

test('what the server takes back goes, with its toast; what it says is dealt with counts as read', async () => {
  const server = await fakeNtfy();
  const bellhop = openTestBellhop();
  const id = await listen(bellhop, server);
  const write = (path: string, method: string, body: string | null = null) =>
    fetch(`${server.url}/alerts/${path}`, { method, body });
  for (const name of ['door', 'washer', 'oven']) await write(name, 'PUT', name);
  await untilBodies(bellhop, ['door', 'washer', 'oven']);
  await bellhop.toasts.until(({ length }) => length === 3);

  await write('door', 'DELETE');
  await untilBodies(bellhop, ['washer', 'oven']);
  await write('washer/clear', 'PUT');
  await bellhop.state(({ unread }) => unread === 1);
  expect((await bellhop.detail('washer')).readAt).not.toBeNull();
  const idOf = (body: string) => bellhop.toasts.items.find((toast) => toast.body === body)?.id;
  expect(bellhop.withdrawn).toEqual([idOf('door'), idOf('washer')]);

  server.cut();
  await write('oven', 'DELETE');
  bellhop.requests.retrySource({ id });
  await untilBodies(bellhop, ['washer']);
});

test('a notice that was taken back while it was missed is not left behind', async () => {
  const server = await fakeNtfy();
  const bellhop = openTestBellhop();
  const id = await listen(bellhop, server);
  server.cut();
  server.publish('alerts', { message: 'taken back', sequence_id: 'x' });
  server.publish('alerts', { message: 'stays' });
  server.publish('alerts', { event: 'message_delete', sequence_id: 'x' });
  bellhop.requests.retrySource({ id });
  await untilBodies(bellhop, ['stays']);
});

test('an event that can’t be read is told, and the stream goes on', async () => {
  const server = await fakeNtfy();
  const bellhop = openTestBellhop();
  const source = await listen(bellhop, server);
  server.publish('alerts', { message: 7 as unknown as string });
  server.keepalive();
  server.publish('alerts', { message: 'readable' });
  await untilBodies(bellhop, ['readable']);
  const journal = await bellhop.requests.getJournal({ source });
  const told = journal.filter(({ detail }) => detail?.includes('"message":7'));
  expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(/^message: /)]);
});

const TOKEN = 'tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2';
const basic = (user: string) => `Basic ${Buffer.from(`${user}:secret`).toString('base64')}`;

test.each([
  ['a token', `Bearer ${TOKEN}`, { kind: 'bearer', token: TOKEN } as const, ''],
  ['a name and password', basic('ann'), { kind: 'basic', user: 'ann', password: 'secret' } as const, ''],
  [
    'its address',
    basic('ann'),
    { kind: 'none' } as const,
    `?auth=${Buffer.from(basic('ann')).toString('base64url')}`,
  ],
])('a server is told who asks by %s', async (_, header, credential, query) => {
  const server = await fakeNtfy({ access: { header, topics: ['alerts'] } });
  server.publish('alerts', { message: 'for ann' });
  const bellhop = openTestBellhop();
  await bellhop.requests.addSource({ ...asNtfy, url: `${server.url}/alerts${query}`, credential });
  await untilBodies(bellhop, ['for ann']);
});

test('a wrong token and a topic of somebody else’s stop it; over the limits it waits', async () => {
  const server = await fakeNtfy({ access: { header: `Bearer ${TOKEN}`, topics: ['alerts'] } });
  const bellhop = openTestBellhop();
  const { requests } = bellhop;
  const add = (topic: string, token: string) =>
    requests.addSource({ ...asNtfy, url: `${server.url}/${topic}`, credential: { kind: 'bearer', token } });
  await add('alerts', 'tk_wrong');
  await add('elsewhere', TOKEN);
  const { sources } = await bellhop.state(
    (state) => state.sources.length === 2 && state.sources.every(({ feed }) => feed.kind === 'stopped'),
  );
  expect(sources.map(({ feed }) => 'why' in feed && feed.why?.code)).toEqual(['unauthorized', 'forbidden']);

  server.refuse(429);
  const { id } = await add('alerts?', TOKEN);
  await bellhop.state((state) => state.sources[2]?.feed.kind === 'waiting');
  server.refuse(null);
  requests.retrySource({ id });
  await bellhop.state((state) => state.sources[2]?.feed.kind === 'open');
});

test('a notice can be published as a test, whatever its title', async () => {
  const server = await fakeNtfy();
  const bellhop = openTestBellhop();
  await listen(bellhop, server, 'alerts,backups');
  const dialect = ntfy({ url: `${server.url}/alerts,backups`, mapping: null });
  const request = dialect.publish?.({ title: 'Grüße 👋', body: 'from Bellhop' });
  if (!request) throw new Error('ntfy can be published to');
  expect((await fetch(request.url, request)).status).toBe(200);
  const [toast] = await bellhop.toasts.until(({ length }) => length === 1);
  expect(toast).toMatchObject({ title: 'Grüße 👋', body: 'from Bellhop' });
});

test('taken back while what was missed still comes, it is not left behind by that', async () => {
  const server = await fakeNtfy();
  const bellhop = openTestBellhop();
  const id = await listen(bellhop, server);
  server.cut();
  server.publish('alerts', { message: 'first', time: now() - 2 });
  server.publish('alerts', { message: 'taken back', time: now() - 1, sequence_id: 'x' });
  server.hooks.backfilled = async () => {
    server.hooks.backfilled = null;
    server.publish('alerts', { event: 'message_delete', sequence_id: 'x' });
    server.publish('alerts', { message: 'live' });
    await bellhop.toasts.until((all) => all.some(({ body }) => body === 'live'));
  };
  bellhop.requests.retrySource({ id });
  await untilBodies(bellhop, ['first', 'live']);
});

test('taken back and sent anew within a second, or marked as unread again: asking for it once more changes nothing', async () => {
  const server = await fakeNtfy();
  const bellhop = openTestBellhop();
  const id = await listen(bellhop, server);
  const time = now();
  server.publish('alerts', { time, message: 'old', sequence_id: 'x' });
  server.publish('alerts', { time, event: 'message_delete', sequence_id: 'x' });
  server.publish('alerts', { time, message: 'anew', sequence_id: 'x' });
  server.publish('alerts', { time, message: 'dealt with', sequence_id: 'y' });
  server.publish('alerts', { time, event: 'message_clear', sequence_id: 'y' });
  await untilBodies(bellhop, ['anew', 'dealt with']);
  await bellhop.state(({ unread }) => unread === 1);
  const { id: notice } = await bellhop.detail('dealt with');
  await bellhop.requests.markRead({ ids: [notice], read: false });

  server.publish('alerts', { message: 'last of what is asked for' });
  server.cut();
  server.publish('alerts', { message: 'missed' });
  bellhop.requests.retrySource({ id });
  await untilBodies(bellhop, ['anew', 'dealt with', 'last of what is asked for', 'missed']);
  expect((await bellhop.detail('dealt with')).readAt).toBeNull();
});
