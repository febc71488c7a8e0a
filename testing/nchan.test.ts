import { expect, test } from 'vitest';
import { mappingSchema } from '../preload/contract.ts';
import { openTestBellhop, type TestBellhop } from './bellhop.ts';
import { temporaryFolder } from './folder.ts';
import { untilBodies } from './history.ts';
import { startNchan } from './nchan.ts';

/** The json dialect against a server that nobody of us wrote. */

type Nchan = Awaited<ReturnType<typeof startNchan>>;

const mapping = mappingSchema.parse({
  title: ['/head'],
  body: ['/text'],
  priority: ['/level'],
  time: ['/at'],
});

async function listen(bellhop: TestBellhop, { url }: Pick<Nchan, 'url'>): Promise<string> {
  const source = { name: 'nchan', dialect: 'json', url, mapping, credential: { kind: 'none' } } as const;
  const { id } = await bellhop.requests.addSource(source);
  await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'open');
  return id;
}

test('what is published is toasted; its pings are no notices', async () => {
  const nchan = await startNchan();
  await nchan.publish({ text: 'before anybody listened' });
  const bellhop = openTestBellhop();
  const source = await listen(bellhop, nchan);
  await nchan.publish({ head: 'Disk', text: 'full', level: 'urgent' });
  const [toast] = await bellhop.toasts.until(({ length }) => length === 1);
  expect(toast).toMatchObject({ title: 'Disk', body: 'full', urgent: true });
  await nchan.pinged();
  await nchan.publish('not JSON');
  await nchan.publish({ text: 'after a ping' });
  await untilBodies(bellhop, ['full', 'after a ping']);
  const journal = await bellhop.requests.getJournal({ source });
  expect(journal.flatMap(({ text, detail }) => (text.includes('JSON') ? [detail] : []))).toEqual([
    'not JSON',
  ]);
});

test('what it held when Bellhop first came is history, and raises no toasts', async () => {
  const nchan = await startNchan();
  const at = (agoMs: number) => new Date(Date.now() - agoMs).toISOString();
  await nchan.publish({ text: 'two days old', at: at(48 * 3_600_000) });
  await nchan.publish({ text: 'an hour old', at: at(3_600_000) });
  const bellhop = openTestBellhop();
  await listen(bellhop, { url: nchan.fromOldest });
  await nchan.publish({ text: 'new', at: at(0) });
  await untilBodies(bellhop, ['an hour old', 'new']);
  expect((await bellhop.toasts.until(({ length }) => length > 0)).map(({ body }) => body)).toEqual(['new']);
  expect((await bellhop.requests.getState({})).state.unread).toBe(1);
});

test('what came while Bellhop was closed arrives once and in order, resumed by the event’s id', async () => {
  const nchan = await startNchan();
  const folder = temporaryFolder();
  const before = openTestBellhop(folder);
  await listen(before, nchan);
  await nchan.publish({ text: 'seen' });
  await untilBodies(before, ['seen']);
  await before.close();
  const missed = Array.from({ length: 50 }, (_, index) => `missed ${index}`);
  for (const text of missed) await nchan.publish({ text });
  const after = openTestBellhop(folder);
  await untilBodies(after, ['seen', ...missed]);
  await nchan.publish({ text: 'live' });
  await untilBodies(after, ['seen', ...missed, 'live']);
});

test.each(['reload', 'restart'] as const)(
  'over a %s of nginx, which forgets what it held, Bellhop listens on',
  async (how) => {
    const nchan = await startNchan();
    const bellhop = openTestBellhop();
    await listen(bellhop, nchan);
    await nchan.publish({ text: 'before' });
    await untilBodies(bellhop, ['before']);
    await nchan.pinged(); // a second later: its ids are times
    await nchan[how]();
    await nchan.publish({ text: 'while Bellhop waits' });
    await untilBodies(bellhop, ['before', 'while Bellhop waits']);
    await nchan.publish({ text: 'live' });
    await untilBodies(bellhop, ['before', 'while Bellhop waits', 'live']);
  },
);
