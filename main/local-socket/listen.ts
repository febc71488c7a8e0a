import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { z } from 'zod';
import type { RequestName } from '../../preload/contract.ts';
import { answer } from '../inbox/answer.ts';
import type { Handlers } from '../inbox/handlers.ts';
import type { SocketPlace } from '../owner.ts';
import { parseJson } from '../parse-json.ts';
import { en } from '../words/en.ts';
import { socketAddress } from './address.ts';
import { readLines, toLine } from './lines.ts';

/** What the command line asks for, and nothing more: the others are the window's own. */
export const LOCAL_REQUESTS = [
  'readState',
  'testSource',
  'getPresets',
  'addSource',
  'removeSource',
  'setSourceEnabled',
  'diagnose',
  'sendTest',
  'exportSettingsTo',
  'previewImportOf',
  'importSettings',
] as const satisfies RequestName[];
export type LocalRequest = (typeof LOCAL_REQUESTS)[number];

const MAX_CONNECTIONS = 8;
/** A client sends its secret at once; who has none must not hold a place. */
const SECRET_MS = 5_000;

const helloSchema = z.object({ secret: z.string() });
const requestSchema = z.object(
  {
    id: z.number('A request needs an id.'),
    request: z.enum(LOCAL_REQUESTS, 'This request is not for the command line.'),
    args: z.unknown(),
  },
  'A request is one JSON object in one line.',
);

export type LocalSocket = { close: () => Promise<void> };

/**
 * Answers other processes of this account in the contract's own requests. One JSON object a line: first
 * `{secret}` (a pipe on Windows has no file mode), then `{id, request, args}`, each answered by
 * `{id, ok, value | error}` in turn.
 * @param announce tells others where to connect and with which secret, once it listens
 * @param onError it can't listen: Bellhop works, but the command line won't reach it
 */
export function listenLocally(
  folder: string,
  handlers: Handlers,
  announce: (place: SocketPlace) => void,
  onError: (error: unknown) => void,
): LocalSocket {
  const secret = randomBytes(32).toString('base64url');
  const connections = new Set<Socket>();
  const server = createServer((socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
    socket.on('error', () => {}); // the reading in `serve` ends with it; without a listener Bellhop would
    serve(socket, secret, handlers).catch((error: unknown) => refuse(socket, error));
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.on('error', onError);
  const listen = () => {
    const address = socketAddress(folder);
    const isFile = process.platform !== 'win32';
    if (isFile) rmSync(address, { force: true }); // a kill left it: only the owner of the folder comes here
    server.listen(address, () =>
      attempt(() => {
        if (isFile) chmodSync(address, 0o600);
        announce({ address, secret });
      }, onError),
    );
  };
  attempt(listen, onError);

  return {
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of connections) socket.destroy();
      await closed;
    },
  };
}

function attempt(action: () => void, onError: (error: unknown) => void): void {
  try {
    action();
  } catch (error) {
    onError(error);
  }
}

async function serve(socket: Socket, secret: string, handlers: Handlers): Promise<void> {
  const impatience = setTimeout(() => socket.destroy(), SECRET_MS);
  socket.once('close', () => clearTimeout(impatience));
  let known = false;
  for await (const line of readLines(socket)) {
    if (known) {
      socket.write(toLine(await answerLine(line, handlers)));
    } else {
      if (!isSecret(line, secret)) throw new Error('This is not the secret of the running Bellhop.');
      known = true;
      clearTimeout(impatience);
    }
  }
}

async function answerLine(line: string, handlers: Handlers) {
  const parsed = requestSchema.safeParse(parseJson(line));
  if (!parsed.success) return { id: null, ok: false, error: parsed.error.issues[0]?.message };
  const { id, request, args } = parsed.data;
  return { id, ...(await answer(handlers, request, args, en)) };
}

function isSecret(line: string, secret: string): boolean {
  const given = helloSchema.safeParse(parseJson(line));
  const [a, b] = [Buffer.from(given.data?.secret ?? ''), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Says why and hangs up. */
function refuse(socket: Socket, error: unknown): void {
  const words = error instanceof Error ? error.message : String(error);
  socket.end(toLine({ id: null, ok: false, error: words }), () => socket.destroy());
}
