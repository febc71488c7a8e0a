/** Longer ones would be refused with the whole request, at every connection anew. */
const MAX_ID = 1_000;

/**
 * An event's id as a cursor: null where it can't be sent back in a header, so that the last one that can stays.
 */
export function toCursor(id: string): string | null {
  const sendable = id.length <= MAX_ID && /^[\x20-\x7e\x80-\u{10ffff}]+$/u.test(id) && id.trim() === id;
  return sendable && id !== '' ? id : null;
}

/**
 * The header's bytes are the id in UTF-8, one character each.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#the-last-event-id-header
 */
export function lastEventId(cursor: string | null): Record<string, string> {
  return cursor === null ? {} : { 'Last-Event-ID': toHeader(cursor) };
}

export const toHeader = (cursor: string): string => Buffer.from(cursor, 'utf8').toString('latin1');

/** The id that such a header asks to go on from; '' where there is none. */
export const resumesFrom = (headers: Record<string, string>): string =>
  Buffer.from(headers['Last-Event-ID'] ?? '', 'latin1').toString('utf8');
