import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { databaseFile } from './demo.ts';
import { type RunningServer, type ServerOptions, startServer } from './serve.ts';
import type { Row } from './store/store.ts';

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bellhop-server-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A server on a free port and its database file, with a token for the user "alice"; all of it goes with the test. */
export async function temporaryServer(options: Partial<ServerOptions> = {}) {
  const dbFile = options.dbFile ?? databaseFile(temporaryFolder());
  const server = await startServer({ ...options, dbFile });
  let closed = false;
  const close = async () => {
    if (!closed) await server.close();
    closed = true;
  };
  onTestFinished(close);
  return { ...server, close, dbFile, token: server.createToken('alice') };
}

/** Publishes n rows to alice, "1" to "n". */
export function publishRows(server: RunningServer, n: number, padding = ''): Row[] {
  return Array.from({ length: n }, (_, i) =>
    server.publish('alice', { content: `${i + 1}${padding}`, notificationTypeId: 1 }),
  );
}

/** One block of an event stream by its field names; a comment's name is empty. */
export type Block = Record<string, string>;

export async function openStream(url: string, token: string, headers: Record<string, string> = {}) {
  const aborter = new AbortController();
  onTestFinished(() => aborter.abort());
  const init = { headers: { authorization: `Bearer ${token}`, ...headers }, signal: aborter.signal };
  return { ...readStream(await fetch(url, init)), abort: () => aborter.abort() };
}

export type OpenStream = Awaited<ReturnType<typeof openStream>>;

export function readStream(response: Response) {
  const blocks = readBlocks(response);
  return {
    response,
    /** The next block; undefined at the stream's end. */
    next: async (): Promise<Block | undefined> => (await blocks.next()).value ?? undefined,
    /** Reads up to and including the block that satisfies `isLast`. */
    async until(isLast: (block: Block) => boolean): Promise<Block[]> {
      const read: Block[] = [];
      for (let step = await blocks.next(); !step.done; step = await blocks.next()) {
        read.push(step.value);
        if (isLast(step.value)) return read;
      }
      throw new Error(`The stream ended after ${JSON.stringify(read).slice(0, 500)}`);
    },
  };
}

async function* readBlocks(response: Response): AsyncGenerator<Block> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    const parts = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) yield parseBlock(part);
  }
}

export function parseBlock(text: string): Block {
  const fields = text.split('\n').map((line) => /^([^:]*):? ?(.*)$/s.exec(line)?.slice(1) ?? []);
  return Object.fromEntries(fields);
}

export const isCaughtUp = ({ event }: Block): boolean => event === 'caught-up';

/** The rows in the unnamed events among these. */
export function rowsOf(blocks: Block[]): Row[] {
  return blocks
    .filter(({ event, data }) => data && !event)
    .flatMap(({ data }) => JSON.parse(data as string) as Row[]);
}

/** A request by hand, for what fetch hides: when which bytes arrive. */
export function rawGet(port: number, path: string, token: string) {
  const socket = connect(port, '127.0.0.1');
  const lines = [`GET ${path} HTTP/1.1`, 'Host: test', `Authorization: Bearer ${token}`];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Resolves when the server has begun to answer a request for this path: for streams whose headers are late. */
export async function requestArrived(path: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (message: unknown) => {
      if ((message as { request: IncomingMessage }).request.url !== path) return;
      unsubscribe('http.server.request.start', look);
      resolve();
    };
    subscribe('http.server.request.start', look);
  });
  await setImmediate(); // until the handler has run
}
