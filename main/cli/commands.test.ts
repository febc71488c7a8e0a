import { once } from 'node:events';
import { createServer } from 'node:http';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { databaseFile } from '../../server/demo.ts';
import { writeDemoFile } from '../../server/demo-file.ts';
import { isCaughtUp, openStream, rowsOf, temporaryFolder, temporaryServer } from '../../server/testing.ts';
import { isUsageError } from './command.ts';
import { send } from './send.ts';
import { serve } from './serve.ts';
import { token } from './token.ts';

const commands = { send, serve, token };
let folder: string;
let printed: string[];

beforeEach(() => {
  folder = temporaryFolder();
  printed = [];
  vi.stubEnv('BELLHOP_DATA', folder);
  vi.stubEnv('BELLHOP_SERVER', undefined);
  vi.stubEnv('BELLHOP_TOKEN', undefined);
  vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
});

const failure = (run: Promise<void>): Promise<Error> =>
  run.then(
    () => expect.unreachable(),
    (error) => error,
  );

test.each([
  [['serve', '--port', '99999'], '--port: '],
  [['serve', '--port', 'x'], '--port: expected a number'],
  [['serve', '--heartbeat', '0'], '--heartbeat: '],
  [['serve', '--bogus'], "Unknown option '--bogus'"],
  [['token'], 'add, list or revoke'],
  [['token', 'add'], 'takes one USER'],
  [['token', 'add', 'a\u001b[31mb'], 'USER: '],
  [['token', 'list', 'x'], 'no more words'],
  [['send'], 'Give the text as one argument'],
  [['send', 'two', 'words'], 'Give the text as one argument'],
  [['send', 'x', '--priority', '9', '--server', 'http://127.0.0.1'], '--priority: '],
  [['send', 'x', '--server', 'ftp://a'], '--server: expected an http or https URL'],
  [['send', 'x', '--server', 'http://127.0.0.1'], 'needs a token'],
  [['send', 'x'], 'Say which server'],
])('%j is a usage error that says what is wrong', async ([name, ...args], message) => {
  const error = await failure(commands[name as keyof typeof commands].run(args));
  expect(error.message).toContain(message);
  expect(isUsageError(error)).toBe(true);
});

test('send publishes text and fields to the server of the environment', async () => {
  const server = await temporaryServer();
  vi.stubEnv('BELLHOP_SERVER', `${server.url}/`);
  vi.stubEnv('BELLHOP_TOKEN', server.token);
  const stream = await openStream(`${server.url}/api/live`, server.token);
  await stream.until(isCaughtUp);

  const fields = [
    '--title',
    'T',
    '--priority',
    '4',
    '--type',
    '7',
    '--link',
    'https://a.example/',
    '--tag',
    'a',
    '--tag',
    'b',
  ];
  await send.run(['Hello', ...fields]);
  const [row] = rowsOf(await stream.until(({ data }) => data !== undefined));
  const expected = {
    content: 'Hello',
    title: 'T',
    priority: 4,
    notificationTypeId: 7,
    link: 'https://a.example/',
    tags: ['a', 'b'],
  };
  expect(row).toMatchObject(expected);
  expect(printed).toEqual([`Sent (${row?.id}).`]);
});

test('send says in words why it failed', async () => {
  const server = await temporaryServer();
  const sendWith = (secret: string, ...args: string[]) =>
    failure(send.run(['x', '--server', server.url, '--token', secret, ...args]));

  const refused = await sendWith('bh_wrong');
  expect(refused.message).toBe(`${server.url} answered 401: This token is unknown or has been revoked.`);
  expect(isUsageError(refused)).toBe(false);
  expect((await sendWith(server.token, '--to', 'bob')).message).toContain(
    'answered 403: This token publishes to alice only',
  );
  expect((await sendWith(server.token, '--link', 'nope')).message).toContain('answered 400: link: expected');
  await server.close();
  expect((await sendWith(server.token)).message).toContain(`No server answers at ${server.url}`);
});

test('send to something else than Bellhop says so, and passes on no control characters of its answer', async () => {
  const answers = ['<html>', JSON.stringify({ error: { message: 'no \u001b[2J\u0007way' } })];
  const other = createServer((_, response) => void response.writeHead(418).end(answers.shift()));
  onTestFinished(() => void other.close());
  await once(other.listen(0, '127.0.0.1'), 'listening');
  const { port } = other.address() as { port: number };
  const answered = async () =>
    (await failure(send.run(['x', '--server', `http://127.0.0.1:${port}`, '--token', 'bh_x']))).message;
  expect(await answered()).toContain('answered 418: This does not look like a Bellhop server.');
  expect(await answered()).toMatch(/answered 418: no way$/);
});

test("the demo's token is never sent to a server that was named", async () => {
  writeDemoFile(folder, { url: 'http://127.0.0.1:9', port: 9, token: 'bh_demo' });
  const error = await failure(send.run(['x', '--server', 'http://127.0.0.1:10']));
  expect(error.message).toContain('This server needs a token');
});

test('tokens are added, listed and revoked while the server runs', async () => {
  const server = await temporaryServer({ dbFile: databaseFile(folder) });
  const status = async (secret: string) =>
    (await openStream(`${server.url}/api/live`, secret)).response.status;

  await token.run(['add', 'bob', '--label', 'phone', '--publish-any']);
  const [secret = ''] = printed.splice(0);
  expect(secret).toMatch(/^bh_[\w-]{43}$/);
  expect(await status(secret)).toBe(200);

  await token.run(['list']);
  const list = printed.splice(0).join('\n');
  expect(list).toMatch(/^[0-9a-f]{12} {2}\S+Z {2}bob {2}\(may publish to every user\) {2}phone$/m);
  expect(list).not.toContain(secret);

  const [id = ''] = /^\w+(?=.* bob )/m.exec(list) ?? [];
  await token.run(['revoke', id]);
  expect(printed.splice(0)).toEqual(['Revoked 1 token.']);
  expect(await status(secret)).toBe(401);
  expect(await status(server.token)).toBe(200);
  expect((await failure(token.run(['revoke', 'bob']))).message).toContain('no token with the id');
});

test('serve on a taken port fails in words', async () => {
  const { port } = await temporaryServer();
  const error = await failure(serve.run(['--port', `${port}`]));
  expect(error.message).toBe(`Port ${port} on 127.0.0.1 is taken by another program.`);
});
