import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Credential } from '../../preload/contract.ts';
import { confStore } from '../../testing/conf.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import type { SecretBox } from '../host.ts';
import type { Cookie } from './cookies.ts';
import { accessOf, authorizationHeaders, createCredentials } from './credentials.ts';
import { openGuardedFile } from './guarded-file.ts';
import { secretsSchema } from './schema.ts';

/** A keyring with a key of its own: what it sealed, no other opens. */
function keyring(): SecretBox & { available: boolean } {
  const key = randomBytes(32);
  return {
    available: true,
    seal(text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString();
    },
  };
}
const noKeyring: SecretBox = { ...keyring(), available: false };

/** A data folder that can be opened again, as after a restart. */
function dataFolder() {
  const folder = temporaryFolder();
  const preference = { plain: false };
  return {
    preference,
    open(box: SecretBox) {
      const file = openGuardedFile(
        { folder, name: 'secrets', schema: secretsSchema, defaults: {}, now: new Date() },
        confStore,
      );
      return createCredentials(file, box, () => preference.plain);
    },
    /** Whether the text stands in the clear in any file of the folder. */
    holds: (text: string) =>
      readdirSync(folder).some((name) => readFileSync(join(folder, name), 'utf8').includes(text)),
  };
}
const SECRET = 'top-secret-token';
const bearer: Credential = { kind: 'bearer', token: SECRET };

test('with a keyring a credential survives a restart, and is nowhere in the clear', () => {
  const folder = dataFolder();
  folder.preference.plain = true; // a keyring is better, whatever was allowed without one
  const box = keyring();
  const credentials = folder.open(box);
  expect(credentials.storage()).toBe('keyring');
  credentials.set('s', bearer);
  expect(folder.open(box).get('s')).toEqual(bearer);
  expect(folder.holds(SECRET)).toBe(false);
});

test('without a keyring it lasts for the session only, and never reaches a file', () => {
  const folder = dataFolder();
  const credentials = folder.open(noKeyring);
  expect(credentials.storage()).toBe('session');
  credentials.set('s', bearer);
  expect(credentials.get('s')).toEqual(bearer);
  expect(folder.open(noKeyring).get('s')).toBeNull();
  expect(folder.holds(SECRET)).toBe(false);
});

test('only if the person says so it stands in a file', () => {
  const folder = dataFolder();
  folder.preference.plain = true;
  const credentials = folder.open(noKeyring);
  expect(credentials.storage()).toBe('file');
  credentials.set('s', bearer);
  expect(folder.open(noKeyring).get('s')).toEqual(bearer);
});

test('what another keyring sealed, or somebody edited, is as good as not there', () => {
  const folder = dataFolder();
  folder.open(keyring()).set('s', bearer);
  expect(folder.open(keyring()).get('s')).toBeNull();
  expect(folder.open(noKeyring).get('s')).toBeNull();
  expect(folder.open(keyring()).get('unknown')).toBeNull();
});

test.each(['no JSON', '{"kind":"bearer"}', 'null'])(
  'an entry that holds %s is as good as not there',
  (plain) => {
    const file = { read: () => ({ s: { plain } }), write: () => {}, problem: null };
    expect(createCredentials(file, noKeyring, () => true).get('s')).toBeNull();
  },
);

test('a changed preference moves what is known: into the file, and out of it without a trace', () => {
  const folder = dataFolder();
  const credentials = folder.open(noKeyring);
  credentials.set('s', bearer);
  credentials.set('none', { kind: 'none' });
  folder.preference.plain = true;
  credentials.relocate();
  expect(folder.open(noKeyring).get('s')).toEqual(bearer);

  folder.preference.plain = false;
  const later = folder.open(noKeyring); // a later run: it has only the file
  later.relocate();
  expect(folder.holds(SECRET)).toBe(false);
  expect(later.get('s')).toEqual(bearer);
  expect(folder.open(noKeyring).get('s')).toBeNull();
});

test('when there is a keyring at last, what stood in the file is sealed', () => {
  const folder = dataFolder();
  folder.preference.plain = true;
  folder.open(noKeyring).set('s', bearer);
  const box = keyring();
  folder.open(box).relocate();
  expect(folder.holds(SECRET)).toBe(false);
  expect(folder.open(box).get('s')).toEqual(bearer);
});

