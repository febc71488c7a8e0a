/**
 * What a JSON pointer points at in a parsed JSON value; undefined where there is nothing. https://www.rfc-editor.org/rfc/rfc6901
 */
export function valueAt(value: unknown, pointer: string): unknown {
  let here = value;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    if (Array.isArray(here) && !/^(0|[1-9]\d*)$/.test(name)) return undefined; // `length`, `01`
    here = (here as Record<string, unknown>)[name];
  }
  return here;
}
