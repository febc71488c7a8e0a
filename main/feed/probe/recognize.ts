import { z } from 'zod';
import { type Found, type Mapping, mappingSchema } from '../../../preload/contract.ts';
import { hasSecretInQuery } from '../../address-secrets.ts';
import { parseJson } from '../../parse-json.ts';
import type { Headers, StreamEvent, WireRequest } from '../dialect.ts';
import { dialects } from '../dialects.ts';
import { COMMON_NAMES, presetAt, presets } from '../presets.ts';
import { found, hubAddress, looksLikeRows, topicsAddress } from './address.ts';
import type { Sight } from './sight.ts';

/** One thing an address may be: what to request to find out, and what an answer says about it. */
export type Candidate = {
  request: WireRequest;
  /** What a stream's headers alone make it. */
  byHeaders: (headers: Headers) => Found | null;
  /** What a stream is by its first event (null: none came in time); null where it is no such thing. */
  byEvent: (event: StreamEvent | null) => Found | null;
};

const FRESH = { cursor: null, greetedAt: null };

/** What an address may be, the likeliest first; few, since all are asked at the same time. */
export function candidatesFor(address: string, now: number): Candidate[] {
  const hub = hubAddress(address);
  if (hub) return [knownStream(hub, found('mercure', hub))];
  const bare = new URL(address).pathname === '/';
  const topics = topicsAddress(address);
  return [
    bare ? bareServer(address, now) : anyStream(address),
    ...(bare ? [anyStream(address)] : []),
    ...(topics ? [ntfyTopics(topics)] : []),
  ];
}

/** Known by its address: any stream there is it. */
export const knownStream = (url: string, what: Found): Candidate => ({
  request: { url, headers: {} },
  byHeaders: () => what,
  byEvent: () => null,
});

/** People paste a server's address; the rows dialect knows where its stream is. */
function bareServer(address: string, now: number): Candidate {
  const request = dialects.rows({ url: address, mapping: null }).stream(FRESH, now);
  return { ...knownStream(request.url, found('rows', address)), request };
}

function ntfyTopics(url: string): Candidate {
  const ntfy = dialects.ntfy({ url, mapping: null });
  return {
    request: ntfy.stream(FRESH, 0),
    byHeaders: () => null,
    byEvent: (event) => (isNtfyGreeting(event) ? found('ntfy', url) : null),
  };
}

function anyStream(url: string): Candidate {
  const json = (mapping: Mapping) => found('json', url, mapping);
  return {
    request: { url, headers: {} },
    byHeaders(headers) {
      if (headers.get('bellhop-heartbeat') !== null || looksLikeRows(url)) return found('rows', url);
      const preset = presetAt(url);
      return preset ? json(preset.mapping) : null;
    },
    byEvent(event) {
      if (event === null) return json(COMMON_NAMES);
      const topics = topicsAddress(url);
      // With the address's own secret it let us in, without it (as a source keeps the address) it may not.
      if (topics && isNtfyGreeting(event)) return hasSecretInQuery(url) ? null : found('ntfy', topics);
      if (hasRows(url, event)) return found('rows', url);
      const preset = presets.find(({ mapping }) => mapping.ignore.includes(event.data));
      if (preset) return json(preset.mapping);
      return parseJson(event.data) === undefined ? null : json(commonWith(event.name));
    },
  };
}

/** The names that most servers use, for events of this name too. */
function commonWith(event: string): Mapping {
  const events = [...new Set([...COMMON_NAMES.events, event])];
  return mappingSchema.safeParse({ ...COMMON_NAMES, events }).data ?? COMMON_NAMES;
}

/** The first thing an ntfy server sends on every stream. */
function isNtfyGreeting(event: StreamEvent | null): boolean {
  const greeting = z.object({ event: z.literal('open'), topic: z.string() });
  return event !== null && greeting.safeParse(parseJson(event.data)).success;
}

const hasRows = (url: string, event: StreamEvent): boolean =>
  dialects.rows({ url, mapping: null }).read(event, 0).drafts.length > 0;

const ntfyError = z.object({ http: z.number().int(), error: z.string() });

/** An ntfy server says no in a JSON form of its own: `{"code":40301,"http":403,"error":"forbidden",…}` */
export function isNtfyRefusal(sight: Sight): boolean {
  if (sight.kind !== 'answer') return false;
  const error = ntfyError.safeParse(parseJson(sight.body));
  return error.success && error.data.http === sight.refusal.status;
}
