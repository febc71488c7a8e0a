import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A small site with a login form, and behind its session cookie the original endpoint: `/api/live` sends its headers with
 * the first row.
 */
export type LoginSite = {
  url: string;
  stream: string;
  /** The `Cookie` header of every request for the stream, in order. */
  cookies: (string | undefined)[];
  /** One row to whoever listens. */
  send: (content: string) => void;
  /** How many listen. */
  listeners: () => number;
  /** Ends all sessions, and the connections that were made with them. */
  expire: () => void;
  /** From now on each session gets a new name with its next stream, and the old one means nothing. */
  renew: () => void;
  close: () => Promise<void>;
};

export const PERSON = { user: 'anna', password: 'open sesame' };

type Options = {
  /** What the stream answers to strangers. */
  guard: '401' | 'redirect';
  /** Attributes of the session cookie. */
  attributes?: string;
};

const FORM = `<!doctype html><title>Your bank</title><h1>Log in</h1>
<form method="post" action="/login"><input name="user"><input name="password" type="password"><button>Log in</button></form>
<a href="/popup" target="_blank">Log in with another account</a>`;

export async function startLoginSite({ guard, attributes = 'SameSite=Lax' }: Options): Promise<LoginSite> {
  const sessions = new Set<string>();
  const streams = new Set<ServerResponse>();
  const cookies: (string | undefined)[] = [];
  let renews = false;

  const begin = (): string => {
    const id = randomUUID();
    sessions.add(id);
    return `sid=${id}; HttpOnly; Path=/; ${attributes}`;
  };
  const sessionOf = ({ headers }: IncomingMessage): string | null => {
    const id = /(?:^|; )sid=([^;]*)/.exec(headers.cookie ?? '')?.[1];
    return id !== undefined && sessions.has(id) ? id : null;
  };

  const live = (request: IncomingMessage, response: ServerResponse) => {
    cookies.push(request.headers.cookie);
    const session = sessionOf(request);
    if (session === null) {
      if (guard === '401') response.writeHead(401).end('Not logged in');
      else response.writeHead(302, { Location: '/login' }).end();
      return;
    }
    response.statusCode = 200;
    response.setHeader('Content-Type', 'text/event-stream');
    if (renews) {
      sessions.delete(session);
      response.setHeader('Set-Cookie', begin());
      response.flushHeaders();
    }
    streams.add(response);
    response.on('close', () => streams.delete(response));
  };
  const login = async (request: IncomingMessage, response: ServerResponse) => {
    const given = new URLSearchParams(await text(request));
    const known = given.get('user') === PERSON.user && given.get('password') === PERSON.password;
    if (!known) return void response.writeHead(403, HTML).end(FORM);
    response.writeHead(303, { Location: '/', 'Set-Cookie': begin() }).end();
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    if (pathname === '/api/live') live(request, response);
    else if (request.method === 'POST') void login(request, response);
    else response.writeHead(200, HTML).end(sessionOf(request) ? '<title>Home</title>Welcome' : FORM);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    stream: `${url}/api/live`,
    cookies,
    send(content) {
      const row = { content, notificationTypeId: 1, createdAt: new Date().toISOString() };
      for (const stream of streams) stream.write(`id: ${randomUUID()}\ndata: ${JSON.stringify([row])}\n\n`);
    },
    listeners: () => streams.size,
    expire() {
      sessions.clear();
      for (const stream of streams) stream.end();
    },
    renew() {
      renews = true;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
