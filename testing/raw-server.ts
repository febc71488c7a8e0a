import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { recorder } from './recorder.ts';

/** Answers the n-th request (from 0). */
export type Answer = (response: ServerResponse, request: IncomingMessage, n: number) => void;

/** An http server that does exactly what a test says: for what real servers do only on their bad days. */
export async function rawServer(answer: Answer) {
  const requests = recorder<IncomingMessage>();
  const server = createServer((request, response) => {
    requests.push(request);
    answer(response, request, requests.items.length - 1);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/live`,
    port,
    requests,
    /** Cuts every connection, as a crash would. */
    cut: () => server.closeAllConnections(),
  };
}

/** The head of an event stream, sent at once. */
export function openStream(response: ServerResponse, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', ...headers });
  response.flushHeaders();
}

/** One event with a JSON array of rows. */
export function rowsEvent(rows: unknown[], id?: string | number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(rows)}\n\n`;
}
