import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rule } from '../../testing/rules.ts';
import { hasSecretInQuery } from '../address-secrets.ts';
import { presets } from '../feed/presets.ts';
import { type Settings, settingsSchema } from '../settings/schema.ts';
import { planImport } from './plan-import.ts';
import { readSettingsFile, writeSettingsFile } from './settings-file.ts';

const FRESH = settingsSchema.parse({});

const carry = (from: Settings, to: Settings) =>
  planImport(to, readSettingsFile(writeSettingsFile(from, null, 0)), randomUUID);

const optional = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
// Secrets in addresses don't go along in the clear: what becomes of them has tests of its own.
const url = fc
  .webUrl({ withQueryParameters: true })
  .map((address) => new URL(address).href)
  .filter((address) => !hasSecretInQuery(address));
// Made once: making them takes longer than what is tested.
const uuid = fc.uuid();
const topic = optional(fc.stringMatching(/^[a-z]{1,9}$/));
const source = fc.record({
  id: uuid,
  name: fc.string({ minLength: 1, maxLength: 80 }),
  url,
  dialect: fc.constantFrom('rows', 'ntfy', 'mercure', 'json'),
  mapping: fc.constantFrom(null, ...presets.map(({ mapping }) => mapping)),
  credentialKind: fc.constantFrom('none', 'bearer', 'basic', 'cookie', 'session'),
  enabled: fc.boolean(),
  muted: fc.boolean(),
});
const action = fc.constantFrom<NonNullable<Parameters<typeof rule>[2]>>(
  'toast',
  'quiet',
  'none',
  'archive',
  'urgent',
  {
    ...{ kind: 'hold' as const, until: '09:30' },
  },
);
const settings: fc.Arbitrary<Settings> = fc
  .uniqueArray(source, { selector: (one) => one.url, maxLength: 5 })
  .chain((sources) =>
    fc.record({
      sources: fc.constant(sources),
      rules: fc.uniqueArray(
        fc
          .record({
            id: uuid,
            of: fc.constantFrom(null, ...sources.map(({ id }) => id)),
            topic,
            action,
          })
          .map((part) => rule(part.id, { source: part.of, topic: part.topic }, part.action)),
        { selector: ({ id }) => id, maxLength: 5 },
      ),
      savedFilters: fc.uniqueArray(
        fc.record({
          name: fc.stringMatching(/^[a-z]{1,9}$/),
          filter: fc.record({
            ...{ view: fc.constantFrom('inbox', 'unread', 'snoozed', 'archived'), topic },
            source: fc.constantFrom(null, ...sources.map(({ id }) => id)),
            minPriority: optional(fc.integer({ min: 1, max: 5 })),
          }),
        }),
        { selector: ({ name }) => name, maxLength: 5 },
      ),
      quietHours: fc.record({
        enabled: fc.boolean(),
        hours: fc.constant([{ days: [1, 5], from: '21:00', to: '06:30' }]),
        timeZone: optional(fc.constant('Europe/Berlin')),
        urgentPasses: fc.boolean(),
      }),
      preferences: fc.record({
        hideToastText: fc.boolean(),
        theme: fc.constantFrom('system', 'light', 'dark', 'contrast'),
        density: fc.constantFrom('comfortable', 'compact'),
        textSize: fc.constantFrom(85, 100, 115, 130, 150, 200),
        keepDays: optional(fc.integer({ min: 1, max: 36_500 })),
      }),
      shortcut: optional(fc.constantFrom('Control+Alt+B', 'F9', 'Super+Shift+Space')),
    }),
  )
  .map((parts) => settingsSchema.parse(parts));

/** Without ids, which are each computer’s own: a rule names its source by the address. */
function meaning({ sources, rules, savedFilters, quietHours, preferences, shortcut }: Settings) {
  const urlOf = new Map(sources.map(({ id, url }) => [id, url]));
  return {
    sources: sources.map(({ id, ...rest }) => rest),
    rules: rules.map(({ id, match, ...rest }) => ({
      ...rest,
      match: { ...match, source: match.source && urlOf.get(match.source) },
    })),
    savedFilters: savedFilters.map(({ name, filter }) => ({
      ...{ name, filter: { ...filter, source: filter.source && urlOf.get(filter.source) } },
    })),
    ...{ quietHours, preferences, shortcut },
  };
}

test('settings mean the same on another computer, with ids of their own', () => {
  fc.assert(
    fc.property(settings, (mine) => {
      const { settings: theirs, changed } = carry(mine, FRESH);
      expect(meaning(theirs)).toEqual(meaning(mine));
      const before = [...mine.sources, ...mine.rules].map(({ id }) => id);
      for (const { id } of [...theirs.sources, ...theirs.rules]) expect(before).not.toContain(id);
      expect(changed.includes('quietHours')).toBe(
        JSON.stringify(mine.quietHours) !== JSON.stringify(FRESH.quietHours),
      );
    }),
  );
});

