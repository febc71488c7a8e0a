import { mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { confStore } from '../../testing/conf.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { openGuardedFile } from './guarded-file.ts';
import { settingsSchema } from './schema.ts';

const schema = z.object({ list: z.array(z.number()).default([]), on: z.boolean().default(false) });
const now = new Date('2024-05-01T10:00:00.123Z');

const open = (folder: string) =>
  openGuardedFile({ folder, name: 'test', schema, defaults: {}, now }, confStore);
const inFolder = (folder: string, suffix = '') => join(folder, `test${suffix}.json`);
const aside = (folder: string) => `${inFolder(folder)}.broken-2024-05-01T10-00-00-123Z`;

test('defaults at first; what was written is there again, and nothing is wrong', () => {
  const folder = temporaryFolder();
  const file = open(folder);
  expect([file.read(), file.problem]).toEqual([{ list: [], on: false }, null]);
  file.write({ list: [1, 2], on: true });
  expect(file.read()).toEqual({ list: [1, 2], on: true });
  const again = open(folder);
  expect([again.read(), again.problem]).toEqual([{ list: [1, 2], on: true }, null]);
});

test('the file and its last good copy are for this account only', () => {
  const folder = temporaryFolder();
  open(folder).write({ list: [1], on: true });
  for (const path of [inFolder(folder), inFolder(folder, '.last-good')]) {
    expect(statSync(path).mode & 0o777).toBe(0o600);
  }
});

test.each([
  ['broken JSON', '{"list": [1,', 'it is not valid JSON'],
  ['an empty file', '', 'it is not valid JSON'],
  ['a value that does not fit', '{"list": "all"}', 'list: '],
  ['no object', '[1]', 'the file: '],
  ['nothing', 'null', 'the file: '],
])('%s is set aside, the last good copy is put back, and the person is told', (_what, broken, fault) => {
  const folder = temporaryFolder();
  open(folder).write({ list: [1], on: true });
  open(folder).write({ list: [1, 2], on: true });
  writeFileSync(inFolder(folder), broken);
  const file = open(folder);
  expect(file.read()).toEqual({ list: [1, 2], on: true });
  expect(file.problem).toEqual([
    ...['fileReplaced', expect.stringContaining(fault), ['lastGoodIsBack']],
    expect.stringContaining(aside(folder)),
  ]);
  expect(readFileSync(aside(folder), 'utf8')).toBe(broken);
  expect(open(folder).problem).toBeNull();
});

test('where the broken one can’t be kept, nothing is changed: the next start finds what this one found', () => {
  const folder = temporaryFolder();
  open(folder).write({ list: [1], on: true });
  writeFileSync(inFolder(folder), '{"list": [1,');
  mkdirSync(aside(folder)); // as on a full disk
  expect(() => open(folder)).toThrow();
  expect(readFileSync(inFolder(folder), 'utf8')).toBe('{"list": [1,');
  rmdirSync(aside(folder));
  expect(open(folder).read()).toEqual({ list: [1], on: true });
});

test('without a last good copy, or with a broken one, the defaults are used', () => {
  const folder = temporaryFolder();
  writeFileSync(inFolder(folder), 'x');
  writeFileSync(inFolder(folder, '.last-good'), 'x');
  const file = open(folder);
  expect(file.read()).toEqual({ list: [], on: false });
  expect(file.problem?.[2]).toEqual(['beganWithDefaults']);
  file.write({ list: [3], on: false });
  expect(open(folder).read()).toEqual({ list: [3], on: false });
});

test('what does not fit is not written, and refused in words', () => {
  const folder = temporaryFolder();
  const file = open(folder);
  file.write({ list: [1], on: true });
  expect(() => file.write({ list: ['x'], on: true } as never)).toThrow(/^This can’t be kept \(list\.0: /);
  expect(file.read()).toEqual({ list: [1], on: true });
  expect(open(folder).read()).toEqual({ list: [1], on: true });
});

test('when the folder can’t be written, the write throws and what was read stays', () => {
  const folder = temporaryFolder();
  const file = openGuardedFile({ folder, name: 'test', schema, defaults: {}, now }, () => ({
    get store() {
      return {};
    },
    set store(_value) {
      throw new Error('EROFS');
    },
  }));
  expect(() => file.write({ list: [1], on: true })).toThrow('EROFS');
  expect(file.read()).toEqual({ list: [], on: false });
});

test('settings: missing parts get their default, unknown ones are dropped', () => {
  const preferences = { hideToastText: false, theme: 'system', storeSecretsInFile: false };
  expect(settingsSchema.parse({})).toMatchObject({ sources: [], paused: null, preferences });
  const source = { id: 'a', name: 'A', url: 'https://a.example/', credentialKind: 'none' };
  const parsed = settingsSchema.parse({ sources: [{ ...source, later: 1 }], preferences: { theme: 'dark' } });
  expect(parsed.sources).toEqual([
    { ...source, dialect: 'rows', mapping: null, enabled: true, muted: false },
  ]);
  expect(parsed.preferences).toMatchObject({ ...preferences, theme: 'dark' });
  for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'nowhere']) {
    expect(settingsSchema.safeParse({ sources: [{ ...source, url }] }).success).toBe(false);
  }
});
