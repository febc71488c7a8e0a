import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryServer } from '../server/testing.ts';
import { temporaryFolder } from './folder.ts';
import { startHeadless } from './headless.ts';

type Server = Awaited<ReturnType<typeof temporaryServer>>;
const CONNECTED = /^Demo is connected$/;
/** A line that stands for a toast begins with the time. */
const TOAST = /^\d\d:\d\d:\d\d {2}/;

function listen(server: Server, folder: string) {
  const environment = {
    BELLHOP_SERVER: server.url,
    BELLHOP_TOKEN: server.token,
    BELLHOP_SERVER_NAME: 'Demo',
  };
  return startHeadless(['--data', folder], environment);
}
const some = (pattern: RegExp | string) => (lines: string[]) => lines.some((line) => line.match(pattern));

test('says where it keeps its data and what is missing; Ctrl-C ends it with 0', async () => {
  const folder = temporaryFolder();
  const bellhop = startHeadless(['--data', folder]);
  const lines = await bellhop.lines.until(({ length }) => length === 2);
  expect(lines[0]).toBe(`Bellhop listens without a display. Data: ${folder}`);
  expect(lines[1]).toContain('start with --server URL and the token in BELLHOP_TOKEN');
  bellhop.kill('SIGINT');
  expect(await bellhop.ended()).toEqual({ code: 0, signal: null, stderr: '' });
});

test('on a Node that is too old it says in one line which one it needs', async () => {
  const as20 = 'Object.defineProperty(process.versions, "node", { value: "20.20.2" })';
  const bellhop = startHeadless(['--data', temporaryFolder()], {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(as20)}`,
  });
  const { code, stderr } = await bellhop.ended();
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Bellhop needs Node 24 or newer on a terminal; this is Node 20\.20\.2\. .*\n$/);
  expect(bellhop.lines.items).toEqual([]);
});

test('each toast is one line with the notice’s text and nothing that could control the terminal', async () => {
  const server = await temporaryServer();
  const bellhop = listen(server, temporaryFolder());
  await bellhop.lines.until(some(CONNECTED));
  server.publish('alice', {
    content: 'the \x1b[31mtext\nof it\x07',
    notificationTypeId: 1,
    title: 'Title',
    priority: 5,
  });
  const lines = await bellhop.lines.until(some(TOAST));
  expect(lines.at(-1)).toMatch(/^\d\d:\d\d:\d\d {2}! Title: the text of it$/);
  bellhop.kill('SIGTERM');
  expect(await bellhop.ended()).toMatchObject({ code: 0, stderr: '' });
});

test('trouble is said once, in words, and so is its end', async () => {
  const server = await temporaryServer();
  const { port, dbFile } = server;
  const bellhop = listen(server, temporaryFolder());
  await bellhop.lines.until(some(CONNECTED));
  await server.close();
  await bellhop.lines.until(some(/^Demo isn’t answering \(connection refused\)$/));
  await temporaryServer({ port, dbFile });
  await bellhop.lines.until((lines) => lines.filter((line) => CONNECTED.test(line)).length === 2);
  const refused = bellhop.lines.items.filter((line) => line.includes('refused'));
  expect(refused).toHaveLength(1);
});

test('a second one says who holds the folder and leaves', async () => {
  const folder = temporaryFolder();
  const first = startHeadless(['--data', folder]);
  await first.lines.until(({ length }) => length > 0);
  const { code, stderr } = await startHeadless(['--data', folder]).ended();
  expect(stderr).toMatch(
    /^Bellhop’s headless host \(process \d+, since [^)]+\) already uses the data folder /,
  );
  expect(stderr).toContain(`process ${first.pid},`);
  expect(code).toBe(1);
});

test('a command line that makes no sense is refused in words', async () => {
  const { code, stderr } = await startHeadless(['--server', 'nowhere']).ended();
  expect(stderr).toBe('--server is not a web address (http:// or https://)\n');
  expect(code).toBe(1);
});

test('killed while a digest gathers: it is shown once after the restart, and what was shown is not repeated', async () => {
  const server = await temporaryServer();
  const folder = temporaryFolder();
  const first = listen(server, folder);
  await first.lines.until(some(CONNECTED));
  for (let n = 1; n <= 9; n++) server.publish('alice', { content: `row ${n}`, notificationTypeId: 1 });
  // In the same event: it stands on its own, so its line says that all of them are committed.
  server.publish('alice', { content: 'urgent', notificationTypeId: 1, priority: 5 });
  await first.lines.until(some(/! Demo: urgent$/));
  first.kill('SIGKILL');
  await first.ended();

  const second = listen(server, folder);
  await second.lines.until(some(/9 new notifications: Demo 9 row 9 row 8 row 7$/));
  second.kill('SIGKILL');
  await second.ended();

  const third = listen(server, folder);
  await third.lines.until(some(CONNECTED));
  server.publish('alice', { content: 'the last', notificationTypeId: 1 });
  await third.lines.until(some(/the last$/));
  const toasts = [first, second, third].flatMap(({ lines }) =>
    lines.items.filter((line) => TOAST.test(line)),
  );
  expect(toasts.map((line) => line.slice(10))).toEqual([
    '! Demo: urgent',
    expect.stringContaining('9 new notifications'),
    'Demo: the last',
  ]);
});

test('killed at its first toast of a burst, over and over: each notice stored once, none toasted twice', {
  timeout: 120_000,
}, async () => {
  const server = await temporaryServer();
  const folder = temporaryFolder();
  const published: string[] = [];
  const publish = (content: string) => {
    server.publish('alice', { content, notificationTypeId: 1 });
    published.push(content);
  };
  const toasts: string[] = [];
  for (let round = 0; round < 12; round++) {
    const bellhop = listen(server, folder);
    await bellhop.lines.until(some(CONNECTED));
    const first = bellhop.lines.next((line) => TOAST.test(line)).then(() => bellhop.kill('SIGKILL'));
    let over = false;
    const ended = bellhop.ended().then(() => {
      over = true;
    });
    for (let n = 0; n < 60 && !over; n++) {
      publish(`${round}.${n}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all([first, ended]);
    toasts.push(...bellhop.lines.items.filter((line) => TOAST.test(line)));
  }
  const last = listen(server, folder);
  await last.lines.until(some(CONNECTED));
  publish('the last');
  await last.lines.until(some(/the last/));
  last.kill('SIGINT');
  expect(await last.ended()).toMatchObject({ code: 0 });
  toasts.push(...last.lines.items.filter((line) => TOAST.test(line)));

  const db = new Database(join(folder, 'bellhop.db'), { readonly: true });
  const stored = db.prepare('SELECT body FROM notices ORDER BY id').pluck().all();
  const verdicts = db.prepare('SELECT count(*) FROM verdicts WHERE toast IS NOT NULL').pluck().get();
  db.close();
  expect(stored).toEqual(published);
  expect(verdicts).toBe(published.length);

  const singles = toasts.flatMap((line) => /Demo: (.*)$/.exec(line)?.[1] ?? []);
  expect(new Set(singles).size).toBe(singles.length);
  const inDigests = toasts.map((line) =>
    Number(/([\d,]+) new notifications/.exec(line)?.[1]?.replaceAll(',', '') ?? 0),
  );
  const covered = singles.length + inDigests.reduce((sum, count) => sum + count, 0);
  expect(covered).toBeLessThanOrEqual(published.length);
  expect(singles.length + inDigests.filter(Boolean).length).toBe(toasts.length);
});
