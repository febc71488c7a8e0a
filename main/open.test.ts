import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryServer } from '../server/testing.ts';
import { openTestBellhop } from '../testing/bellhop.ts';
import { confStore } from '../testing/conf.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { testHost } from '../testing/host.ts';
import { openStream, rawServer } from '../testing/raw-server.ts';
import { openBellhop } from './open.ts';
import { FolderInUse } from './owner.ts';

const deaf = { onState: () => {}, onNotices: () => {} };
const open = (folder: string) => openBellhop(folder, 'test', testHost().host, confStore, deaf);

test('a folder has one owner, until that one closes it', async () => {
  const first = openTestBellhop();
  expect(() => open(first.folder)).toThrow(FolderInUse);
  await first.close();
  await open(first.folder).close();
});

test('what was damaged is set aside, and the person is told of each', async () => {
  const folder = temporaryFolder();
  for (const name of ['bellhop.db', 'settings.json', 'secrets.json']) {
    writeFileSync(join(folder, name), 'damaged '.repeat(200));
  }
  const { requests } = openTestBellhop(folder);
  const { problems } = (await requests.getState({})).state;
  expect(problems.map(({ id }) => id)).toEqual(['database', 'settings', 'secrets']);
  for (const { detail } of problems) {
    const aside = /kept as (.*)$/.exec(detail ?? '')?.[1] as string;
    expect(readFileSync(aside, 'utf8')).toContain('damaged damaged');
  }
});

test('a start can add a source, and renew its credential at the next', async () => {
  const server = await temporaryServer();
  const launch = { server: `${server.url}/`, name: 'Mine', hidden: false };
  const folder = temporaryFolder();
  const first = open(folder);
  await first.apply({ hidden: false });
  expect(first.settings.read().sources).toEqual([]);
  await first.apply({ ...launch, token: 'old' });
  await first.apply({ ...launch, server: server.url, name: 'Another name' }); // without its last slash
  expect(first.settings.read().sources).toMatchObject([
    { name: 'Mine', url: launch.server, credentialKind: 'bearer' },
  ]);
  await first.close();

  const second = openTestBellhop(folder);
  await second.state(({ sources }) => sources[0]?.feed.kind === 'stopped');
  await second.apply({ ...launch, token: server.token });
  const { sources } = await second.state((state) => state.sources[0]?.feed.kind === 'open');
  expect(sources).toHaveLength(1);
});

test('a start finds out what kind of server it was given, and finds that source again at the next', async () => {
  const ntfy = await rawServer((response, { url }) => {
    if (!url?.startsWith('/alerts/sse')) return void response.writeHead(404).end();
    openStream(response);
    response.write('event: open\ndata: {"id":"a","time":1,"event":"open","topic":"alerts"}\n\n');
  });
  const bellhop = open(temporaryFolder());
  const { origin, host } = new URL(ntfy.url);
  const launch = { server: `${origin}/alerts/sse`, hidden: false };
  await bellhop.apply(launch);
  await bellhop.apply({ ...launch, token: 'token' });
  expect(bellhop.settings.read().sources).toMatchObject([
    { dialect: 'ntfy', url: `${origin}/alerts`, name: `${host}/alerts`, credentialKind: 'bearer' },
  ]);
  await bellhop.close();
});

test('without a name the source is called as its host', async () => {
  const bellhop = open(temporaryFolder());
  await bellhop.apply({ server: 'http://127.0.0.1:1/live', hidden: false });
  expect(bellhop.settings.read().sources).toMatchObject([{ name: '127.0.0.1:1', credentialKind: 'none' }]);
  await bellhop.close();
});

test('a server that can’t be added at a start is told as a problem, and Bellhop runs', async () => {
  const { host } = testHost();
  const refuse = () => {
    throw new Error('the keyring is locked');
  };
  const locked = { ...host, secrets: { available: true, seal: refuse, open: refuse } };
  const bellhop = openBellhop(temporaryFolder(), 'test', locked, confStore, deaf);
  await bellhop.apply({ server: 'http://127.0.0.1:1/', token: 'token', hidden: false });
  const { problems } = (await bellhop.notifier.requests.getState({})).state;
  expect(problems).toMatchObject([{ id: 'start', detail: 'the keyring is locked' }]);
  await bellhop.close();
});

test('until it is started nothing is connected, whatever is changed', async () => {
  const bellhop = open(temporaryFolder());
  const { requests } = bellhop.notifier;
  const draft = { name: 'S', url: 'http://127.0.0.1:1/', dialect: 'rows', mapping: null } as const;
  const { id } = await requests.addSource({ ...draft, credential: { kind: 'none' } });
  await requests.setSourceEnabled({ id, enabled: true });
  const feed = async () => (await requests.readState({})).sources[0]?.feed.kind;
  expect(await feed()).toBe('off');
  bellhop.start();
  expect(await feed()).toBe('connecting');
  await bellhop.close();
});

test('a host with a very long name gives its source as much of it as fits', async () => {
  const bellhop = open(temporaryFolder());
  const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.example`;
  await bellhop.apply({ server: `http://${host}/`, hidden: false });
  expect(bellhop.settings.read().sources).toMatchObject([{ name: host.slice(0, 80) }]);
  await bellhop.close();
});
