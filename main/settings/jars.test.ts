import { expect, test } from 'vitest';
import type { SecretBox } from '../host.ts';
import type { Cookie } from './cookies.ts';
import { createCredentials } from './credentials.ts';
import { createJars } from './jars.ts';
import { type Secrets, type Source, settingsSchema } from './schema.ts';

const cookie = (part: Partial<Cookie>): Cookie => ({
  ...{ name: 'sid', value: 'v', domain: 'a.example', hostOnly: true, path: '/' },
  ...{ secure: true, httpOnly: true, sameSite: 'lax', expires: null },
  ...part,
});
const first = cookie({ value: 'first' });
const second = cookie({ value: 'second' });

/** A source `s` with its jar, on a disk that counts its writes and can be full. */
function setUp(credentialKind: Source['credentialKind'] = 'session') {
  const given = { id: 's', name: 'S', url: 'https://a.example/live', credentialKind };
  const disk = { sources: settingsSchema.parse({ sources: [given] }).sources, writes: 0, full: false };
  let secrets: Secrets = {};
  const file = {
    problem: null,
    read: () => secrets,
    write(next: Secrets) {
      if (disk.full) throw new Error('no space left');
      disk.writes += 1;
      secrets = next;
    },
  };
  const box: SecretBox = { available: true, seal: (text) => text, open: (sealed) => sealed };
  const errors: unknown[] = [];
  const credentials = createCredentials(file, box, () => false);
  const jar = createJars(
    (id) => disk.sources.find((source) => source.id === id),
    credentials,
    (source, error) => errors.push([source.name, String(error)]),
  )('s');
  return { disk, credentials, jar, errors };
}

test('before the person signed in there is no jar, and nothing that a site sets is kept', () => {
  const { jar, disk } = setUp();
  jar.write([first]);
  expect(jar.read()).toBeNull();
  expect(disk.writes).toBe(0);
});

test('renewed cookies of the source’s own host are kept; what didn’t change isn’t written again', () => {
  const { jar, credentials, disk } = setUp();
  credentials.setCookies('s', [first]);
  jar.write([second, cookie({ domain: 'elsewhere.example' })]);
  expect(jar.read()).toEqual([second]);
  const { writes } = disk;
  jar.write([second]);
  expect(disk.writes).toBe(writes);
});

test('a server that takes its cookies back leaves an empty jar: the person was signed in once', () => {
  const { jar, credentials } = setUp();
  credentials.setCookies('s', [first]);
  jar.write([]);
  expect(jar.read()).toEqual([]);
});

test('a source with another credential uses no cookies, even where some are left', () => {
  const { jar, credentials } = setUp('bearer');
  credentials.setCookies('s', [first]);
  jar.write([second]);
  expect(jar.read()).toBeNull();
  expect(credentials.cookies('s')).toEqual([first]);
});

test('a removed source leaves no jar, and none comes back', () => {
  const { jar, credentials, disk } = setUp();
  credentials.setCookies('s', [first]);
  disk.sources = [];
  credentials.remove('s');
  jar.write([second]);
  expect(jar.read()).toBeNull();
  expect(credentials.cookies('s')).toBeNull();
});

test('what can’t be written is told, and used until Bellhop quits', () => {
  const { jar, credentials, disk, errors } = setUp();
  credentials.setCookies('s', [first]);
  disk.full = true;
  jar.write([second]);
  expect(errors).toEqual([['S', 'Error: no space left']]);
  expect(jar.read()).toEqual([second]);
});
