import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { openStream, rawServer } from '../raw-server.ts';
import { recorder } from '../recorder.ts';

/** What ntfy sends, https://docs.ntfy.sh/subscribe/api/#json-message-format */
export type NtfyMessage = {
  id: string;
  /** Unix seconds, as `expires`. */
  time: number;
  event: string;
  topic: string;
  expires?: number;
  sequence_id?: string;
  message?: string;
  title?: string;
  priority?: number;
  tags?: string[];
  click?: string;
  icon?: string;
  actions?: object[];
  attachment?: { name: string; url: string; type?: string; size?: number; expires?: number };
  content_type?: string;
  encoding?: string;
};

type Options = {
  /** Who may do what; without it everybody may do everything. `header`: the value of `Authorization`. */
  access?: { header: string; topics: string[] };
  /** How long messages can be asked for, seconds; the real server's default. */
  keptFor?: number;
};

type Hooks = {
  /** The server's clock, unix seconds. */
  now: () => number;
  /** Awaited after each message of a backfill or a poll. */
  backfilled: ((sent: number) => Promise<void>) | null;
};

const LARGEST_MESSAGE = 4096;

/** A server that speaks ntfy, the awkward parts included, for as long as the test runs. */
export async function fakeNtfy({ access, keptFor = 12 * 3600 }: Options = {}) {
  let cache: NtfyMessage[] = [];
  let refusal: number | null = null;
  const files = new Map<string, { type: string; bytes: Buffer }>();
  const streams = new Set<{ topics: string[]; send: (message: NtfyMessage) => void }>();
  const subscriptions = recorder<{ topics: string[]; query: URLSearchParams }>();
  const hooks: Hooks = { now: () => Math.floor(Date.now() / 1000), backfilled: null };

  const server = await rawServer((response, request) => {
    const url = new URL(request.url ?? '/', 'http://any');
    const parts = url.pathname.slice(1).split('/');
    const topics = (parts[0] ?? '').split(',');
    const denied = refusal ?? refuse(request, url, topics, access);
    if (denied !== null) return answer(response, denied, { http: denied, error: 'refused' });
    if (request.method === 'GET') return void get(response, url, topics, parts);
    put(request, parts).then(
      (message) => answer(response, 200, message),
      (error) => answer(response, 400, { http: 400, error: String(error) }),
    );
  });
  const base = `http://127.0.0.1:${server.port}`;

  const control = (event: string, topics: string[]): NtfyMessage => ({
    ...{ id: newId(), time: hooks.now(), event, topic: topics.join(',') },
  });

  function publish(topic: string, part: Partial<NtfyMessage> = {}): NtfyMessage {
    const time = part.time ?? hooks.now();
    const fixed = { id: newId(), time, expires: time + keptFor, event: 'message', topic };
    const message = { ...fixed, ...part };
    cache.push(message);
    for (const stream of streams) if (stream.topics.includes(topic)) stream.send(message);
    return message;
  }

  async function get(response: ServerResponse, url: URL, topics: string[], parts: string[]) {
    if (url.pathname === '/v1/health') return answer(response, 200, { healthy: true });
    const file = files.get(url.pathname);
    if (file) return response.writeHead(200, { 'Content-Type': file.type }).end(file.bytes);
    if (parts.length !== 2 || parts[1] !== 'sse')
      return response.writeHead(200).end('<html>the web app</html>');
    const poll = url.searchParams.get('poll') === '1';
    const since = url.searchParams.get('since') ?? (poll ? 'all' : 'none');
    if (!isSince(since)) return answer(response, 400, { http: 400, error: 'since parameter invalid' });
    subscriptions.push({ topics, query: url.searchParams });

    openStream(response);
    const send = (message: NtfyMessage) => void response.write(toEvent(message));
    // It subscribes before it sends what it has: live messages may come in the midst of that.
    if (!poll) {
      const stream = { topics, send };
      streams.add(stream);
      response.once('close', () => streams.delete(stream));
      send(control('open', topics));
    }
    const kept = cache.filter(({ topic }) => topics.includes(topic));
    for (const [index, message] of messagesSince(kept, since, hooks.now()).entries()) {
      send(message);
      if (hooks.backfilled) await hooks.backfilled(index + 1);
    }
    if (poll) response.end();
  }

  async function put(request: IncomingMessage, parts: string[]): Promise<NtfyMessage> {
    const body = await readAll(request);
    const [topic = '', sequence_id, last] = parts.map(decodeURIComponent);
    if (topic === '') {
      const { topic, ...message } = JSON.parse(body.toString()) as NtfyMessage;
      return publish(topic, message);
    }
    const sequence = sequence_id ? { sequence_id } : {};
    if (request.method === 'DELETE') return publish(topic, { event: 'message_delete', ...sequence });
    if (last === 'clear') return publish(topic, { event: 'message_clear', ...sequence });
    const content = body.length > LARGEST_MESSAGE ? keepFile(body) : { message: body.toString() };
    return publish(topic, { ...content, ...readHeaders(request), ...sequence });
  }

  function keepFile(bytes: Buffer): Partial<NtfyMessage> {
    const id = newId();
    const path = `/file/${id}.txt`;
    files.set(path, { type: 'text/plain', bytes });
    const expires = hooks.now() + 3 * 3600;
    const file = { name: 'attachment.txt', type: 'text/plain', size: bytes.length, expires };
    return { id, message: `You received a file: ${file.name}`, attachment: { ...file, url: base + path } };
  }

  return {
    url: base,
    /** Every stream and poll that was answered. */
    subscriptions,
    hooks,
    publish,
    /** As the server does every 45 s. */
    keepalive() {
      for (const { topics, send } of streams) send(control('keepalive', topics));
    },
    /** Forgets a message, as if it had expired: from now on its id is unknown. */
    forget(message: NtfyMessage) {
      cache = cache.filter((kept) => kept !== message);
    },
    /** Answers every request with this status (429: over the limits); null: as ever. */
    refuse(status: number | null) {
      refusal = status;
    },
    /** Every connection breaks. */
    cut() {
      streams.clear();
      server.cut();
    },
  };
}

