import type { Socket } from 'node:net';

/** Far more than any request or answer needs. In characters. */
const MAX_LINE = 1024 * 1024;

/**
 * The lines of a socket, as they come; what follows the last line end is dropped. The socket stays open.
 * @throws when a line is too long, and the socket's own errors
 */
export async function* readLines(socket: Socket): AsyncGenerator<string> {
  socket.setEncoding('utf8');
  let rest = '';
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if ([rest, ...lines].some(({ length }) => length > MAX_LINE)) {
      throw new Error(`A line may have ${MAX_LINE} characters at most.`);
    }
    yield* lines;
  }
}

export const toLine = (value: unknown): string => `${JSON.stringify(value)}\n`;