test('importing what is here already changes nothing', () => {
  fc.assert(
    fc.property(settings, (mine) => {
      const plan = carry(mine, mine);
      expect(plan.settings).toEqual(mine);
      expect([plan.sources.added, plan.rules.added, plan.changed]).toEqual([[], 0, []]);
    }),
  );
});

test('nothing that is here is lost, and importing again adds nothing', () => {
  fc.assert(
    fc.property(settings, settings, (mine, theirs) => {
      const { settings: both } = carry(theirs, mine);
      expect(both.sources.slice(0, mine.sources.length)).toEqual(mine.sources);
      expect(both.rules.slice(0, mine.rules.length)).toEqual(mine.rules);
      expect(carry(theirs, both).settings).toEqual(both);
    }),
  );
});

test('a source here keeps its id and name, and rules of the file are about it', () => {
  const at = { url: 'https://a.example/live', credentialKind: 'none' };
  const mine = settingsSchema.parse({ sources: [{ ...at, id: 'mine', name: 'Mine' }] });
  const theirs = settingsSchema.parse({
    sources: [{ ...at, id: 'theirs', name: 'Theirs' }],
    rules: [rule('r', { source: 'theirs' })],
  });
  const plan = carry(theirs, mine);
  expect(plan.settings.sources).toEqual(mine.sources);
  expect(plan.settings.rules).toMatchObject([{ match: { source: 'mine' } }]);
  expect(plan.sources.known).toEqual(mine.sources);
});

test('where secrets go, the pause and the window are this computer’s own', () => {
  const mine = settingsSchema.parse({
    ...{ paused: 'forever', window: { width: 999, height: 999 } },
    preferences: { storeSecretsInFile: true },
  });
  expect(carry(mine, FRESH).settings).toEqual(FRESH);
  expect(carry(FRESH, mine).settings).toEqual(mine);
});

test('a password in an address, as a settings file written by hand may have, is left out', () => {
  const sources = [{ id: 's', name: 'S', url: 'https://me:secret@a.example/live', credentialKind: 'none' }];
  const text = writeSettingsFile(settingsSchema.parse({ sources }), null, 0);
  expect(text).not.toContain('secret@');
  expect(readSettingsFile(text).sources[0]?.url).toBe('https://a.example/live');
});

test.each([
  ['has the secret here', 'https://a.example/x?auth=mine', 'https://a.example/x'],
  ['has it in a file of an older Bellhop', 'https://a.example/x', 'https://a.example/x?auth=theirs'],
])('a source is known whether its address has a secret or not: %s', (_where, here, there) => {
  const parts = { name: 'S', credentialKind: 'none' };
  const mine = settingsSchema.parse({ sources: [{ ...parts, id: 'mine', url: here }] });
  const old = JSON.parse(writeSettingsFile(FRESH, null, 0));
  const sources = [{ ...parts, id: 'theirs', url: there }];
  const plan = planImport(mine, readSettingsFile(JSON.stringify({ ...old, sources })), randomUUID);
  expect(plan.settings.sources).toEqual(mine.sources);
  expect(plan.sources).toEqual({ added: [], known: mine.sources });
});

test('of two sources that differ only in their secrets, rules stay about the one they were about', () => {
  const at = (id: string) => ({
    ...{ id, name: id, url: `https://a.example/x?auth=${id}`, credentialKind: 'none' },
  });
  const mine = settingsSchema.parse({
    sources: [at('a'), at('b')],
    rules: [rule('ra', { source: 'a' }), rule('rb', { source: 'b' })],
  });
  expect(carry(mine, mine).settings).toEqual(mine);
});

test('what would become too much is refused in words', () => {
  const many = (prefix: string) =>
    settingsSchema.parse({
      rules: Array.from({ length: 60 }, (_, i) => rule(`${prefix}${i}`, { topic: `${prefix}${i}` })),
    });
  expect(() => carry(many('a'), many('b'))).toThrow('A hundred rules are the most.');
});

test.each([
  ['', /not a file of settings/],
  ['[]', /not a file of settings/],
  ['{"sources": []}', /not a file of settings/],
  ['{"bellhop": "settings", "version": 2}', /newer Bellhop/],
  ['{"bellhop": "settings", "version": 1}', /writtenAt/],
  [
    '{"bellhop": "settings", "version": 1, "writtenAt": "2026-01-01T00:00:00Z", "preferences": {"theme": "pink"}}',
    /preferences\.theme/,
  ],
])('%s is refused in words', (text, words) => {
  expect(() => readSettingsFile(text)).toThrow(words);
});

test('a file may hold only some of it: the rest stays as it is', () => {
  const mine = settingsSchema.parse({ shortcut: 'F9', preferences: { theme: 'dark' } });
  const some = readSettingsFile('{"bellhop":"settings","version":1,"writtenAt":"2026-01-01T00:00:00Z"}');
  expect(planImport(mine, some, randomUUID).settings).toEqual(mine);
});