test('moving leaves alone what an absent keyring sealed', () => {
  const folder = dataFolder();
  const box = keyring();
  folder.open(box).set('s', bearer);
  folder.preference.plain = true;
  folder.open(noKeyring).relocate();
  expect(folder.open(box).get('s')).toEqual(bearer);
});

test('a terminal’s credential for the session leaves alone what the desktop’s keyring sealed', () => {
  const folder = dataFolder();
  const box = keyring();
  folder.open(box).set('a', bearer);
  folder.open(noKeyring).set('a', { kind: 'bearer', token: 'of-the-terminal' });
  expect(folder.open(box).get('a')).toEqual(bearer);
});

test('removing, and setting to none, forget it in memory and on disk', () => {
  const folder = dataFolder();
  const box = keyring();
  const credentials = folder.open(box);
  for (const id of ['a', 'b', 'c']) credentials.set(id, bearer);
  credentials.remove('a');
  credentials.set('b', { kind: 'none' });
  const ids = ['a', 'b', 'c'];
  expect(ids.map((id) => credentials.get(id))).toEqual([null, { kind: 'none' }, bearer]);
  expect(ids.map((id) => folder.open(box).get(id))).toEqual([null, null, bearer]);
});

test('a keyring that refuses is not silent', () => {
  const refusing: SecretBox = {
    ...keyring(),
    seal() {
      throw new Error('The keyring is locked.');
    },
  };
  expect(() => dataFolder().open(refusing).set('s', bearer)).toThrow('The keyring is locked.');
});

test.each<[Credential | null, Record<string, string>]>([
  [null, {}],
  [{ kind: 'none' }, {}],
  [{ kind: 'bearer', token: 't' }, { Authorization: 'Bearer t' }],
  [{ kind: 'basic', user: 'zoë', password: 'p:w' }, { Authorization: 'Basic em/DqzpwOnc=' }],
  [{ kind: 'cookie', cookie: 'session=1' }, { Cookie: 'session=1' }],
])('headers of %j', (credential, headers) => expect(authorizationHeaders(credential)).toEqual(headers));

const cookie: Cookie = {
  ...{ name: 'sid', value: SECRET, domain: 'a.example', hostOnly: true, path: '/', secure: true },
  ...{ httpOnly: true, sameSite: 'lax', expires: null },
};

test('the cookies of a sign-in are sealed like every secret, and only then there is a session', () => {
  const folder = dataFolder();
  const box = keyring();
  const credentials = folder.open(box);
  credentials.set('s', { kind: 'session' });
  expect([credentials.get('s'), credentials.cookies('s')]).toEqual([null, null]);
  credentials.setCookies('s', [cookie]);
  for (const run of [credentials, folder.open(box)])
    expect([run.get('s'), run.cookies('s')]).toEqual([{ kind: 'session' }, [cookie]]);
  expect(folder.holds(SECRET)).toBe(false);
});

test('without a keyring cookies last until quit, and longer in a file only if the person says so', () => {
  const folder = dataFolder();
  const credentials = folder.open(noKeyring);
  credentials.setCookies('s', [cookie]);
  expect(folder.open(noKeyring).cookies('s')).toBeNull();
  folder.preference.plain = true;
  credentials.relocate();
  expect(folder.open(noKeyring).cookies('s')).toEqual([cookie]);
});

test('saying again that there is a session keeps it; another credential takes its place', () => {
  const credentials = dataFolder().open(keyring());
  credentials.setCookies('s', [cookie]);
  credentials.set('s', { kind: 'session' });
  expect(credentials.cookies('s')).toEqual([cookie]);
  credentials.set('s', bearer);
  expect(credentials.cookies('s')).toBeNull();
  credentials.set('s', { kind: 'session' });
  expect(credentials.get('s')).toBeNull();
});

test('a terminal leaves alone the session that the desktop’s keyring sealed', () => {
  const folder = dataFolder();
  const box = keyring();
  folder.open(box).setCookies('s', [cookie]);
  folder.open(noKeyring).set('s', { kind: 'session' });
  expect(folder.open(box).cookies('s')).toEqual([cookie]);
});

test('how a source proves who it is', () => {
  expect(accessOf('none', null)).toBe('anonymous');
  expect(accessOf('bearer', null)).toBe('credential');
  expect(accessOf('session', null)).toBe('signed-out');
  expect(accessOf('session', { kind: 'session' })).toBe('signed-in');
});
