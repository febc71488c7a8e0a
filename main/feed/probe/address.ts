import type { DialectName, Found, Mapping } from '../../../preload/contract.ts';
import type { Headers } from '../dialect.ts';
import { presetAt } from '../presets.ts';
import { parseLinks } from './link-header.ts';

/** What addresses look like. All take and give absolute http(s) addresses. */

const MAX_NAME = 80;

/** What to add as a source, called as its host (and for ntfy its topics). */
export function found(dialect: DialectName, address: string, mapping: Mapping | null = null): Found {
  const url = new URL(address);
  url.hash = '';
  const name = dialect === 'ntfy' ? `${url.host}${url.pathname}` : url.host;
  return { dialect, url: url.href, name: name.slice(0, MAX_NAME), mapping };
}

/** The best guess by looks alone, for a server that doesn't answer. */
export function guess(address: string): Found {
  const hub = hubAddress(address);
  if (hub) return found('mercure', hub);
  const preset = presetAt(address);
  if (preset) return found('json', address, preset.mapping);
  const topics = topicsAddress(address);
  if (topics && /(^|[.-])ntfy([.-]|$)/.test(new URL(address).hostname)) return found('ntfy', topics);
  return found('rows', address);
}

/** The original endpoint's path, and the one it is reached by; the companion server's is the same. */
export const looksLikeRows = (address: string): boolean =>
  /\/(api\/live|notifications\/live)$/.test(new URL(address).pathname);

/** https://docs.ntfy.sh/subscribe/api/#filter-messages; the rest of a pasted query is about one request, or a secret. */
const FILTERS = ['id', 'message', 'title', 'priority', 'tags'];

/**
 * The address of ntfy topics (`https://ntfy.example/alerts,backups`), also where it was pasted as one of the streams
 * under it (`…/alerts/sse`). Null where it can't be one.
 */
export function topicsAddress(address: string): string | null {
  const url = new URL(address);
  const topics = /^\/([-\w]{1,64}(?:,[-\w]{1,64})*)(?:\/(?:sse|json|raw|ws))?\/?$/.exec(url.pathname)?.[1];
  if (topics === undefined) return null;
  const filters = [...url.searchParams].filter(([name]) => FILTERS.includes(name));
  url.pathname = `/${topics}`;
  url.search = new URLSearchParams(filters).toString();
  url.hash = '';
  return url.href;
}

/**
 * The address of a Mercure hub with the topics to listen to: all of them, where it names none.
 * https://mercure.rocks/spec
 */
export function hubAddress(address: string): string | null {
  const url = new URL(address);
  if (!url.pathname.endsWith('/.well-known/mercure')) return null;
  return url.searchParams.has('topic') ? url.href : withTopics(url, ['*']);
}

/** The hub that a page names in its `Link` header, with the page's topic. */
export function hubOfPage(headers: Headers, page: string): string | null {
  const links = parseLinks(headers.get('link') ?? '');
  const targets = (rel: string) =>
    links.filter(({ rels }) => rels.includes(rel)).flatMap(({ target }) => resolve(target, page));
  const hub = targets('mercure').find(({ protocol }) => /^https?:$/.test(protocol));
  if (!hub) return null;
  const topics = targets('self').map(({ href }) => href);
  return withTopics(hub, topics.length > 0 ? topics : [page]);
}

function withTopics(hub: URL, topics: string[]): string {
  const url = new URL(hub);
  for (const topic of topics) url.searchParams.append('topic', topic);
  return url.href;
}

function resolve(target: string, base: string): URL[] {
  try {
    return [new URL(target, base)];
  } catch {
    return []; // the page's mistake: a link to nowhere
  }
}
