import { expect, test } from 'vitest';
import { openTestBellhop } from './bellhop.ts';
import { openStream, rawServer, rowsEvent } from './raw-server.ts';

/** What waits at a server after a long time away. */

const COMPANION = { 'Bellhop-Heartbeat': '15' };
const caughtUp = (id: number) => `event: caught-up\nid: ${id}\ndata: {}\n\n`;

test('50,000 missed notices become one digest; the urgent ones stand on their own', async () => {
  const missed = 50_000;
  const urgent = [17, 30_001, 49_999];
  const server = await rawServer(async (response, request) => {
    openStream(response, COMPANION);
    if (!request.headers['last-event-id']) return void response.write(caughtUp(1));
    if (request.headers['last-event-id'] !== '1') return;
    for (let from = 2; from < missed + 2; from += 100) {
      const rows = Array.from({ length: 100 }, (_, n) => {
        const id = from + n;
        const priority = urgent.includes(id) ? 5 : 3;
        return {
          id,
          content: `notice ${id}`,
          notificationTypeId: 1,
          priority,
          createdAt: 1_714_557_600_000 + id,
        };
      });
      if (!response.write(rowsEvent(rows, from + 99))) {
        await new Promise((resolve) => response.once('drain', resolve));
      }
    }
    response.write(caughtUp(missed + 1));
  });
  const bellhop = openTestBellhop();
  const draft = { name: 'Server', url: server.url, dialect: 'rows', mapping: null } as const;
  const { id } = await bellhop.requests.addSource({ ...draft, credential: { kind: 'none' } });
  await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'open');
  bellhop.requests.retrySource({ id });
  await bellhop.state(({ unread }) => unread === missed);
  const bodies = (await bellhop.toasts.until((all) => all.length === 4)).map(
    ({ title, body }) => title + body,
  );
  expect(bodies.filter((text) => text.includes('new notifications'))).toHaveLength(1);
  expect(bodies.find((text) => text.includes('new notifications'))).toContain(
    `${(missed - urgent.length).toLocaleString('en')} new`,
  );
  for (const one of urgent) expect(bodies.some((text) => text.endsWith(`notice ${one}`))).toBe(true);
  const page = await bellhop.requests.listNotices({
    ...{ filter: { view: 'unread', source: null, topic: null, minPriority: null }, before: null, limit: 100 },
  });
  expect(page.notices).toHaveLength(100);
}, 90_000);

test('the last few of what was missed belong to its digest too, however they come', async () => {
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, n) => ({ id: from + n, content: `notice ${from + n}` }));
  const server = await rawServer((response, request) => {
    openStream(response, COMPANION);
    if (!request.headers['last-event-id']) return void response.write(caughtUp(1));
    if (request.headers['last-event-id'] !== '1') return;
    response.write(rowsEvent(rows(2, 701), 701));
    response.write(rowsEvent(rows(702, 704), 704) + caughtUp(704) + rowsEvent(rows(705, 705), 705));
  });
  const bellhop = openTestBellhop();
  const { id } = await bellhop.requests.addSource({
    ...{ name: 'Server', url: server.url, dialect: 'rows', mapping: null, credential: { kind: 'none' } },
  });
  await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'open');
  await bellhop.requests.retrySource({ id });
  const toasts = await bellhop.toasts.until((all) =>
    all.some(({ title }) => title.includes('new notifications')),
  );
  const texts = toasts.map(({ title, body }) => (title === 'Server' ? body : title));
  expect(texts).toEqual(['notice 705', '703 new notifications']);
});
