import type { Mapping } from '../../preload/contract.ts';
import { parseJson } from '../parse-json.ts';
import { type CatchUp, type Dialect, excerpt, type WireRequest } from './dialect.ts';
import type { Server } from './dialects.ts';
import { lastEventId } from './event-id.ts';
import { eventNames, readEvent, readNotices } from './mapping.ts';
import { valueAt } from './pointer.ts';
import { COMMON_NAMES } from './presets.ts';

/**
 * The json dialect: any server whose events hold JSON, read by a mapping. It resumes by the events' ids, where the server
 * knows them, or by asking a list for what is newer than the newest notice's own id.
 */
export const json = ({ url, mapping }: Server): Dialect => {
  const how = mapping ?? COMMON_NAMES;
  return {
    countedFor: JSON.stringify([url, how.id, how.catchUp]),
    eventNames: eventNames(how),

    stream: ({ cursor }) => ({ url, headers: how.catchUp ? {} : lastEventId(cursor) }),

    hello(_headers, { cursor }) {
      const resumes = cursor !== null && !how.catchUp;
      return {
        resumable: resumes || how.catchUp !== null,
        heartbeatMs: how.heartbeatSeconds === null ? null : how.heartbeatSeconds * 1000,
        live: resumes ? 'when-quiet' : 'at-once',
        loss: null,
        sendsKept: true,
      };
    },

    read(event, now) {
      const { newestId, ...reading } = readEvent(event, how, 'unreadable', now);
      return how.catchUp ? { ...reading, cursor: newestId } : reading;
    },

    ...(how.catchUp && { catchUp: list(url, how, how.catchUp) }),
  };
};

/**
 * Page by page, each asked for what is newer than the newest of the last, until a page has nothing newer. At first there
 * is nothing to be newer than: one page, whatever the server sends. If that was empty, all is newer than what the mapping
 * gives for none (`min_id=0`), where it does.
 */
function list(source: string, how: Mapping, where: NonNullable<Mapping['catchUp']>): CatchUp {
  const [after = '', none = null] = where.after.split('=', 2);
  const page = (cursor: string | null): WireRequest => {
    const address = new URL(where.url, source);
    if (cursor !== null) address.searchParams.set(after, cursor);
    return { url: address.href, headers: {} };
  };
  return {
    request: ({ cursor, greetedAt }) => page(cursor ?? (greetedAt === null ? null : none)),

    /** @throws Error when it is no list: nothing is known then of what was missed, and it must be asked again */
    readPage(body, asked) {
      const items = valueAt(parseJson(body), where.item);
      if (!Array.isArray(items)) throw new Error(`no JSON list of notices: ${excerpt(body)}`);
      const { newestId, ...reading } = readNotices(items, { ...how, item: '' }, ASKED_FOR);
      const askedAfter = new URL(asked.url).searchParams.get(after);
      const more = askedAfter !== null && newestId !== null && newestId !== askedAfter;
      return { ...reading, cursor: newestId, next: more ? page(newestId) : null };
    },
  };
}

const ASKED_FOR = { eventId: '', receivedAt: null };
