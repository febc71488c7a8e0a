/** What `make` gives, made when it is first asked for. Formatters of Intl take a millisecond or more each. */
export function once<T>(make: () => T): () => T {
  let made: { it: T } | null = null;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}
