import { isDeepStrictEqual } from 'node:util';
import type { Rule, SavedFilter } from '../../preload/contract.ts';
import { withoutSecrets } from '../address-secrets.ts';
import { type Settings, type Source, settingsSchema } from '../settings/schema.ts';
import { firstByZod } from '../words/by-zod.ts';
import { Refusal } from '../words/refusal.ts';
import type { SettingsFile } from './settings-file.ts';

export type ImportPlan = {
  settings: Settings;
  sources: { added: Source[]; known: Source[] };
  rules: { added: number; known: number };
  /** Names of the settings that change. */
  changed: string[];
};

/**
 * What the settings are once a file is imported. Nothing that is here goes: a source is known by its address, with or
 * without the secrets in it, and stays as it is, with its id, and a saved filter by its name; rules that are not here yet come
 * after those that are. Quiet hours, preferences and the shortcut become those of the file.
 * @throws Refusal when it would become too much
 */
export function planImport(here: Settings, file: SettingsFile, newId: () => string): ImportPlan {
  const idHere = new Map<string, string>();
  const added: Source[] = [];
  const known = new Set<Source>();
  const byAddress = new Map<string, Source[]>();
  for (const source of here.sources) {
    const address = withoutSecrets(source.url);
    byAddress.set(address, [...(byAddress.get(address) ?? []), source]);
  }
  for (const theirs of file.sources) {
    const address = withoutSecrets(theirs.url);
    const mine = sameAs(theirs, byAddress.get(address) ?? []);
    const source = mine ?? { ...theirs, id: newId() };
    if (!mine) {
      added.push(source);
      byAddress.set(address, [source]);
    } else if (!added.includes(mine)) known.add(mine);
    idHere.set(theirs.id, source.id);
  }

  const translated = file.rules.map((rule) => pointTo(idHere, rule));
  const isHere = (rule: Rule) => here.rules.some((mine) => isDeepStrictEqual({ ...mine, id: rule.id }, rule));
  const newRules = translated.filter((rule) => !isHere(rule));
  const filterNames = new Set(here.savedFilters.map(({ name }) => name));
  const newFilters = file.savedFilters.filter(({ name }) => !filterNames.has(name));
  const { quietHours = here.quietHours, shortcut = here.shortcut } = file;
  const given = Object.fromEntries(
    Object.entries(file.preferences).filter(([, value]) => value !== undefined),
  );
  const settings: Settings = {
    ...here,
    sources: [...here.sources, ...added],
    rules: [...here.rules, ...newRules.map((rule) => ({ ...rule, id: newId() }))],
    savedFilters: [...here.savedFilters, ...newFilters.map((saved) => narrowTo(idHere, saved))],
    ...{ quietHours, shortcut },
    preferences: { ...here.preferences, ...given },
  };
  const checked = settingsSchema.safeParse(settings);
  if (!checked.success) throw new Refusal(...firstByZod(checked.error));
  return {
    settings,
    sources: { added, known: [...known] },
    rules: { added: newRules.length, known: file.rules.length - newRules.length },
    changed: changedSettings(here, settings),
  };
}

/** Of those that differ only in their secrets, its own id tells which one it is: the file may have been written here. */
function sameAs(theirs: Source, alike: Source[]): Source | undefined {
  return alike.find(({ id }) => id === theirs.id) ?? alike.find(({ url }) => url === theirs.url) ?? alike[0];
}

function pointTo(idHere: Map<string, string>, rule: Rule): Rule {
  const { source } = rule.match;
  return { ...rule, match: { ...rule.match, source: source && (idHere.get(source) ?? source) } };
}

function narrowTo(idHere: Map<string, string>, { name, filter }: SavedFilter): SavedFilter {
  const { source } = filter;
  return { name, filter: { ...filter, source: source && (idHere.get(source) ?? source) } };
}

function changedSettings(before: Settings, after: Settings): string[] {
  const flat = ({ savedFilters, quietHours, shortcut, preferences }: Settings) =>
    new Map(Object.entries({ savedFilters, quietHours, shortcut, ...preferences }));
  const old = flat(before);
  return [...flat(after)]
    .filter(([name, value]) => !isDeepStrictEqual(value, old.get(name)))
    .map(([name]) => name);
}
