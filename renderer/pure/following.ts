/**
 * An object that reads each of its properties from what `current` gives at that moment. It may be kept, and what is
 * read from it is never out of date. `current` has the same keys every time.
 */
export function following<T extends object>(current: () => T): T {
  return new Proxy(current(), { get: (_, name) => Reflect.get(current(), name) });
}
