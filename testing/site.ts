import type { IncomingMessage, ServerResponse } from 'node:http';
import { openStream, rawServer } from './raw-server.ts';
import { recorder } from './recorder.ts';

type Page = (response: ServerResponse, request: IncomingMessage) => void;

/** A server with a page at each path and 404 elsewhere, which remembers what it was asked and which connections closed. */
export async function site(pages: Record<string, Page>) {
  const closed = recorder<string>();
  const server = await rawServer((response, request) => {
    const path = request.url?.split('?')[0] as string;
    request.socket.once('close', () => closed.push(path));
    const answer = pages[path] ?? html('nothing here', {}, 404);
    answer(response, request);
  });
  return { origin: new URL(server.url).origin, requests: server.requests, closed };
}

export const html =
  (body: string, headers: Record<string, string> = {}, status = 200): Page =>
  (response) =>
    response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end(body);

export const json =
  (status: number, body: object): Page =>
  (response) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

/** A stream that begins like this, and stays open. */
export const streamOf =
  (text: string): Page =>
  (response) => {
    openStream(response);
    response.write(text);
  };

export const event = (data: unknown, name?: string): string =>
  `${name ? `event: ${name}\n` : ''}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