const newId = () => randomBytes(6).toString('hex');

/** No `id:`, no `retry:`; messages have no event name. */
function toEvent(message: NtfyMessage): string {
  const { sequence_id, ...rest } = message;
  const data = JSON.stringify(sequence_id === message.id ? rest : message);
  return `${message.event === 'message' ? '' : `event: ${message.event}\n`}data: ${data}\n\n`;
}

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };
const ID = /^[A-Za-z0-9]{12}$/;

function isSince(since: string): boolean {
  return /^(all|latest|none|\d+|\d+[smhd])$/.test(since) || ID.test(since);
}

/** An id that it doesn't know, having forgotten it or never had it, brings everything. */
function messagesSince(kept: NtfyMessage[], since: string, now: number): NtfyMessage[] {
  if (since === 'none' || since === '1') return [];
  if (since === 'all') return kept;
  if (since === 'latest') return kept.slice(-1);
  if (ID.test(since)) return kept.slice(kept.findIndex(({ id }) => id === since) + 1);
  const [, count, unit] = /^(\d+)([smhd]?)$/.exec(since) ?? [];
  const from = unit ? now - Number(count) * (UNITS[unit] ?? 1) : Number(count);
  return kept.filter(({ time }) => time >= from);
}

/** 401: nobody it knows; 403: somebody (or nobody in particular) who may not. */
function refuse(request: IncomingMessage, url: URL, topics: string[], access: Options['access']) {
  if (!access || url.pathname.startsWith('/v1/')) return null;
  const auth = url.searchParams.get('auth');
  const given = request.headers.authorization ?? (auth && Buffer.from(auth, 'base64url').toString());
  if (!given) return 403;
  if (given !== access.header) return 401;
  const published = url.pathname === '/'; // as JSON: the topic is in the body
  return published || topics.every((topic) => access.topics.includes(topic)) ? null : 403;
}

/** https://docs.ntfy.sh/publish/#list-of-all-parameters; node reads header bytes as Latin-1. */
function readHeaders({ headers }: IncomingMessage): Partial<NtfyMessage> {
  const read = (name: string) => {
    const value = headers[name] ?? headers[`x-${name}`];
    return value === undefined ? undefined : Buffer.from(String(value), 'latin1').toString();
  };
  const part = {
    title: read('title'),
    priority: read('priority') && Number(read('priority')),
    tags: read('tags')
      ?.split(',')
      .map((tag) => tag.trim()),
    click: read('click'),
    icon: read('icon'),
    actions: read('actions') && JSON.parse(read('actions') ?? ''),
    content_type: read('markdown') && 'text/markdown',
    sequence_id: read('sequence-id'),
  };
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
