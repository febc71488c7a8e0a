import { createServer, type Socket } from 'node:net';
import { type Recorder, recorder } from '../../testing/recorder.ts';

/** Answers the beginning of something, if that, and then says nothing more. */
export interface SilentServer {
  url: string;
  /** The paths of the requests. */
  asked: Recorder<string>;
  /** How many are open. */
  connections: () => number;
  close: () => Promise<void>;
}

const begin = (...head: string[]) => `${['HTTP/1.1 200 OK', ...head].join('\r\n')}\r\n\r\n`;
const ANSWERS: Record<string, string> = {
  '/film.mp4': `${begin('Content-Type: video/mp4', 'Content-Length: 9000000')}${'film'.repeat(1_000)}`,
  '/huge.mp4': begin('Content-Type: video/mp4', 'Content-Length: 2000000000'),
  '/stream': `${begin('Content-Type: text/event-stream')}: hello\n\n`,
};

export async function startSilentServer(): Promise<SilentServer> {
  const asked = recorder<string>();
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {}); // “close” follows
    socket.once('data', (request) => {
      const path = String(request).split(/[ ?]/)[1] ?? '';
      socket.write(ANSWERS[path] ?? '');
      asked.push(path);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    connections: () => open.size,
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
