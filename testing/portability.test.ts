import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { temporaryServer } from '../server/testing.ts';
import { asRows, listenTo, openTestBellhop, type TestBellhop } from './bellhop.ts';
import { arrive, draft } from './database.ts';
import { temporaryFolder } from './folder.ts';
import { untilOpen } from './history.ts';
import { rule } from './rules.ts';

const PASSPHRASE = 'correct horse battery';
const none = { kind: 'none' } as const;

/** A Bellhop that listens to a server, and has rules and settings of its own. */
async function livedIn() {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const source = await listenTo(bellhop, server, 'Home');
  const other = { ...asRows, name: 'Other', url: 'http://127.0.0.1:9/live', credential: none };
  await bellhop.requests.addSource(other);
  await bellhop.requests.setRules({ rules: [rule('r1', { source, text: 'spam' }, 'archive')] });
  await bellhop.requests.setPreferences({ theme: 'dark', keepDays: 90 });
  await bellhop.requests.setShortcut({ keys: 'Control+Alt+B' });
  const file = join(temporaryFolder(), 'settings.json');
  bellhop.desktop.file = file;
  return { bellhop, server, source, file };
}

const state = async ({ requests }: TestBellhop) => requests.readState({});

async function preview({ requests, desktop }: TestBellhop, file: string) {
  desktop.file = file;
  const found = await requests.previewImport({});
  if (!found) throw new Error('Nothing was chosen');
  return found;
}

test('a new computer says what it would take over, takes it over with the passphrase, and listens', async () => {
  const { bellhop, server, file } = await livedIn();
  expect(await bellhop.requests.exportSettings({ passphrase: PASSPHRASE })).toEqual({
    ...{ file, sources: 2, rules: 1, credentials: 1, withoutCredential: [] },
  });
  expect(readFileSync(file, 'utf8')).not.toContain(server.token);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(bellhop.asked).toMatchObject([{ kind: 'save', extension: 'json' }]);

  const fresh = openTestBellhop();
  const seen = await preview(fresh, file);
  expect(seen).toMatchObject({
    file: 'settings.json',
    sources: { added: [{ name: 'Home', url: `${server.url}/` }, { name: 'Other' }], known: [] },
    rules: { added: 1, known: 0 },
    settings: ['shortcut', 'theme', 'keepDays'],
    hasCredentials: true,
  });
  expect((await state(fresh)).sources).toEqual([]);

  const done = await fresh.requests.importSettings({ import: seen.import, passphrase: PASSPHRASE });
  expect(done).toEqual({ sources: 2, rules: 1, credentials: 1, withoutCredential: [] });
  await untilOpen(fresh);
  server.publish('alice', { content: 'this is spam', notificationTypeId: 1 });
  const { rules, sources, preferences, shortcut } = await fresh.state(({ rules }) => rules[0]?.matched === 1);
  expect(rules[0]?.match.source).toBe(sources[0]?.id);
  expect(preferences).toMatchObject({ theme: 'dark', keepDays: 90 });
  expect(shortcut).toEqual({ keys: 'Control+Alt+B', works: true, text: null });
  expect(fresh.desktop.shortcut).toBe('Control+Alt+B');
});

test('without a passphrase no credential is written, and the sources come without', async () => {
  const { bellhop, server, file } = await livedIn();
  const exported = await bellhop.requests.exportSettings({ passphrase: null });
  expect(exported).toMatchObject({ credentials: 0, withoutCredential: ['Home'] });
  expect(readFileSync(file, 'utf8')).not.toContain(server.token);
  const fresh = openTestBellhop();
  const seen = await preview(fresh, file);
  expect(seen.hasCredentials).toBe(false);
  const done = await fresh.requests.importSettings({ import: seen.import, passphrase: null });
  expect(done.withoutCredential).toEqual(['Home']);
  expect((await state(fresh)).sources).toMatchObject([
    { credentialMissing: true },
    { credentialMissing: false },
  ]);
});

