import { randomUUID } from 'node:crypto';
import type { Settings, Source } from './schema.ts';

/** Changes to the list of sources, as data: settings in, settings out. */

export function addSource(
  settings: Settings,
  draft: Pick<Source, 'name' | 'url' | 'dialect' | 'mapping' | 'credentialKind'>,
): { settings: Settings; source: Source } {
  const source: Source = { id: randomUUID(), ...draft, enabled: true, muted: false };
  return { settings: { ...settings, sources: [...settings.sources, source] }, source };
}

export function changeSource(settings: Settings, id: string, part: Partial<Omit<Source, 'id'>>): Settings {
  const sources = settings.sources.map((source) => (source.id === id ? { ...source, ...part } : source));
  return { ...settings, sources };
}

/** @returns null when these are not exactly the sources there are */
export function reorderSources(settings: Settings, ids: string[]): Settings | null {
  const byId = new Map(settings.sources.map((source) => [source.id, source]));
  const sources = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  const complete = sources.length === ids.length && ids.length === byId.size;
  return complete ? { ...settings, sources } : null;
}

/** With the saved filters that showed nothing else: unseen they would still take up their names. */
export function removeSource(settings: Settings, id: string): Settings {
  return {
    ...settings,
    sources: settings.sources.filter((source) => source.id !== id),
    savedFilters: settings.savedFilters.filter(({ filter }) => filter.source !== id),
  };
}
