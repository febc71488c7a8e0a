import { z } from 'zod';
import { type Draft, PLAIN, RAW_CHARS } from '../notice.ts';
import { parseJson } from '../parse-json.ts';
import type { Message } from '../words/message.ts';
import { type Dialect, EMPTY, excerpt, FIRST_IMPORT_MS, type Reading, unreadable } from './dialect.ts';
import type { Server } from './dialects.ts';
import { contentNames, toJson } from './identity.ts';

/**
 * The rows dialect: the Nuxt endpoint Bellhop was born from, and the companion server's superset of it.
 * Every event is a JSON array of rows. The original has random event ids, no row ids, no resume; the companion
 * numbers rows and events, resumes by `Last-Event-ID`, and announces itself by a heartbeat header.
 */
export const rows = ({ url }: Server): Dialect => ({
  eventNames: ['caught-up'],

  stream({ cursor }, now) {
    const stream = new URL(url);
    if (stream.pathname === '/') stream.pathname = '/api/live'; // people paste a server's address
    if (cursor !== null) return { url: stream.href, headers: { 'Last-Event-ID': cursor } };
    // The original ignores the parameter.
    stream.searchParams.set('since', new Date(now - FIRST_IMPORT_MS).toISOString());
    return { url: stream.href, headers: {} };
  },

  hello(headers) {
    const seconds = Number(headers.get('bellhop-heartbeat') ?? Number.NaN);
    const companion = seconds > 0 && seconds <= 3600;
    return companion
      ? { resumable: true, heartbeatMs: seconds * 1000, live: 'when-told', loss: null }
      : { resumable: false, heartbeatMs: null, live: 'at-once', loss: null, lagMs: ORIGINAL_CYCLE_MS };
  },

  /** The companion's own; the original has no such route, and never tells a heartbeat. */
  publish({ title, body }) {
    const server = new URL(url);
    server.pathname = server.pathname.replace(
      /(\/api\/(live|v1\/user\/notifications\/live))?\/*$/,
      '/api/v1/notifications',
    );
    server.search = '';
    return {
      url: server.href,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title, content: body }),
    };
  },

  read({ name, data, id }) {
    const cursor = /^\d{1,16}$/.test(id) ? id : null;
    if (name === 'caught-up') return { ...EMPTY, cursor, caughtUp: true };
    return { ...readRows(data), cursor };
  },
});

/** The original queries, sends, and sleeps this long: what is made in its last sleep it never sends. */
const ORIGINAL_CYCLE_MS = 10_000;

const MAX_TITLE = 1_000;
const MAX_TAGS = 32;
/** An event may hold half a million rows that are none: so many are told each, the others counted. */
const MAX_TOLD = 10;

const time = z.union([z.number(), z.string()]).transform((value) => {
  const ms = typeof value === 'number' ? value : Date.parse(value);
  return Number.isSafeInteger(ms) && ms >= 0 ? ms : null;
});

/** Only the text is essential. The rest is made good rather than refused: a notice with an odd time is still a notice. */
const rowSchema = z.object({
  id: z
    .union([z.number().int(), z.string().min(1).max(200)])
    .nullish()
    .catch(null),
  content: z.string(),
  notificationTypeId: z
    .union([z.number(), z.string().max(200)])
    .nullish()
    .catch(null),
  createdAt: time.nullish().catch(null),
  title: z
    .string()
    .transform((title) => title.slice(0, MAX_TITLE).trim() || null)
    .nullish()
    .catch(null),
  priority: z.number().int().min(1).max(5).nullish().catch(null),
  link: z
    .url({ protocol: /^https?$/ })
    .max(4096)
    .nullish()
    .catch(null),
  tags: z
    .array(z.string())
    .transform((tags) => tags.slice(0, MAX_TAGS).map((tag) => tag.slice(0, 100)))
    .nullish()
    .catch(null),
});
type Row = z.infer<typeof rowSchema>;

function readRows(data: string): Reading {
  const values = parseJson(data);
  if (!Array.isArray(values)) return unreadable(['notRows'], data);
  const bad: Reading['unreadable'] = [];
  let untold = 0;
  const nameContent = contentNames();
  const drafts = values.flatMap((value) => {
    const parsed = rowSchema.safeParse(value);
    if (parsed.success) return [toDraft(parsed.data, value, nameContent)];
    const issue = parsed.error.issues[0];
    const says: Message = ['badPart', issue?.path.join('.') || ['theRow'], issue?.message ?? ''];
    if (bad.length === MAX_TOLD) untold++;
    else bad.push({ says, excerpt: excerpt(toJson(value)) });
    return [];
  });
  if (untold > 0) bad.push({ says: ['moreRows', untold], excerpt: '' });
  // The original sends the newest first, and the inbox wants equal times in the order they were made.
  const newestFirst = (drafts[0]?.createdAt ?? 0) > (drafts.at(-1)?.createdAt ?? 0);
  return { ...EMPTY, drafts: newestFirst ? drafts.reverse() : drafts, unreadable: bad };
}

function toDraft(row: Row, value: unknown, nameContent: (content: string) => string): Draft {
  const raw = toJson(value);
  return {
    ...PLAIN,
    key:
      row.id === null || row.id === undefined ? `row:${nameContent(contentOf(row, value))}` : `id:${row.id}`,
    title: row.title ?? null,
    body: row.content,
    topic:
      typeof row.notificationTypeId === 'number'
        ? `type ${row.notificationTypeId}`
        : row.notificationTypeId || null,
    priority: row.priority ?? 3,
    link: row.link ?? null,
    tags: row.tags ?? [],
    createdAt: row.createdAt ?? null,
    raw: raw.length <= RAW_CHARS ? raw : null,
  };
}

/** Identity without an id: time, type and content. The original's `>=` sends the same row twice. */
function contentOf(row: Row, raw: unknown): string {
  const { createdAt } = raw as { createdAt?: unknown };
  return `${toJson(createdAt ?? null)} ${JSON.stringify([row.notificationTypeId ?? null, row.content])}`;
}
