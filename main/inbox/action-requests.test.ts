import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { arrive, draft, temporaryDatabase } from '../../testing/database.ts';
import { testHost } from '../../testing/host.ts';
import { type Answer, rawServer } from '../../testing/raw-server.ts';
import type { Action, Attachment } from '../notice.ts';
import { createActionRequests } from './action-requests.ts';

const HTTP = {
  kind: 'http',
  label: 'Open door',
  method: 'POST',
  headers: {},
  body: null,
  clear: true,
} as const;

/** The requests over one notice that offers this. */
function offered(action: Action | null, attachment?: Attachment) {
  const db = temporaryDatabase();
  const part = { actions: action ? [action] : [], attachments: attachment ? [attachment] : [] };
  const [id = -1] = arrive(db, [draft('a', part)]).notices;
  const screen = testHost();
  const read: number[] = [];
  const requests = createActionRequests({ db, host: screen.host }, (notice) => read.push(notice));
  return { ...screen, id, read, ...requests, run: () => requests.runAction({ id, index: 0 }) };
}

async function answeredBy(answer: Answer) {
  const server = await rawServer(answer);
  return { server, ...offered({ ...HTTP, url: server.url }) };
}

test('a link is opened, and text is copied', async () => {
  const view = offered({ kind: 'view', label: 'Look', url: 'https://a.example/x', clear: false });
  expect(await view.run()).toEqual({ ok: true, text: 'Opened.' });
  expect([view.opened, view.read]).toEqual([['https://a.example/x'], []]);
  const copy = offered({ kind: 'copy', label: 'Code', text: '1234', clear: true });
  expect(await copy.run()).toEqual({ ok: true, text: 'Copied.' });
  expect([copy.copied, copy.read]).toEqual([['1234'], [copy.id]]);
});

test('a request is sent as the notice says, and a success that clears marks it read', async () => {
  const bodies: string[] = [];
  const server = await rawServer(async (response, request) => {
    bodies.push(await text(request));
    response.end('ok');
  });
  const action = { ...HTTP, url: server.url, method: 'PUT', headers: { 'X-Key': 'k' }, body: 'on' };
  const { run, read, id } = offered(action);
  expect(await run()).toEqual({ ok: true, text: 'Done (200).' });
  const [request] = server.requests.items;
  expect(request).toMatchObject({ method: 'PUT', headers: { 'x-key': 'k' } });
  expect(request?.headers).not.toHaveProperty('authorization');
  expect(bodies).toEqual(['on']);
  expect(read).toEqual([id]);
});

test('the cookies of the source’s sign-in don’t go to an address that a notice names', async () => {
  const asked: string[] = [];
  const { run, host } = offered({ ...HTTP, url: (await rawServer((response) => response.end())).url });
  host.fetch = () => (url, init) => {
    asked.push(init.credentials);
    return fetch(url, init);
  };
  await run();
  expect(asked).toEqual(['omit']);
});

test.each([
  [403, 'The server refused it (403).'],
  [500, 'The server failed to do it (500).'],
])('an answer of %i is said in words, and the notice stays unread', async (status, words) => {
  const { run, read } = await answeredBy((response) => response.writeHead(status).end());
  expect(await run()).toEqual({ ok: false, text: words });
  expect(read).toEqual([]);
});

test('a redirect is not followed, and a server that is gone is said in words', async () => {
  const { run, server } = await answeredBy((response) =>
    response.writeHead(307, { location: '/elsewhere' }).end(),
  );
  expect(await run()).toEqual({ ok: false, text: 'The server sends Bellhop to another address.' });
  expect(server.requests.items).toHaveLength(1);
  const gone = offered({ ...HTTP, url: 'http://127.0.0.1:1/' });
  expect((await gone.run()).text).toMatch(/^The server .*\.$/);
});

test('an answer that breaks off has said enough with its status', async () => {
  const { run } = await answeredBy((response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half');
    response.destroy();
  });
  const cut = await answeredBy((response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy());
  });
  expect((await run()).ok).toBe(false);
  expect(await cut.run()).toEqual({ ok: true, text: 'Done (200).' });
});

test('an endless answer is read only as far as it matters', async () => {
  const { run } = await answeredBy((response) => {
    const flood = () => {
      while (response.write(Buffer.alloc(16_384)));
    };
    response.on('drain', flood);
    flood();
  });
  expect(await run()).toEqual({ ok: true, text: 'Done (200).' });
});

test('an attachment is opened in the browser', async () => {
  const file = { name: 'a.png', url: 'https://a.example/a.png', type: null, bytes: null, expiresAt: null };
  const { openAttachment, opened, id } = offered(null, file);
  await openAttachment({ id, index: 0 });
  expect(opened).toEqual(['https://a.example/a.png']);
});

test('what is not offered, or is no web address, is refused in words', async () => {
  const { runAction, openAttachment, id } = offered(null);
  await expect(runAction({ id, index: 0 })).rejects.toThrow('no longer offers that');
  await expect(runAction({ id: 999, index: 0 })).rejects.toThrow('no longer offers that');
  await expect(openAttachment({ id, index: 0 })).rejects.toThrow('no longer has that attachment');
  const file = offered({ kind: 'view', label: 'x', url: 'file:///etc/passwd', clear: false });
  await expect(file.run()).rejects.toThrow('web addresses only');
  expect(file.opened).toEqual([]);
});
