import type { Server } from 'node:http';
import { serve } from 'h3';
import { createToken } from './auth.ts';
import type { Compat } from './compat.ts';
import { createHandler } from './handler.ts';
import { createHub } from './hub.ts';
import { publish } from './publish.ts';
import { openSqliteStore } from './store/sqlite.ts';
import type { NewRow, Row } from './store/store.ts';

export interface ServerOptions {
  /** The SQLite file; it and its folder are created when missing. */
  dbFile: string;
  /** Default 0: any free port. */
  port?: number;
  /** Default 127.0.0.1. The server speaks plain HTTP: beyond loopback it belongs behind a proxy with TLS. */
  host?: string;
  /** Default 15 s. */
  heartbeatMs?: number;
  compat?: Compat;
}

export interface RunningServer {
  /** Without a slash at the end. */
  url: string;
  port: number;
  /** Publishes past HTTP: commits, then tells the open streams. */
  publish(toUserId: string, row: NewRow): Row;
  /** Returns the token; only its hash is kept. */
  createToken(userId: string, options?: { label?: string; publishAny?: boolean }): string;
  /** Ends the open streams, answers what is being answered, closes the database. */
  close(): Promise<void>;
}

/** How long `close` waits for answers under way before it cuts their connections. */
const CLOSE_GRACE_MS = 1000;
/** Node closes the idle connections once, when closing starts; those whose stream ends after that have to be found. */
const CLOSE_SWEEP_MS = 20;

/**
 * Opens the database and listens.
 * @throws Error in words when the port is taken (with `code` EADDRINUSE) or the database can't be opened.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dbFile, port = 0, host = '127.0.0.1', heartbeatMs = 15_000, compat } = options;
  const store = openSqliteStore(dbFile);
  const hub = createHub();
  const closing = new AbortController();
  const app = createHandler({ store, hub, heartbeatMs, closing: closing.signal, ...(compat && { compat }) });
  const server = serve(app, { port, hostname: host, silent: true, gracefulShutdown: false });
  try {
    await server.ready();
  } catch (error) {
    store.close();
    throw inWords(error as NodeJS.ErrnoException, host, port);
  }
  const http = server.node?.server as Server;
  http.setTimeout(stallMs(heartbeatMs, compat));

  return {
    url: (server.url as string).replace(/\/$/, ''),
    port: Number(new URL(server.url as string).port),
    publish: (toUserId, row) => publish(store, hub, toUserId, row),
    createToken: (userId, tokenOptions) => createToken(store, userId, tokenOptions),
    async close() {
      closing.abort();
      const sweep = setInterval(() => http.closeIdleConnections(), CLOSE_SWEEP_MS);
      const cut = setTimeout(() => http.closeAllConnections(), CLOSE_GRACE_MS);
      await server.close();
      clearInterval(sweep);
      clearTimeout(cut);
      store.close();
    },
  };
}

/**
 * A socket on which no byte has moved for this long is cut. A reader that has stopped reading takes no heartbeats
 * either; it is dropped rather than waited for, and resumes by id. The original endpoint may be silent for all its cycles.
 */
function stallMs(heartbeatMs: number, compat: Compat | undefined): number {
  return compat ? compat.cycles * compat.cycleMs + 60_000 : 2.5 * heartbeatMs;
}

function inWords(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program.`,
    EACCES: `Port ${port} on ${host} is not allowed for this user.`,
    EADDRNOTAVAIL: `This machine has no address ${host}.`,
  };
  const message = reasons[error.code ?? ''] ?? `Can't listen on ${host}, port ${port}: ${error.message}`;
  return Object.assign(new Error(message, { cause: error }), { code: error.code });
}
