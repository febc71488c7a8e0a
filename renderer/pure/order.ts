/** Putting things with an id into another order. What can't be moved stays as it is: the same list comes back. */
type Thing = { id: string };

/** One place up or down. */
export function shifted<T extends Thing>(things: T[], id: string, step: 1 | -1): T[] {
  const from = things.findIndex((thing) => thing.id === id);
  const to = from + step;
  const thing = things[from];
  if (thing === undefined || to < 0 || to >= things.length) return things;
  return things.toSpliced(from, 1).toSpliced(to, 0, thing);
}

/** Before or after another one. */
export function placedBy<T extends Thing>(
  things: T[],
  id: string,
  other: string,
  side: 'before' | 'after',
): T[] {
  const thing = things.find((one) => one.id === id);
  const rest = things.filter((one) => one.id !== id);
  const at = rest.findIndex((one) => one.id === other);
  if (thing === undefined || at === -1) return things;
  return rest.toSpliced(side === 'before' ? at : at + 1, 0, thing);
}
