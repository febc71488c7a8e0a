import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostileServer {
  url: string;
  /** Sends one row of notifications to whoever listens. */
  send(row: Record<string, unknown>): void;
  /** The paths that were asked for other than the stream. */
  asked: string[];
  close(): Promise<void>;
}

/** A notification server that checks nothing: it sends whatever a test wants, and notes who else comes. */
export async function startHostile(): Promise<HostileServer> {
  const asked: string[] = [];
  const streams = new Set<import('node:http').ServerResponse>();
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/api/live')) {
      asked.push(request.url ?? '');
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
    streams.add(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    send(row) {
      const data = JSON.stringify([{ createdAt: new Date().toISOString(), notificationTypeId: 1, ...row }]);
      for (const stream of streams) stream.write(`data: ${data}\n\n`);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
