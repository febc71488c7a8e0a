/** https://www.rfc-editor.org/rfc/rfc8288: where a link leads, as it stands in the header, and what it is to this page. */
export type Link = { target: string; rels: string[] };

/** Far more than any page needs. */
const MAX_CHARS = 16 * 1024;

const TARGET = /^[\s,]*<([^>]*)>/;
const PARAMETER = /^\s*;\s*([^\s=;,"]*)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/;

/** The links of a `Link` header, several headers joined by commas included. Ends at what it can't read. */
export function parseLinks(header: string): Link[] {
  const links: Link[] = [];
  let rest = header.slice(0, MAX_CHARS);
  for (let target = TARGET.exec(rest); target; target = TARGET.exec(rest)) {
    rest = rest.slice(target[0].length);
    const parameters = new Map<string, string>();
    for (let found = PARAMETER.exec(rest); found; found = PARAMETER.exec(rest)) {
      rest = rest.slice(found[0].length);
      const [, name = '', quoted, word = ''] = found;
      // Of several, the first one counts.
      if (!parameters.has(name.toLowerCase()))
        parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? word);
    }
    // With an anchor it is a link of something else than this page.
    if (parameters.has('anchor')) continue;
    const rels = (parameters.get('rel') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    links.push({ target: target[1] as string, rels });
  }
  return links;
}
