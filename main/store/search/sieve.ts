import type { Lens, Text } from './lens.ts';
import { plain } from './plain.ts';
import type { Query } from './query.ts';

/**
 * Those that match, in their order. FTS5 decides, but most of what doesn’t match is told by its shape, in a fraction of
 * the time.
 */
export function sieve<T extends Text>(lens: Lens, { match, without, shapes }: Query, texts: T[]): T[] {
  const wanted = shapes.map((shape) => new RegExp(shape, 'iu'));
  const possible = match === null ? texts : texts.filter((text) => mayMatch(text, wanted));
  const found = lens.matching(possible, match ?? without ?? '');
  return possible.filter(({ id }) => found.has(id) === (match !== null));
}

function mayMatch({ title, body, topic, tags }: Text, wanted: RegExp[]): boolean {
  const text = plain(`${title} ${body} ${topic} ${tags}`);
  return text === null || wanted.every((shape) => shape.test(text));
}
