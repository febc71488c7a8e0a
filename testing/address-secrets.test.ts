import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestBellhop, type TestBellhop } from './bellhop.ts';
import { temporaryFolder } from './folder.ts';

const PASSPHRASE = 'correct horse battery';
const none = { kind: 'none' } as const;

async function preview({ requests, desktop }: TestBellhop, file: string) {
  desktop.file = file;
  const found = await requests.previewImport({});
  if (!found) throw new Error('Nothing was chosen');
  return found;
}

/** Where nobody answers; the secret as ntfy documents it. */
const WITH_SECRET = 'http://127.0.0.1:9/alerts?auth=QmVhcmVyIHRr&priority=high';
const WITHOUT_SECRET = 'http://127.0.0.1:9/alerts?priority=high';

async function withSecretInAddress() {
  const bellhop = openTestBellhop();
  const source = {
    name: 'Alerts',
    url: WITH_SECRET,
    dialect: 'ntfy',
    mapping: null,
    credential: none,
  } as const;
  await bellhop.requests.addSource(source);
  const file = join(temporaryFolder(), 'settings.json');
  bellhop.desktop.file = file;
  return { bellhop, file };
}

test('a secret in an address is no part of a file without a passphrase', async () => {
  const { bellhop, file } = await withSecretInAddress();
  const exported = await bellhop.requests.exportSettings({ passphrase: null });
  expect(exported).toMatchObject({ credentials: 0, withoutCredential: ['Alerts'] });
  expect(readFileSync(file, 'utf8')).not.toContain('QmVhcmVy');
  const fresh = openTestBellhop();
  const { sources } = await preview(fresh, file);
  expect(sources.added).toEqual([{ name: 'Alerts', url: WITHOUT_SECRET }]);
  expect((await preview(bellhop, file)).sources).toMatchObject({ added: [], known: [{ name: 'Alerts' }] });
});

test('a secret in an address is sealed by the passphrase, and comes back by it, also into a source that came without', async () => {
  const { bellhop, file } = await withSecretInAddress();
  const exported = await bellhop.requests.exportSettings({ passphrase: PASSPHRASE });
  expect(exported).toMatchObject({ credentials: 1, withoutCredential: [] });
  expect(readFileSync(file, 'utf8')).not.toContain('QmVhcmVy');
  const fresh = openTestBellhop();
  const addresses = async () => (await fresh.requests.readState({})).sources.map(({ url }) => url);
  const importWith = async (passphrase: string | null) => {
    const seen = await preview(fresh, file);
    return fresh.requests.importSettings({ import: seen.import, passphrase });
  };
  expect(await importWith(null)).toMatchObject({ sources: 1, credentials: 0 });
  expect(await addresses()).toEqual([WITHOUT_SECRET]);
  expect(await importWith(PASSPHRASE)).toMatchObject({ sources: 0, credentials: 1 });
  expect(await addresses()).toEqual([WITH_SECRET]);
  expect(await importWith(PASSPHRASE)).toMatchObject({ sources: 0, credentials: 0 });

  const another = openTestBellhop();
  const seen = await preview(another, file);
  await another.requests.importSettings({ import: seen.import, passphrase: PASSPHRASE });
  const bare = {
    name: 'Bare',
    url: WITHOUT_SECRET,
    dialect: 'ntfy',
    mapping: null,
    credential: none,
  } as const;
  await another.requests.addSource(bare);
  const again = await preview(another, file);
  await another.requests.importSettings({ import: again.import, passphrase: PASSPHRASE });
  expect((await another.requests.readState({})).sources).toMatchObject([
    { url: WITH_SECRET },
    { url: WITHOUT_SECRET },
  ]);
});
