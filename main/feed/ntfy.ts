import { isUtf8 } from 'node:buffer';
import { nameToEmoji } from 'gemoji';
import { z } from 'zod';
import { type Action, type Draft, RAW_CHARS, type Retraction } from '../notice.ts';
import { parseJson } from '../parse-json.ts';
import { type Dialect, EMPTY, FIRST_IMPORT_MS, type Position, type Reading, unreadable } from './dialect.ts';
import type { Server } from './dialects.ts';

/**
 * The ntfy dialect, https://docs.ntfy.sh/subscribe/api/. A source's address ends in its topics:
 * `https://ntfy.example/alerts,backups`. A live stream that is asked for what was missed sends live messages in the
 * midst of it, so the two are asked for apart: the stream for nothing old, and beside it a poll, which ends.
 */
export const ntfy = ({ url }: Server): Dialect => ({
  countedFor: new URL('.', topicsAddress(url)).href, // the server: times are the same for all its topics
  eventNames: ['open', 'message_delete', 'message_clear'],
  stream: () => subscribe(url, { since: 'none' }),
  hello: () => ({ resumable: true, heartbeatMs: KEEPALIVE_MS, live: 'at-once', loss: null }),
  read: ({ data }, now) => readEvent(data, now),
  catchUp: {
    request: (position, now) => subscribe(url, { poll: '1', since: `${resumeFrom(position, now)}` }),
  },
  publish: ({ title, body }) => publish(url, title, body),
});

/** The server's `keepalive-interval`, as it comes. */
const KEEPALIVE_MS = 45_000;

/**
 * How far before the cursor to ask, seconds; identity absorbs what comes again. A message with a file has the time at
 * which its upload began, but arrives when that is through.
 */
const MARGIN = 600;

function subscribe(url: string, query: { since: string; poll?: '1' }) {
  const stream = topicsAddress(url);
  stream.pathname += '/sse';
  for (const [name, value] of Object.entries(query)) stream.searchParams.set(name, value);
  return { url: stream.href, headers: {} };
}

/** Its own query stays: it may hold filters, such as `?priority=high`. */
function topicsAddress(url: string): URL {
  const address = new URL(url);
  address.pathname = address.pathname.replace(/\/+$/, '');
  return address;
}

/**
 * Unix seconds. By time and not by the last message's id: once the server has forgotten that one, it sends everything
 * it has.
 */
function resumeFrom({ cursor, greetedAt }: Position, now: number): number {
  if (cursor !== null) return Math.max(0, Number(cursor) - MARGIN);
  if (greetedAt !== null) return Math.floor(greetedAt / 1000) - MARGIN;
  return Math.floor((now - FIRST_IMPORT_MS) / 1000);
}

/** As JSON, to the server's root: a header could not hold every title. https://docs.ntfy.sh/publish/#publish-as-json */
function publish(url: string, title: string, message: string) {
  const address = topicsAddress(url);
  const topics = address.pathname.split('/').at(-1) ?? '';
  const root = new URL('.', address);
  const auth = address.searchParams.get('auth');
  if (auth !== null) root.searchParams.set('auth', auth);
  return {
    url: root.href,
    method: 'POST' as const,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ topic: topics.split(',')[0], title, message }),
  };
}

const MAX_TITLE = 1_000;
const MAX_TAGS = 32;
/** https://docs.ntfy.sh/publish/#action-buttons */
const MAX_ACTIONS = 3;

/** What is absent or odd becomes null rather than refused: a notice with an odd link is still a notice. */
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().catch(null);
const cut = (max: number) => z.string().transform((text) => text.slice(0, max).trim() || null);
const name = z.string().min(1).max(200);
const web = z.url({ protocol: /^https?$/ }).max(4096);
/** Unix seconds, up to the last moment that a Date can hold. */
const seconds = z.number().int().min(0).max(8_640_000_000_000);

const attachmentSchema = z.object({
  name: orNull(cut(255)),
  url: web,
  type: orNull(name),
  size: orNull(z.number().int().min(0)),
  expires: orNull(seconds),
});

/** https://docs.ntfy.sh/subscribe/api/#json-message-format */
const messageSchema = z.object({
  id: name,
  sequence_id: orNull(name),
  event: z.string(),
  topic: orNull(name),
  time: orNull(seconds),
  expires: orNull(seconds),
  title: orNull(cut(MAX_TITLE)),
  message: z.string().default(''),
  content_type: orNull(z.string()),
  encoding: orNull(z.string()),
  priority: orNull(z.number()),
  tags: z.array(z.string()).catch([]),
  click: orNull(web),
  icon: orNull(web),
  attachment: orNull(attachmentSchema),
  actions: z.array(z.unknown()).catch([]),
});
type Message = z.infer<typeof messageSchema>;

