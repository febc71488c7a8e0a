import { expect, test } from 'vitest';
import { settingsSchema } from './schema.ts';
import { addSource, changeSource, removeSource } from './sources.ts';

const draft = {
  name: 'A',
  url: 'https://a.example/',
  dialect: 'rows',
  mapping: null,
  credentialKind: 'none',
} as const;

test('sources are added, changed and removed, each with an id of its own', () => {
  const first = addSource(settingsSchema.parse({ paused: true }), draft);
  const second = addSource(first.settings, { ...draft, name: 'B' });
  expect(first.source.id).not.toBe(second.source.id);
  const changed = changeSource(second.settings, first.source.id, { muted: true });
  expect(changed.sources).toEqual([{ ...first.source, muted: true }, second.source]);
  expect(removeSource(changed, first.source.id)).toEqual({ ...changed, sources: [second.source] });
  expect(second.settings.sources[0]?.muted).toBe(false); // settings in, settings out
  expect(settingsSchema.parse(changed)).toEqual(changed);
});

test('the saved filters of a source go with it, the others stay', () => {
  const { settings, source } = addSource(settingsSchema.parse({}), draft);
  const all = { view: 'inbox', source: null, topic: null, minPriority: 5 } as const;
  const saved = [
    { name: 'Urgent', filter: all },
    { name: 'Urgent here', filter: { ...all, source: source.id } },
  ];
  const removed = removeSource({ ...settings, savedFilters: saved }, source.id);
  expect(removed.savedFilters.map(({ name }) => name)).toEqual(['Urgent']);
});
