import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryServer } from '../../server/testing.ts';
import { listenTo, openTestBellhop } from '../bellhop.ts';
import { temporaryFolder } from '../folder.ts';
import { startHeadless } from '../headless.ts';
import { killWithLog, makeLarge } from '../large-history.ts';
import { expectStored } from './scene.ts';

/** What a start may find on the disk: it goes on with what is good, or says in words why it can't. */

/** What power cuts, full disks and editors leave of a file. */
const damages: [string, (good: Buffer) => Buffer | string][] = [
  ['half of it', (good) => good.subarray(0, good.length / 2)],
  ['nothing', () => ''],
  ['NULs of its length', (good) => Buffer.alloc(good.length)],
  ['wrong types', () => '{"sources":"all","paused":7}'],
];

test.each(damages)(
  'of the settings file %s: the last good copy is put back, and the sources listen on',
  async (_what, damage) => {
    const server = await temporaryServer();
    const first = openTestBellhop();
    await listenTo(first, server);
    await first.requests.setPreferences({ storeSecretsInFile: true });
    await first.close();
    const file = join(first.folder, 'settings.json');
    writeFileSync(file, damage(readFileSync(file)));
    server.publish('alice', { content: 'meanwhile', notificationTypeId: 1 });

    const again = openTestBellhop(first.folder);
    await expectStored(again, ['history', 'meanwhile']);
    expect(again.toasts.items.map(({ body }) => body)).toEqual(['meanwhile']);
    const { problems } = (await again.requests.getState({})).state;
    expect(problems).toMatchObject([{ id: 'settings', text: 'The settings file was damaged.' }]);
    expect(problems[0]?.detail).toContain('The last good copy was put back.');
  },
);

test.each(damages)('of the credentials’ file %s: the same', async (_what, damage) => {
  const server = await temporaryServer();
  const first = openTestBellhop();
  await listenTo(first, server);
  await first.requests.setPreferences({ storeSecretsInFile: true });
  await first.close();
  const file = join(first.folder, 'secrets.json');
  writeFileSync(file, damage(readFileSync(file)));
  server.publish('alice', { content: 'meanwhile', notificationTypeId: 1 });

  const again = openTestBellhop(first.folder);
  await expectStored(again, ['history', 'meanwhile']);
  const { problems } = (await again.requests.getState({})).state;
  expect(problems).toMatchObject([{ id: 'secrets', text: 'The file of sealed credentials was damaged.' }]);
});

test('a damaged history is set aside, and the servers fill a new one: as history, without toasts', async () => {
  const server = await temporaryServer();
  const first = openTestBellhop();
  await listenTo(first, server);
  server.publish('alice', { content: 'seen', notificationTypeId: 1 });
  await expectStored(first, ['history', 'seen']);
  await first.close();
  const file = join(first.folder, 'bellhop.db');
  writeFileSync(file, readFileSync(file).fill(0xff, 4096));

  const again = openTestBellhop(first.folder);
  await again.apply({ server: server.url, token: server.token, hidden: false });
  await expectStored(again, ['history', 'seen']);
  server.publish('alice', { content: 'new', notificationTypeId: 1 });
  await expectStored(again, ['history', 'seen', 'new']);
  expect(again.toasts.items.map(({ body }) => body)).toEqual(['new']);
  const [problem] = (await again.requests.getState({})).state.problems;
  expect(problem?.text).toBe(
    'The history was damaged. Bellhop began a new one, and your servers fill it again.',
  );
  expect(problem?.detail).toMatch(/kept as .*bellhop\.db\.damaged-\d{4}-\d\d-\d\dT/);
});

test('damage in a large history is told while it is in use, and cured by the next start', async () => {
  const first = openTestBellhop();
  await first.close();
  makeLarge(first.db.name, { broken: true });
  killWithLog(first.db.name);
  const damaged = openTestBellhop(first.folder);
  const { problems } = await damaged.state((state) => state.problems.length > 0);
  expect(problems).toMatchObject([
    {
      text: 'The history is damaged. Quit Bellhop and start it again: it begins a new one, and your servers fill it.',
    },
  ]);
  await damaged.close();
  const next = openTestBellhop(first.folder);
  expect((await next.requests.getState({})).state.problems).toMatchObject([
    { text: 'The history was damaged. Bellhop began a new one, and your servers fill it again.' },
  ]);
});

test('a name that can’t be written, as on a full disk, is no reason not to start', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'owner.json.new'));
  const bellhop = openTestBellhop(folder);
  await bellhop.state(({ problems }) => problems.some(({ id }) => id === 'socket'));
});

test.skipIf(process.platform === 'win32').each(['an empty', 'a used'])(
  '%s data folder that can’t be written: said in words, with an exit code',
  async (what) => {
    const folder = temporaryFolder();
    if (what === 'a used') await openTestBellhop(folder).close();
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    // Permissions don't bind root, unless it gives up the right to pass over them.
    const asOthers = ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--inh-caps=-all'];
    const wrapper = process.getuid?.() === 0 ? asOthers : [];
    const { code, stderr } = await startHeadless(['--data', folder], {}, wrapper).ended();
    const said = `Bellhop can’t write to its data folder ${folder}. Let this account write there, or choose another with --data.`;
    expect(stderr).toContain(said);
    expect(stderr.split('\n')).toHaveLength(2);
    expect(code).toBe(1);
  },
);

test('a history that another program holds: said in words, with an exit code', async () => {
  const folder = temporaryFolder();
  const other = new Database(join(folder, 'bellhop.db'));
  onTestFinished(() => void other.close());
  other.exec('BEGIN EXCLUSIVE');
  const { code, stderr } = await startHeadless(['--data', folder]).ended();
  expect(stderr).toContain(
    `Another program holds Bellhop’s history in ${folder}. Close it there, and start Bellhop again.`,
  );
  expect(code).toBe(1);
});

test('a file where the data folder should be: said in words', async () => {
  const place = join(temporaryFolder(), 'file');
  writeFileSync(place, '');
  const { code, stderr } = await startHeadless(['--data', place]).ended();
  expect(stderr).toContain('holds a file where a folder should be');
  expect(code).toBe(1);
});
