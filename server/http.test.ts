import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { isCaughtUp, openStream, publishRows, rowsOf, temporaryServer } from './testing.ts';

type Server = Awaited<ReturnType<typeof temporaryServer>>;

const ROWS = '/api/v1/notifications';

/** Asks as alice; a body goes out as JSON unless the headers say otherwise. */
function ask(server: Server, path: string, init: RequestInit = {}) {
  const headers = {
    authorization: `Bearer ${server.token}`,
    'content-type': 'application/json',
    ...init.headers,
  };
  return fetch(server.url + path, { ...init, headers });
}

const post = (server: Server, body: unknown, headers: Record<string, string> = {}) =>
  ask(server, ROWS, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers,
  });

async function stored(server: Server): Promise<unknown[]> {
  return (await (await ask(server, ROWS)).json()).notifications;
}

test('healthz says what this is, to anybody', async () => {
  const server = await temporaryServer();
  const answer = await fetch(`${server.url}/healthz`);
  expect(await answer.json()).toEqual({ ok: true, name: 'bellhop', version: packageJson.version });
  expect((await fetch(`${server.url}/healthz`, { method: 'HEAD' })).status).toBe(200);
});

test('publishing answers 201 with the row, where it is, and pushes it to the open streams', async () => {
  const server = await temporaryServer();
  const stream = await openStream(`${server.url}/api/live`, server.token);
  await stream.until(isCaughtUp);
  const sent = {
    content: 'Paket für dich 📦\n\u0000 data: x\r\n\r\nid: 7',
    notificationTypeId: 12,
    title: 'Post',
    priority: 5,
    link: 'https://a.example/x?y#z',
    tags: ['a', 'b'],
  };

  const answer = await post(server, { ...sent, toUserId: 'alice' });
  expect(answer.status).toBe(201);
  const row = await answer.json();
  expect(row).toEqual({ ...sent, id: expect.any(Number), createdAt: expect.stringMatching(/^\d{4}-.*Z$/) });
  expect(await (await ask(server, answer.headers.get('location') ?? '')).json()).toEqual(row);
  expect(rowsOf([(await stream.next()) ?? {}])).toEqual([row]);
});

test('content alone is enough', async () => {
  const server = await temporaryServer();
  const answer = await post(server, { content: 'x' }, { 'content-type': 'application/json; charset=utf-8' });
  expect(await answer.json()).toMatchObject({ content: 'x', notificationTypeId: 'message' });
});

test.each([
  ['no JSON', '{"content": ', 'body: not JSON'],
  ['nothing', '', 'body: not JSON'],
  ['an array', [], 'body: '],
  ['no content', {}, 'content: '],
  ['empty content', { content: '' }, 'content: '],
  ['content that is no text', { content: 7 }, 'content: '],
  ['content over 64 KiB in UTF-8', { content: 'ü'.repeat(32_769) }, 'content: longer than 65536 bytes'],
  [
    'a fractional type',
    { content: 'x', notificationTypeId: 1.5 },
    'notificationTypeId: expected an integer or a string',
  ],
  ['a long type', { content: 'x', notificationTypeId: 'x'.repeat(65) }, 'notificationTypeId: '],
  ['a priority out of range', { content: 'x', priority: 6 }, 'priority: '],
  ['a script as link', { content: 'x', link: 'javascript:alert(1)' }, 'link: expected an http or https URL'],
  ['a file as link', { content: 'x', link: 'file:///etc/passwd' }, 'link: expected an http or https URL'],
  ['too many tags', { content: 'x', tags: Array(17).fill('t') }, 'tags: '],
  ['a tag that is no text', { content: 'x', tags: ['a', 1] }, 'tags.1: '],
  ['a field that does not exist', { content: 'x', titel: 'y' }, 'titel'],
])('publishing %s is a 400 that names what is wrong, and stores nothing', async (_, body, message) => {
  const server = await temporaryServer();
  const answer = await post(server, body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    error: { code: 'invalid', message: expect.stringContaining(message) },
  });
  expect(await stored(server)).toEqual([]);
});

test('exactly 64 KiB of content is taken and streamed', async () => {
  const server = await temporaryServer();
  const content = '\u0001'.repeat(32_768) + 'ü'.repeat(16_384);
  expect((await post(server, { content })).status).toBe(201);
  const stream = await openStream(`${server.url}/api/live?since=0`, server.token);
  expect(rowsOf(await stream.until(isCaughtUp))).toMatchObject([{ content }]);
});

test('a body over 256 KiB is a 413, whether its length is announced or not, and the server goes on', async () => {
  const server = await temporaryServer();
  const body = JSON.stringify({ content: 'x'.repeat(300_000) });
  const chunked = () => new Blob([body]).stream();
  for (const init of [{ body }, { body: chunked(), duplex: 'half' }]) {
    const answer = await ask(server, ROWS, { method: 'POST', ...init } as RequestInit);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      error: { code: 'too_large', message: expect.stringContaining('262144') },
    });
  }
  expect((await post(server, { content: 'x' })).status).toBe(201);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
  'a body sent as "%s" is a 415 that says what to send',
  async (type) => {
    const server = await temporaryServer();
    const answer = await post(server, { content: 'x' }, { 'content-type': type });
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({
      error: { message: expect.stringContaining('application/json') },
    });
    expect(await stored(server)).toEqual([]);
  },
);

