import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { temporaryServer } from '../../server/testing.ts';
import { openTestBellhop } from '../../testing/bellhop.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { rawServer } from '../../testing/raw-server.ts';
import { isUsageError } from './command.ts';
import { doctor } from './doctor.ts';
import { source } from './source.ts';

/** The commands against a real Bellhop in this process, over its socket, or on a folder that nobody owns. */

let folder: string;
let printed: string[];
let notes: string[];

beforeEach(() => {
  folder = temporaryFolder();
  printed = [];
  notes = [];
  vi.stubEnv('BELLHOP_DATA', folder);
  vi.stubEnv('BELLHOP_TOKEN', undefined);
  vi.stubEnv('BELLHOP_TOKEN_FILE', undefined);
  vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation((line) => void notes.push(line));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
});

const run = (...args: string[]) => source.run(args);
const failure = (running: Promise<void>): Promise<Error> =>
  running.then(
    () => expect.unreachable(),
    (error) => error,
  );
const settings = () => JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
async function examine(...args: string[]) {
  await doctor.run(args);
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  return { code, text: printed.splice(0).join('\n') };
}

test.each([
  [[], 'Say what to do'],
  [['toString', 'x'], 'Say what to do'],
  [['add'], 'takes one URL'],
  [['remove'], 'takes one NAME or ID'],
  [['on', 'a', 'b'], 'takes one NAME or ID'],
  [['list', 'x'], 'takes no more words'],
  [['add', 'http://127.0.0.1:1/', '--user', 'me', '--token-stdin'], 'either --user or --token-stdin'],
  [['add', 'http://127.0.0.1:1/', '--as', 'gopher'], 'expected one of rows, ntfy'],
])('source %j is a usage error that says what is wrong', async (args, message) => {
  const error = await failure(run(...args));
  expect(error.message).toContain(message);
  expect(isUsageError(error)).toBe(true);
});

test('added to the running Bellhop it is found out, connected, listed, tried, turned off and on, and removed', async () => {
  const server = await temporaryServer();
  const bellhop = openTestBellhop(folder);
  vi.stubEnv('BELLHOP_TOKEN', server.token);
  await run('add', server.url, '--name', 'Demo');
  expect(printed.splice(0)).toEqual([
    'Connected. Nothing is lost while Bellhop is away: the server sends what was missed.',
    expect.stringContaining('Added “Demo” (rows, http://127.0.0.1'),
  ]);
  expect(notes.splice(0)).toEqual(['There is no keyring here: the credential is kept until Bellhop ends.']);

  const connected = await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'open');
  await run('list');
  expect(printed.splice(0)).toEqual([expect.stringMatching(/^Demo {2}connected {2}\(rows, /)]);
  await run('list', '--json');
  const [listed] = printed.splice(0);
  expect(JSON.parse(listed ?? '')).toMatchObject([{ name: 'Demo', id: connected.sources[0]?.id }]);
  expect(listed).not.toContain(server.token);

  await run('test', 'demo');
  expect(printed.splice(0)).toEqual([
    expect.stringMatching(/^Published, arrived after [\d.]+\u00a0s; toast shown\.$/),
  ]);
  await run('off', 'Demo');
  expect((await failure(run('test', 'Demo'))).message).toBe('“Demo” is turned off.');
  await run('list');
  await run('on', 'Demo');
  await run('remove', connected.sources[0]?.id as string, '--delete-history');
  expect(printed.splice(0)).toEqual([
    'Turned “Demo” off.',
    expect.stringContaining('turned off'),
    'Turned “Demo” on.',
    'Removed “Demo” and its history.',
  ]);
  expect(await bellhop.notices()).toEqual([]);
  await run('list');
  expect(notes.at(-1)).toContain('No source yet');
});

test('what doesn’t answer is not added, with what to do about it; or anyway', async () => {
  const server = await temporaryServer();
  openTestBellhop(folder);
  const refused = await failure(run('add', server.url));
  expect(refused.message).toMatch(/sign in.*--token-stdin.*--anyway/s);
  expect(isUsageError(refused)).toBe(false);
  await server.close();
  expect((await failure(run('add', server.url))).message).toContain('isn’t answering');
  expect((await failure(run('add', 'ftp://a/'))).message).toContain('starts with http://');
  await run('add', server.url, '--anyway');
  expect(notes.at(-1)).toContain('isn’t answering');
  expect((await failure(run('add', server.url, '--as', 'rows'))).message).toContain('already listens');
  expect(settings().sources).toMatchObject([{ url: `${server.url}/`, dialect: 'rows' }]);
});

test('what a person knows better is not asked: a kind of server, or a preset', async () => {
  openTestBellhop(folder);
  await run('add', 'https://ntfy.invalid/topic', '--as', 'ntfy', '--name', 'N');
  await run('add', 'https://social.invalid/api/v1/streaming/user/notification', '--as', 'mastodon');
  expect(settings().sources).toMatchObject([
    { name: 'N', dialect: 'ntfy', mapping: null },
    { name: 'social.invalid', dialect: 'json', mapping: { events: ['notification'] } },
  ]);
});

