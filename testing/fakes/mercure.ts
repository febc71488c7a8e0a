import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { openStream, rawServer } from '../raw-server.ts';
import { recorder } from '../recorder.ts';

type Update = { id: string; topic: string; data: string; type: string | null };

type Options = {
  /** What `Authorization` must bear, to listen as to publish; null: nothing. */
  token?: string | null;
  /** How the hub names the id it goes on from; drafts of 1.0 renamed it. */
  header?: 'Last-Event-ID' | 'Mercure-Last-Event-ID';
  /** What it does for an id it doesn't know: everything it has, or nothing at all. Hubs of either kind are in use. */
  unknownId?: 'replays all' | 'replays nothing';
};

/** The reference hub's `write_timeout` and the like never come by themselves here: a test says when. */
export async function fakeMercure({
  token = null,
  header = 'Last-Event-ID',
  unknownId = 'replays all',
}: Options = {}) {
  let history: Update[] = [];
  const streams = new Set<{ topics: string[]; response: ServerResponse }>();
  const subscriptions = recorder<{ topics: string[]; lastEventId: string | null }>();

  const server = await rawServer((response, request) => {
    const url = new URL(request.url ?? '/', 'http://any');
    if (url.pathname !== PATH) return page(response);
    if (token !== null && request.headers.authorization !== `Bearer ${token}`)
      return response.writeHead(401, { 'WWW-Authenticate': 'Bearer' }).end();
    if (request.method === 'POST') return void post(request, response);
    subscribe(url, request, response);
  });
  const base = `http://127.0.0.1:${server.port}`;

  /** https://mercure.rocks/spec#discovery */
  const page = (response: ServerResponse) =>
    response
      .writeHead(200, { 'Content-Type': 'text/html', Link: `<${base}${PATH}>; rel="mercure"` })
      .end('<html>a book</html>');

  function subscribe(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const topics = url.searchParams.getAll('topic');
    if (topics.length === 0) return void response.writeHead(400).end('Missing "topic" parameter.');
    const asked = request.headers['last-event-id'] ?? url.searchParams.get('lastEventID');
    const lastEventId = asked === null || asked === undefined ? null : String(asked);
    subscriptions.push({ topics, lastEventId });
    const { from, missed } = since(lastEventId);
    openStream(response, lastEventId === null ? {} : { [header]: from });
    response.write(':\n');
    for (const update of missed) if (wants(topics, update)) response.write(toEvent(update));
    const stream = { topics, response };
    streams.add(stream);
    response.once('close', () => streams.delete(stream));
  }

  function since(id: string | null): { from: string; missed: Update[] } {
    if (id === null) return { from: '', missed: [] };
    const index = history.findIndex((update) => update.id === id);
    if (index >= 0) return { from: id, missed: history.slice(index + 1) };
    if (id === 'earliest' || unknownId === 'replays all') return { from: 'earliest', missed: history };
    return { from: history.at(-1)?.id ?? 'earliest', missed: [] };
  }

  async function post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    const topic = form.get('topic');
    const isForm = request.headers['content-type'] === 'application/x-www-form-urlencoded';
    if (!isForm || topic === null) return void response.writeHead(400).end('Missing "topic" parameter');
    response.end(publish(topic, form.get('data') ?? '', form.get('type')));
  }

  /** @returns the update's id */
  function publish(topic: string, data: string | object, type: string | null = null): string {
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    const update = { id: `urn:uuid:${randomUUID()}`, topic, data: text, type };
    history.push(update);
    for (const stream of streams) if (wants(stream.topics, update)) stream.response.write(toEvent(update));
    return update.id;
  }

  return {
    base,
    /** The hub's address for these topics. */
    url: (...topics: string[]) =>
      `${base}${PATH}?${topics.map((topic) => `topic=${encodeURIComponent(topic)}`).join('&')}`,
    /** A page whose `Link` header names the hub. */
    page: `${base}/books/1`,
    subscriptions,
    publish,
    /** Forgets all but the last few updates. */
    keep(count: number) {
      history = count === 0 ? [] : history.slice(-count);
    },
    /** As the hub does every 40 s. */
    heartbeat() {
      for (const { response } of streams) response.write(':\n');
    },
    /** Ends every connection, as the hub's write timeout does after 600 s. */
    end() {
      for (const { response } of streams) response.end();
      streams.clear();
    },
    /** Every connection breaks. */
    cut() {
      streams.clear();
      server.cut();
    },
  };
}

const PATH = '/.well-known/mercure';

/** A topic is listened to by its name, by a URI template that it fits, or by `*`. */
const wants = (topics: string[], { topic }: Update) =>
  topics.some((wanted) => wanted === '*' || toPattern(wanted).test(topic));

function toPattern(template: string): RegExp {
  const parts = template.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}

/** In the reference hub's order of fields. */
function toEvent({ id, data, type }: Update): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `${type === null ? '' : `event: ${type}\n`}retry: 100\nid: ${id}\n${lines.join('')}\n`;
}
