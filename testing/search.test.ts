import { expect, test } from 'vitest';
import { answer } from '../main/inbox/answer.ts';
import { en } from '../main/words/en.ts';
import { temporaryServer } from '../server/testing.ts';
import { listenTo, openTestBellhop } from './bellhop.ts';

const EVERYWHERE = { view: null, source: null, topic: null, minPriority: null } as const;

/** Bellhop with a server called “Home server”, and what searching in it finds. */
async function listening() {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  await listenTo(bellhop, server, 'Home server');
  const receive = async (title: string, content: string) => {
    server.publish('alice', { title, content, notificationTypeId: 1 });
    while (!(await bellhop.notices()).some((notice) => notice.body === content)) await bellhop.states.next();
    return (await bellhop.detail(content)).id;
  };
  const search = (text: string) =>
    bellhop.requests.search({ text, filter: EVERYWHERE, before: null, limit: 50 });
  const found = async (text: string) => (await search(text)).notices.map(({ title }) => title);
  return { bellhop, receive, search, found };
}

test('what comes from a server is found at once, wherever it is put, until it is deleted', async () => {
  const { bellhop, receive, search, found } = await listening();
  const disk = await receive('Disk almost full', 'On the café’s machine');
  await receive('Backup finished', 'In the cellar');
  expect(await found('cafe')).toEqual(['Disk almost full']);
  expect(await found('source:home is:unread')).toEqual(['Backup finished', 'Disk almost full']);
  expect(await found('-disk is:unread')).toEqual(['Backup finished']);

  const { notices, mistakes, indexing } = await search('dis is:lost ');
  expect([notices, mistakes.length, indexing]).toEqual([[], 1, false]);
  expect((await search('almost')).notices).toMatchObject([
    { id: disk, titleMarks: [[5, 11]], snippet: 'On the café’s machine', snippetMarks: [], readAt: null },
  ]);

  await bellhop.requests.moveNotices({ ids: [disk], to: 'archived' });
  expect([await found('disk is:unread'), await found('disk is:archived'), await found('disk')]).toEqual([
    [],
    ['Disk almost full'],
    ['Disk almost full'],
  ]);
  await bellhop.requests.moveNotices({ ids: [disk], to: 'deleted' });
  expect(await found('disk')).toEqual([]);
});

test('a search is refused in words when a newer one takes its place, or its text is a paste', async () => {
  const { bellhop, receive } = await listening();
  await receive('Disk almost full', 'now');
  const ask = (text: string) =>
    answer(bellhop.requests, 'search', { text, filter: EVERYWHERE, before: null, limit: 1 }, en);
  const [first, second] = await Promise.all([ask('di'), ask('dis')]);
  expect(first).toEqual({ ok: false, error: 'A newer search took its place.' });
  expect(second).toMatchObject({ ok: true, value: { notices: [{ title: 'Disk almost full' }] } });
  expect(await ask('x'.repeat(501))).toEqual({ ok: false, error: 'A search has at most 500 characters.' });
});