test('without a running Bellhop the folder itself is changed, for its next start', async () => {
  const asked = await rawServer((response) => response.writeHead(500).end());
  await run('add', asked.url, '--as', 'rows', '--name', 'S');
  expect(notes).toEqual(['Bellhop isn’t running: it listens there from its next start on.']);
  await run('list');
  expect(printed.at(-1)).toContain('S  Bellhop isn’t running');
  await run('off', 's');
  expect(settings().sources).toMatchObject([{ name: 'S', enabled: false }]);
  await run('on', 's');
  expect(asked.requests.items).toEqual([]);
  expect((await failure(run('test', 'S'))).message).toContain('A test can’t be published');
  const { sources } = await openTestBellhop(folder).state((state) => state.sources.length > 0);
  expect(sources).toMatchObject([{ name: 'S', enabled: true }]);
});

test('without a running Bellhop a credential is kept only where the person allowed a file', async () => {
  vi.stubEnv('BELLHOP_TOKEN', 'tk_secret');
  const add = () => run('add', 'http://127.0.0.1:9/', '--as', 'rows');
  expect((await failure(add())).message).toContain('only while it runs can it keep a credential');
  const bellhop = openTestBellhop(folder);
  await bellhop.requests.setPreferences({ storeSecretsInFile: true });
  await bellhop.close();
  await add();
  expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toContain('tk_secret');
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).not.toContain('tk_secret');
});

test('two commands at once on a folder that nobody owns take turns', async () => {
  await Promise.all(
    [1, 2, 3].map((n) => run('add', `http://127.0.0.1:9/${n}`, '--as', 'rows', '--name', `${n}`)),
  );
  expect(settings().sources).toHaveLength(3);
});

test('a name that none or several have is answered with those there are', async () => {
  openTestBellhop(folder);
  await run('add', 'http://127.0.0.1:9/1', '--as', 'rows', '--name', 'Twin');
  await run('add', 'http://127.0.0.1:9/2', '--as', 'rows', '--name', 'twin');
  expect((await failure(run('off', 'x\u001b[2J'))).message).toBe(
    'There is no source “x”. There are: “Twin”, “twin”.',
  );
  const [id] = settings().sources.map((one: { id: string }) => one.id);
  expect((await failure(run('off', 'TWIN'))).message).toContain(`${id}  http://127.0.0.1:9/1`);
  await run('off', id);
  expect(settings().sources).toMatchObject([{ enabled: false }, { enabled: true }]);
});

test('the doctor tells every step of every source, and by its exit code whether one failed', async () => {
  const server = await temporaryServer();
  const bellhop = openTestBellhop(folder);
  vi.stubEnv('BELLHOP_TOKEN', server.token);
  await run('add', server.url, '--name', 'Well');
  await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'open');
  await run('test', 'Well');
  printed = [];
  const well = await examine();
  expect(well.code).toBe(0);
  expect(well.text).toMatch(
    new RegExp(
      [
        '^Well',
        '  ✓ Server {6}127.*answers.',
        '  – Encryption {2}.*not encrypted.',
        '  ✓ Access {6}The server accepts the credential.',
        '  ✓ Stream {6}Bellhop has been connected.*',
        '  ✓ Heartbeat {3}Signs of life come, due every .*',
        '  ✓ History {5}The history can be written.*',
        '  ✓ Toasts {6}The test shows toasts. The last one was shown .* ago.',
        '',
        'Nothing failed.$',
      ].join('\n'),
    ),
  );
  const gone = await temporaryServer();
  await gone.close();
  await run('add', gone.url, '--as', 'rows', '--name', 'Dead\u001b[2J');
  printed = [];
  const both = await examine();
  expect(both.code).toBe(1);
  expect(both.text).toMatch(/^Dead\n {2}✗ Server {6}The server .*\n {16}\S/m);
  expect(both.text).toMatch(/1 of 2 need a look/);
  expect((await examine('well')).code).toBe(0);
  const { code, text } = await examine('--json');
  expect(code).toBe(1);
  expect(JSON.parse(text)).toMatchObject({
    running: true,
    sources: [{ name: 'Well' }, { steps: [{ step: 'server', result: 'failed' }, ...Array(6).fill({})] }],
  });
});

test('without a running Bellhop the doctor looks by itself, and says so', async () => {
  const server = await temporaryServer();
  expect((await examine()).text).toMatch(/^Bellhop isn’t running.*No source yet/s);
  await run('add', server.url, '--as', 'rows', '--name', 'S');
  printed = [];
  const { code, text } = await examine();
  expect(text).toMatch(/^Bellhop isn’t running.*✗ Access.*\? Toasts {6}Bellhop isn’t running/s);
  expect(code).toBe(1);
});