test('a wrong passphrase is said and changes nothing; the right one may follow', async () => {
  const { bellhop, file } = await livedIn();
  await bellhop.requests.exportSettings({ passphrase: PASSPHRASE });
  const fresh = openTestBellhop();
  const { import: number } = await preview(fresh, file);
  const wrong = fresh.requests.importSettings({ import: number, passphrase: 'wrong' });
  await expect(wrong).rejects.toThrow('The passphrase is wrong, or the file was altered.');
  expect((await state(fresh)).sources).toEqual([]);
  const done = await fresh.requests.importSettings({ import: number, passphrase: PASSPHRASE });
  expect(done.credentials).toBe(1);
  const again = fresh.requests.importSettings({ import: number, passphrase: PASSPHRASE });
  await expect(again).rejects.toThrow('Please choose the file again.');
});

test('what is here stays as it is; only a credential that is missing is taken from the file', async () => {
  const { bellhop, server, file } = await livedIn();
  await bellhop.requests.exportSettings({ passphrase: PASSPHRASE });
  const here = openTestBellhop();
  const mine = {
    ...asRows,
    name: 'Mine',
    url: server.url,
    credential: { kind: 'bearer', token: 'lost' } as const,
  };
  const { id } = await here.requests.addSource(mine);
  await here.requests.setRules({ rules: [rule('mine', { text: 'x' })] });
  const kept = await preview(here, file);
  expect(kept.sources.known).toEqual([{ name: 'Mine', url: `${server.url}/` }]);
  const done = await here.requests.importSettings({ import: kept.import, passphrase: PASSPHRASE });
  expect(done).toMatchObject({ sources: 1, rules: 1, credentials: 0 });
  const { sources, rules } = await state(here);
  expect(sources[0]).toMatchObject({ id, name: 'Mine' });
  expect(rules.map(({ match }) => match.text)).toEqual(['x', 'spam']);

  // Without a keyring it is gone after a restart.
  await here.close();
  const later = openTestBellhop(here.folder);
  expect((await state(later)).sources[0]?.credentialMissing).toBe(true);
  const seen = await preview(later, file);
  expect(seen).toMatchObject({ rules: { added: 0 }, sources: { added: [] }, settings: [] });
  await later.requests.importSettings({ import: seen.import, passphrase: PASSPHRASE });
  await untilOpen(later);
  expect((await state(later)).sources[0]?.id).toBe(id);
});

test('files that can’t be used are refused in words, and choosing none is no mistake', async () => {
  const { requests, desktop } = openTestBellhop();
  expect(await requests.previewImport({})).toBeNull();
  expect(await requests.exportSettings({ passphrase: null })).toBeNull();
  const folder = temporaryFolder();
  const refused = async (file: string, words: string | RegExp) => {
    desktop.file = file;
    await expect(requests.previewImport({})).rejects.toThrow(words);
  };
  await refused(join(folder, 'missing.json'), 'There is no such file or folder.');
  await refused(folder, 'This is not a file.');
  const large = join(folder, 'large.json');
  writeFileSync(large, '{');
  truncateSync(large, 9 * 1024 * 1024);
  await refused(large, 'too large');
  const odd = join(folder, 'odd.json');
  const head = { bellhop: 'settings', version: 1, writtenAt: '2026-01-01T00:00:00Z' };
  writeFileSync(odd, JSON.stringify({ ...head, rules: [rule('r', { regex: '(' })] }));
  await refused(odd, '(in the rule “Rule r”)');
  desktop.file = join(folder, 'no', 'such', 'folder.json');
  await expect(requests.exportSettings({ passphrase: null })).rejects.toThrow('no such file or folder');
});

test('sources are put in order, all of them or none', async () => {
  const { bellhop } = await livedIn();
  const ids = (await state(bellhop)).sources.map(({ id }) => id).reverse();
  await bellhop.requests.reorderSources({ ids });
  expect((await state(bellhop)).sources.map(({ name }) => name)).toEqual(['Other', 'Home']);
  for (const wrong of [ids.slice(1), [...ids, 'x'], [ids[0] ?? '', ids[0] ?? ''], []]) {
    await expect(async () => bellhop.requests.reorderSources({ ids: wrong })).rejects.toThrow(
      'Please order them again.',
    );
  }
  expect((await state(bellhop)).sources.map(({ id }) => id)).toEqual(ids);
});

