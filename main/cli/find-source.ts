import type { SourceView } from '../../preload/contract.ts';
import { oneLine } from '../terminal.ts';

/**
 * The source that a person named, by its id or its name in whatever case.
 * @throws when there is none, or more than one, with those there are
 */
export function findSource(sources: SourceView[], nameOrId: string): SourceView {
  const wanted = nameOrId.toLowerCase();
  const named = sources.filter(({ name }) => name.toLowerCase() === wanted);
  const exact = sources.find(({ id }) => id === nameOrId) ?? (named.length === 1 ? named[0] : undefined);
  if (exact) return exact;
  if (named.length > 1) {
    const ids = named.map(({ id, url }) => oneLine(`  ${id}  ${url}`)).join('\n');
    throw new Error(`${named.length} sources are called “${oneLine(nameOrId)}”. Give the id of one:\n${ids}`);
  }
  const names = sources.map(({ name }) => `“${oneLine(name)}”`).join(', ') || 'none';
  throw new Error(`There is no source “${oneLine(nameOrId)}”. There are: ${names}.`);
}