function readEvent(data: string, now: number): Reading {
  const parsed = messageSchema.safeParse(parseJson(data));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return unreadable(['badPart', issue?.path.join('.') || ['theEvent'], issue?.message ?? ''], data);
  }
  const message = parsed.data;
  const reading = { ...EMPTY, cursor: cursorAfter(message, now) };
  switch (message.event) {
    case 'message':
      return { ...reading, drafts: [toDraft(message, data)], keptForMs: keptFor(message) };
    case 'message_delete':
      return { ...reading, retractions: [toRetraction(message, 'delete')] };
    case 'message_clear':
      return { ...reading, retractions: [toRetraction(message, 'clear')] };
    case 'open':
      return reading;
    default:
      return EMPTY; // keepalive, poll_request, and what later versions may add
  }
}

/** Unix seconds, by the server's clock but never ahead of ours: one that has gone wild must not make us skip any. */
function cursorAfter({ time }: Message, now: number): string | null {
  return time === null ? null : `${Math.min(time, Math.floor(now / 1000))}`;
}

function keptFor({ time, expires }: Message): number | null {
  return time !== null && expires !== null && expires > time ? (expires - time) * 1000 : null;
}

function toRetraction(message: Message, kind: Retraction['kind']): Retraction {
  return { key: `id:${message.id}`, kind, sequence: sequenceOf(message), at: toMs(message.time) };
}

function toDraft(message: Message, data: string): Draft {
  return {
    key: `id:${message.id}`,
    title: message.title,
    body: readBody(message),
    markdown: /^text\/markdown\b/i.test(message.content_type ?? ''),
    topic: message.topic,
    priority: Math.min(5, Math.max(1, Math.round(message.priority || 3))),
    link: message.click,
    icon: message.icon,
    tags: message.tags.slice(0, MAX_TAGS).map(toEmoji),
    attachments: message.attachment ? [toAttachment(message.attachment)] : [],
    actions: message.actions.slice(0, MAX_ACTIONS).flatMap(toAction),
    sequence: sequenceOf(message),
    createdAt: toMs(message.time),
    raw: data.length <= RAW_CHARS ? data : null,
  };
}

/**
 * A message that names no sequence may be the first of one: later versions then name its id. Two topics may use the
 * same name. https://docs.ntfy.sh/publish/#updating-deleting-notifications
 */
function sequenceOf({ topic, sequence_id, id }: Message): string {
  return `${topic ?? ''}/${sequence_id ?? id}`;
}

function toMs(time: number | null): number | null {
  return time === null ? null : time * 1000;
}

function readBody({ message, encoding, attachment }: Message): string {
  if (encoding !== 'base64') return message || attachment?.name || '';
  const bytes = Buffer.from(message, 'base64');
  return isUtf8(bytes) ? bytes.toString() : `Binary data, ${bytes.length} bytes`;
}

/** https://docs.ntfy.sh/emojis/ are GitHub's names; any other tag is a word. */
function toEmoji(tag: string): string {
  return Object.hasOwn(nameToEmoji, tag) ? (nameToEmoji[tag] as string) : tag.slice(0, 100);
}

function toAttachment({ name, url, type, size, expires }: z.infer<typeof attachmentSchema>) {
  return { name: name ?? 'attachment', url, type, bytes: size, expiresAt: toMs(expires) };
}

const button = { label: z.string().trim().min(1).max(100), clear: z.boolean().catch(false) };
const actionSchema = z.discriminatedUnion('action', [
  z.object({ ...button, action: z.literal('view'), url: web }),
  z.object({ ...button, action: z.literal('copy'), value: z.string() }),
  z.object({
    ...button,
    action: z.literal('http'),
    url: web,
    method: z
      .string()
      .regex(/^[a-z]+$/i)
      .max(20)
      .default('POST'),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.string().nullable().default(null),
  }),
]);

/** One that is not understood in full is not offered. `broadcast` is Android's own. */
function toAction(value: unknown): Action[] {
  const { data } = actionSchema.safeParse(value);
  if (!data) return [];
  const { label, clear } = data;
  switch (data.action) {
    case 'view':
      return [{ kind: 'view', label, clear, url: data.url }];
    case 'copy':
      return [{ kind: 'copy', label, clear, text: data.value }];
    case 'http': {
      const { url, headers, body } = data;
      return [{ kind: 'http', label, clear, url, method: data.method.toUpperCase(), headers, body }];
    }
  }
}
