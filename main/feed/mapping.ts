import type { Mapping } from '../../preload/contract.ts';
import { type Draft, PLAIN, RAW_CHARS } from '../notice.ts';
import { parseJson } from '../parse-json.ts';
import type { Message } from '../words/message.ts';
import { EMPTY, excerpt, type Reading, type StreamEvent, TWIN_MS, unreadable } from './dialect.ts';
import { toCursor } from './event-id.ts';
import { contentNames, toJson } from './identity.ts';
import { valueAt } from './pointer.ts';
import { toBody, toId, toLink, toPriority, toTime, toTitle, toTopic } from './values.ts';

/** What a mapping read, and the newest notice's own id (null where none has one). */
export type MappedReading = Reading & { newestId: string | null };

type Mapped = { id: string | null; draft: Draft };

/** How an item came: the id of its event ('' without one), and when (unix milliseconds; null when it was asked for). */
export type Origin = { eventId: string; receivedAt: number | null } & Pick<StreamEvent, 'inherited' | 'nth'>;

/** The names to listen to beside the unnamed events, which are always heard. */
export const eventNames = ({ events }: Mapping): string[] => events.filter((name) => name !== 'message');

/**
 * An event as the mapping says; its id is the cursor.
 * @param text what it means when it is no JSON: a notice of its own, or nothing that can be read
 */
export function readEvent(
  { name, data, id, inherited = false, nth = 0 }: StreamEvent,
  mapping: Mapping,
  text: 'notice' | 'unreadable',
  now: number,
): MappedReading {
  const cursor = toCursor(id);
  const nothing = { ...EMPTY, cursor, newestId: null };
  if (!mapping.events.includes(name) || mapping.ignore.includes(data.trim())) return nothing;
  const value = parseJson(data) ?? (text === 'notice' ? data : undefined);
  if (value === undefined) return { ...nothing, ...unreadable(['notJson'], data), cursor };
  return { ...readNotices(value, mapping, { eventId: id, inherited, nth, receivedAt: now }), cursor };
}

/** A list of 16 MiB has room for eight million numbers. */
const MAX_ITEMS = 100_000;

/**
 * The notices in a value, oldest first. Never throws: what lacks a title and a body is shown as it came, and what is not
 * there at all is told.
 */
export function readNotices(value: unknown, mapping: Mapping, origin: Origin): MappedReading {
  const found = valueAt(value, mapping.item);
  const items = Array.isArray(found) ? found : [found];
  const chosen = items.slice(0, MAX_ITEMS).filter((item) => item !== undefined && item !== null);
  const bad: Reading['unreadable'] = [];
  if (chosen.length < Math.min(items.length, MAX_ITEMS)) {
    const says: Message = mapping.item === '' ? ['emptyEvent'] : ['nothingAt', mapping.item];
    bad.push({ says, excerpt: excerpt(toJson(value)) });
  }
  if (items.length > MAX_ITEMS) {
    bad.push({ says: ['tooManyInList', items.length - MAX_ITEMS], excerpt: '' });
  }
  const nameContent = contentNames();
  const mapped = oldestFirst(chosen.map((item) => toMapped(item, mapping, origin, nameContent)));
  const ids = mapped.flatMap(({ id }) => id ?? []);
  const drafts = mapped.map(({ draft }) => draft);
  return { ...EMPTY, drafts, unreadable: bad, newestId: ids.at(-1) ?? null };
}

function toMapped(
  item: unknown,
  mapping: Mapping,
  origin: Origin,
  nameContent: ReturnType<typeof contentNames>,
): Mapped {
  const read = <T>(pointers: string[], convert: (value: unknown) => T | null): T | null => {
    for (const pointer of pointers) {
      const value = convert(valueAt(item, pointer));
      if (value !== null) return value;
    }
    return null;
  };
  const id = read(mapping.id, toId);
  const title = read(mapping.title, toTitle);
  const body = read(mapping.body, (value) => toBody(value, mapping.format));
  const createdAt = read(mapping.time, toTime);
  const json = toJson(item);
  const asItCame = typeof item === 'string' ? item : json;
  return {
    id,
    draft: {
      ...PLAIN,
      key: id === null ? `content:${nameContent(moment(origin, createdAt) + json)}` : `id:${id}`,
      title,
      body: body ?? (title === null ? asItCame : ''),
      markdown: mapping.format === 'markdown' && body !== null,
      topic: read(mapping.topic, toTopic),
      priority: read(mapping.priority, toPriority) ?? 3,
      link: read(mapping.link, toLink),
      tags: [],
      createdAt,
      raw: json.length <= RAW_CHARS ? json : null,
    },
  };
}

/**
 * What tells equal contents apart: the event's own id, else what tells when the notice was made (which they hold), else the
 * moment it came. Without that, the next “Backup failed” would be a repetition. An id that was inherited tells nothing: which
 * one it is depends on where the connection began.
 */
function moment({ eventId, inherited, nth = 0, receivedAt }: Origin, createdAt: number | null): string {
  if (eventId !== '' && !inherited) return `${JSON.stringify(eventId)} `;
  if (createdAt !== null || receivedAt === null) return '';
  return `~${Math.floor(receivedAt / TWIN_MS)}${nth === 0 ? '' : `#${nth}`} `;
}

/** Whichever way round the server sends them; as sent where nothing tells. */
function oldestFirst(mapped: Mapped[]): Mapped[] {
  const [first, last] = [mapped[0], mapped.at(-1)];
  const compare = comparison(mapped);
  if (!first || !last || !compare) return mapped;
  const ascending = compare(first, last) > 0 ? [...mapped].reverse() : [...mapped]; // equal ones stay in their order
  return ascending.sort(compare);
}

type Comparison = (a: Mapped, b: Mapped) => number;

/** By number where all ids are one, which is how a server counts; else by time. */
function comparison(mapped: Mapped[]): Comparison | null {
  if (mapped.every(({ id }) => id !== null && /^\d+$/.test(id))) return (a, b) => compareNumbers(a.id, b.id);
  if (mapped.every(({ draft }) => draft.createdAt !== null)) {
    return (a, b) => Number(a.draft.createdAt) - Number(b.draft.createdAt);
  }
  return null;
}

/** Of any length: ids may be longer than a number can hold. */
function compareNumbers(a: string | null, b: string | null): number {
  const [x, y] = [a ?? '', b ?? ''].map((digits) => digits.replace(/^0+/, '')) as [string, string];
  if (x.length !== y.length) return x.length - y.length;
  return x < y ? -1 : Number(x > y);
}