test('a shortcut that the system doesn’t give is refused, and the one before stays', async () => {
  const bellhop = openTestBellhop();
  const { requests, desktop } = bellhop;
  await requests.setShortcut({ keys: 'Control+Alt+B' });
  desktop.taken = ['F9'];
  await expect(async () => requests.setShortcut({ keys: 'F9' })).rejects.toThrow(
    'another program most likely has it',
  );
  expect((await state(bellhop)).shortcut).toEqual({ keys: 'Control+Alt+B', works: true, text: null });
  expect(desktop.shortcut).toBe('Control+Alt+B');
  await bellhop.close();
  const later = openTestBellhop(bellhop.folder);
  expect(later.desktop.shortcut).toBe('Control+Alt+B');
  await later.requests.setShortcut({ keys: null });
  expect((await state(later)).shortcut.keys).toBeNull();
});

test('starting at login is what the system says, also when it was changed there', async () => {
  const bellhop = openTestBellhop();
  await bellhop.requests.setStartAtLogin({ on: true });
  expect((await state(bellhop)).startAtLogin).toEqual({ on: true, can: true, text: null });
  bellhop.desktop.startsAtLogin = false;
  expect((await state(bellhop)).startAtLogin.on).toBe(false);
});

/** A short history, one of it deleted. */
function withHistory() {
  const bellhop = openTestBellhop();
  arrive(bellhop.db, [draft('first'), draft('second'), draft('third')]);
  bellhop.db.prepare("UPDATE notices SET place = 'deleted' WHERE body = 'second'").run();
  const folder = temporaryFolder();
  const file = join(folder, 'history');
  bellhop.desktop.file = file;
  return { ...bellhop, file, folder };
}

test('the history goes to a file the person chose, and the state tells that it does', async () => {
  const { requests, asked, file } = withHistory();
  const exporting = requests.exportHistory({ format: 'jsonl' });
  await setImmediate();
  expect((await requests.readState({})).historyExport).toEqual({
    ...{ state: 'running', written: 0, total: 0, text: null },
  });
  await expect(requests.exportHistory({ format: 'csv' })).rejects.toThrow('exported already');
  expect(await exporting).toEqual({ file, notices: 2 });
  expect(readFileSync(file, 'utf8')).toMatch(/^{.*"first".*}\n{.*"third".*}\n$/);
  expect((await requests.readState({})).historyExport).toEqual({
    ...{ state: 'written', written: 2, total: 2, text: null },
  });
  await requests.exportHistory({ format: 'csv' });
  expect(readFileSync(file, 'utf8').split('\r\n')).toHaveLength(4);
  expect(asked).toMatchObject([{ extension: 'jsonl' }, { extension: 'csv' }]);
});

test('an export that is cancelled, or in the middle of which Bellhop ends, leaves what was there', async () => {
  const { requests, close, file, folder } = withHistory();
  writeFileSync(file, 'an older export');
  for (const end of [() => requests.cancelHistoryExport({}), close]) {
    const exporting = requests.exportHistory({ format: 'jsonl' });
    await setImmediate();
    await end();
    expect(await exporting).toBeNull();
    expect(readdirSync(folder)).toEqual(['history']);
    expect(readFileSync(file, 'utf8')).toBe('an older export');
  }
});

test('where nothing can be written, the history stays unexported in words', async () => {
  const { requests, desktop, folder } = withHistory();
  desktop.file = join(folder, 'gone', 'history.csv');
  await expect(requests.exportHistory({ format: 'csv' })).rejects.toThrow('There is no such file or folder.');
  expect((await requests.readState({})).historyExport).toMatchObject({
    ...{ state: 'failed', text: expect.stringContaining('There is no such file or folder.') },
  });
  mkdirSync(join(folder, 'taken'));
  desktop.file = join(folder, 'taken');
  await expect(requests.exportHistory({ format: 'csv' })).rejects.toThrow(/folder|directory/);
  expect(readdirSync(folder)).toEqual(['taken']);
});
