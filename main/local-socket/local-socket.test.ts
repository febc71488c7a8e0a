import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openTestBellhop } from '../../testing/bellhop.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { type Holder, readHolder, type SocketPlace } from '../owner.ts';
import { socketAddress } from './address.ts';
import { reachOwner } from './ask.ts';

const isUnix = process.platform !== 'win32';
const modeOf = (file: string) => statSync(file).mode & 0o777;

/** Once it listens. */
async function openListening(folder = temporaryFolder()) {
  const bellhop = openTestBellhop(folder);
  const place = await vi.waitUntil(() => readHolder(folder)?.socket, { interval: 5 });
  return { ...bellhop, place };
}

async function reach(folder: string) {
  const owner = await reachOwner(folder);
  if (!owner) return expect.unreachable('nobody listens');
  onTestFinished(owner.close);
  return owner;
}

/** Writes these lines (the last as it is) and reads what comes until the other side hangs up, or so many lines. */
async function converse({ address }: SocketPlace, lines: string[], answers = Number.POSITIVE_INFINITY) {
  const socket = connect(address);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  socket.write(lines.join('\n'));
  let read = '';
  for await (const chunk of socket.setEncoding('utf8')) {
    read += chunk;
    if (read.split('\n').length > answers) break;
  }
  return read
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: number | null; ok: boolean; error?: string });
}

test('another process asks in the contract’s own words, and is answered or refused in words', async () => {
  const { folder, settings } = await openListening();
  const { ask } = await reach(folder);
  const draft = { name: 'S', url: 'http://127.0.0.1:9/', dialect: 'rows', mapping: null } as const;
  const added = await ask('addSource', { ...draft, credential: { kind: 'none' } });
  expect(settings.read().sources).toMatchObject([{ id: added.id, name: 'S' }]);
  expect((await ask('readState', {})).sources).toMatchObject([{ id: added.id }]);
  await expect(ask('addSource', { ...draft, credential: { kind: 'none' } })).rejects.toThrow(
    '“S” already listens at this address.',
  );
  await expect(ask('addSource', { ...draft, url: 'ftp://x', credential: { kind: 'none' } })).rejects.toThrow(
    'Give a web address',
  );
});

test('nobody but this account reads the secret or opens the socket', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'owner.json'), '{}', { mode: 0o644 }); // a Bellhop before had no secret to keep
  const { place } = await openListening(folder);
  expect(place.secret).toMatch(/^[\w-]{43}$/);
  if (!isUnix) return;
  expect(modeOf(join(folder, 'owner.json'))).toBe(0o600);
  expect(place.address).toBe(join(folder, 'owner.sock'));
  expect(modeOf(place.address)).toBe(0o600);
});

test('without the secret nothing is answered, and the connection ends', async () => {
  const { place } = await openListening();
  const ask = `${JSON.stringify({ id: 1, request: 'readState', args: {} })}\n`;
  const refusal = [{ id: null, ok: false, error: 'This is not the secret of the running Bellhop.' }];
  expect(await converse(place, [ask, ask])).toEqual(refusal);
  expect(await converse(place, [JSON.stringify({ secret: 'x'.repeat(43) }), ask])).toEqual(refusal);
  expect(await converse(place, ['{"secret":', ask])).toEqual(refusal);
});

test('a bad line is an error and the next one is answered; what is the window’s own is not for others', async () => {
  const { place } = await openListening();
  const hello = JSON.stringify({ secret: place.secret });
  const asking = (request: string, args: object = {}) => JSON.stringify({ id: 7, request, args });
  const bad = ['{"id":1', '[]', '{"request":"readState"}', asking('getState'), asking('toString')];
  const answers = await converse(
    place,
    [hello, ...bad, asking('removeSource', { id: 5 }), asking('readState'), ''],
    bad.length + 2,
  );
  expect(answers.map(({ id, ok }) => [id, ok])).toEqual([
    ...bad.map(() => [null, false]),
    [7, false],
    [7, true],
  ]);
  expect(answers[0]?.error).toBe('A request is one JSON object in one line.');
  expect(answers[3]?.error).toBe('This request is not for the command line.');
});

test('a line without an end, too many connections and clients that go away leave the owner well', async () => {
  const { place, folder } = await openListening();
  const hello = JSON.stringify({ secret: place.secret });
  expect(await converse(place, [hello, 'x'.repeat(1024 * 1024 + 1)])).toEqual([
    { id: null, ok: false, error: expect.stringContaining('characters at most') },
  ]);
  const ask = `${JSON.stringify({ id: 1, request: 'readState', args: {} })}\n`;
  const held = await Promise.all(Array.from({ length: 8 }, () => reach(folder)));
  await Promise.all(held.map(({ ask }) => ask('readState', {})));
  const ninth = await reach(folder);
  await expect(ninth.ask('readState', {})).rejects.toThrow(/busy|went away/);
  for (const { close } of held) close();
  await vi.waitUntil(() =>
    converse(place, [hello, ask], 1).then(
      ([answer]) => answer?.ok,
      () => false,
    ),
  );
});

test('closed, the owner lets go of whoever is connected', async () => {
  const { folder, close } = await openListening();
  const { ask } = await reach(folder);
  await ask('readState', {});
  await close();
  await expect(ask('readState', {})).rejects.toThrow(/running Bellhop (ended|went away)/);
  expect(await reachOwner(folder)).toBeNull();
});

test('what a kill left behind is nobody, and in nobody’s way', async () => {
  const folder = temporaryFolder();
  const address = isUnix ? join(folder, 'owner.sock') : '\\\\.\\pipe\\bellhop-gone';
  const holder: Holder = {
    ...{ pid: 1, kind: 'desktop app', since: '2024-01-01' },
    socket: { address, secret: 'old' },
  };
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(holder));
  expect(await reachOwner(folder)).toBeNull();
  writeFileSync(address, '');
  await openListening(folder);
  const { ask } = await reach(folder);
  expect(await ask('readState', {})).toMatchObject({ sources: [] });
});

const LONG = 'a'.repeat(120);

test('a folder with a long name has its socket in a private folder of this account', async () => {
  if (!isUnix) return;
  const [runtime, folder] = [temporaryFolder(), join(temporaryFolder(), LONG)];
  vi.stubEnv('XDG_RUNTIME_DIR', runtime);
  onTestFinished(() => void vi.unstubAllEnvs());
  const first = await openListening(folder);
  expect(first.place.address).toMatch(`${runtime}/bellhop-`);
  expect(modeOf(join(first.place.address, '..'))).toBe(0o700);
  expect(await (await reach(folder)).ask('readState', {})).toMatchObject({ sources: [] });
  await first.close();
  expect(socketAddress(folder)).toBe(first.place.address);
  expect(socketAddress(`${folder}b`)).not.toBe(first.place.address);
});

test('where that private folder is not private, Bellhop runs and says what the command line misses', async () => {
  if (!isUnix) return;
  const [runtime, folder] = [temporaryFolder(), join(temporaryFolder(), LONG)];
  vi.stubEnv('XDG_RUNTIME_DIR', runtime);
  onTestFinished(() => void vi.unstubAllEnvs());
  const place = join(socketAddress(folder), '..');
  chmodSync(place, 0o755);
  mkdirSync(folder);
  const { requests } = openTestBellhop(folder);
  const { problems } = await requests.readState({});
  expect(problems).toMatchObject([{ id: 'socket', detail: expect.stringContaining(place) }]);
  expect(readFileSync(join(folder, 'owner.json'), 'utf8')).not.toContain('secret');
  expect(await reachOwner(folder)).toBeNull();
});
