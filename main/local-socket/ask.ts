import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import type { RequestArgs, RequestResults } from '../../preload/contract.ts';
import { readHolder, type SocketPlace } from '../owner.ts';
import { readLines, toLine } from './lines.ts';
import type { LocalRequest } from './listen.ts';

/** Asks the owner of a data folder. */
export type Ask = <N extends LocalRequest>(name: N, args: RequestArgs<N>) => Promise<RequestResults[N]>;

export type OwnerLine = { ask: Ask; close: () => void };

/** The slowest answer is a diagnosis of many sources that don't answer. */
const ANSWER_MS = 5 * 60_000;

const replySchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

/**
 * Connects to the Bellhop that owns the folder.
 * @returns null where none runs. What `ask` rejects with is in words: the owner's refusal, or that it went away.
 */
export async function reachOwner(folder: string): Promise<OwnerLine | null> {
  const place = readHolder(folder)?.socket;
  const socket = place && (await tryConnect(place));
  if (!socket) return null;
  socket.on('error', () => {}); // the reading below ends with it
  socket.write(toLine({ secret: place.secret }));
  const replies = readLines(socket);
  let id = 0;
  return {
    async ask(request, args) {
      socket.write(toLine({ id: ++id, request, args }));
      // One at a time, in turn: the next line is the answer.
      const reply = replySchema.parse(JSON.parse(await nextLine(socket, replies)));
      if (!reply.ok) throw new Error(reply.error);
      // The owner is this account's own Bellhop; answers are not parsed, as in the window.
      return reply.value as never;
    },
    close: () => socket.destroy(),
  };
}

/** Null when nobody listens there any more: a kill leaves the address behind. */
async function tryConnect({ address }: SocketPlace): Promise<Socket | null> {
  const socket = connect(address);
  try {
    await once(socket, 'connect');
    return socket;
  } catch (error) {
    socket.destroy();
    if (['ENOENT', 'ECONNREFUSED'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

async function nextLine(socket: Socket, replies: AsyncGenerator<string>): Promise<string> {
  const timer = setTimeout(() => socket.destroy(), ANSWER_MS);
  try {
    const line = await replies.next();
    if (!line.done) return line.value;
  } catch (error) {
    throw new Error('The running Bellhop went away before it answered.', { cause: error });
  } finally {
    clearTimeout(timer);
  }
  throw new Error('The running Bellhop ended, or is too busy to answer.');
}