test('what does not exist is a 404, a method that does not is a 405 with Allow, a broken path a 400; all as JSON', async () => {
  const server = await temporaryServer();
  const refused = async (method: string, path: string) => {
    const answer = await ask(server, path, { method });
    const { error } = await answer.json();
    return [answer.status, error.code, answer.headers.get('allow')];
  };
  expect(await refused('GET', '/')).toEqual([404, 'not_found', null]);
  expect(await refused('POST', '/api/v2')).toEqual([404, 'not_found', null]);
  expect(await refused('GET', `${ROWS}/1`)).toEqual([404, 'not_found', null]);
  expect(await refused('GET', `${ROWS}/x`)).toEqual([404, 'not_found', null]);
  expect(await refused('DELETE', ROWS)).toEqual([405, 'method_not_allowed', 'GET, POST, HEAD']);
  expect(await refused('POST', '/api/live')).toEqual([405, 'method_not_allowed', 'GET, HEAD']);
  expect(await refused('OPTIONS', ROWS)).toEqual([405, 'method_not_allowed', 'GET, POST, HEAD']);
  expect(await refused('GET', '/%zz')).toEqual([400, 'bad_request', null]);
});

const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

test('a token is taken as Bearer, as the password of Basic, and as a cookie', async () => {
  const server = await temporaryServer();
  const { token } = server;
  publishRows(server, 1);
  const accepted = [
    { authorization: `Bearer ${token}` },
    { authorization: `bearer  ${token}` },
    basic(`alice@example.org:${token}`),
    basic(`:${token}`),
    { cookie: `theme=dark; bellhop_token=${token}` },
  ];
  for (const headers of accepted) {
    const answer = await fetch(server.url + ROWS, { headers });
    expect([headers, answer.status]).toEqual([headers, 200]);
  }
});

test.each(['/api/live', '/api/v1/user/notifications/live', ROWS, `${ROWS}/1`])(
  '%s without a valid token is a 401 that says how to authenticate',
  async (path) => {
    const server = await temporaryServer();
    const { token } = server;
    const rejected: Record<string, string>[] = [
      {},
      { authorization: `Bearer ${token}x` },
      { authorization: `Digest ${token}` },
      { authorization: token },
      { authorization: 'Bearer' },
      basic(token),
      basic(`${token}:`),
      { cookie: `token=${token}` },
    ];
    for (const headers of rejected) {
      const answer = await fetch(server.url + path, { headers });
      expect([headers, answer.status]).toEqual([headers, 401]);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer realm="Bellhop"');
      const text = await answer.text();
      expect(JSON.parse(text)).toMatchObject({
        error: { code: 'unauthorized', message: expect.stringMatching(/token/) },
      });
      expect(text).not.toContain(token);
    }
  },
);

test('a token publishes to its own user; one made for publishing to any also to others who exist', async () => {
  const server = await temporaryServer();
  server.createToken('bob');
  const service = server.createToken('ci', { publishAny: true });
  const as = { authorization: `Bearer ${service}` };

  const forbidden = await post(server, { content: 'x', toUserId: 'bob' });
  expect(forbidden.status).toBe(403);
  expect(await forbidden.json()).toMatchObject({ error: { message: expect.stringContaining('alice only') } });

  expect((await post(server, { content: 'for alice', toUserId: 'alice' }, as)).status).toBe(201);
  expect(await stored(server)).toMatchObject([{ content: 'for alice' }]);

  const nobody = await post(server, { content: 'x', toUserId: 'alcie' }, as);
  expect([nobody.status, await nobody.json()]).toMatchObject([404, { error: { code: 'unknown_user' } }]);
});

test('nobody reads the rows of somebody else', async () => {
  const server = await temporaryServer();
  const { id } = server.publish('bob', { content: 'for bob', notificationTypeId: 1 });
  expect((await ask(server, `${ROWS}/${id}`)).status).toBe(404);
  expect(await stored(server)).toEqual([]);
  const stream = await openStream(`${server.url}/api/live?since=0`, server.token);
  expect(rowsOf(await stream.until(isCaughtUp))).toEqual([]);
});

test('history goes through all rows page by page, ascending', async () => {
  const server = await temporaryServer();
  const rows = publishRows(server, 250);
  const pages: unknown[][] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page = await (await ask(server, `${ROWS}?after=${after}&limit=100`)).json();
    pages.push(page.notifications);
    after = page.next;
  }
  expect(pages.map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(pages.flat()).toEqual(rows);
  expect(await stored(server)).toEqual(rows.slice(0, 100));
});

test('a history page that would be too large ends early, and next goes on from there', async () => {
  const server = await temporaryServer();
  const rows = publishRows(server, 10, 'x'.repeat(60_000));
  const first = await (await ask(server, `${ROWS}?limit=1000`)).json();
  expect(first.notifications.length).toBeGreaterThan(0);
  expect(first.notifications.length).toBeLessThan(10);
  expect(first.next).toBe(first.notifications.at(-1).id);
  const second = await (await ask(server, `${ROWS}?after=${first.next}`)).json();
  expect(second.notifications[0]).toEqual(rows[first.notifications.length]);
});

test.each([
  'limit=0',
  'limit=1001',
  'limit=x',
  'limit=1.5',
  'after=-1',
  'after=x',
  'after=99999999999999999999',
])('history with %s is a 400 that names it', async (query) => {
  const server = await temporaryServer();
  const answer = await ask(server, `${ROWS}?${query}`);
  expect(answer.status).toBe(400);
  expect((await answer.json()).error.message).toContain(`${query.split('=')[0]}: `);
});
