import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A process of its own with any number of missed notices, so that making them isn't measured: `/rows/50000` in the way of
 * the companion server, 100 to an event, and `/50000/sse` in the way of ntfy, each in its own.
 */
const PAGE = 100;

const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://any');
  const count = Number(/\d+/.exec(pathname)?.[0]);
  const isRows = pathname.startsWith('/rows/');
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    ...(isRows && { 'Bellhop-Heartbeat': '15' }),
  });
  response.flushHeaders();
  if (!isRows && !searchParams.has('poll')) return; // live, with nothing new
  await send(response, count, isRows ? rowsPage : messages);
  if (isRows) response.write(`event: caught-up\nid: ${count + 1}\ndata: {}\n\n`);
  else response.end();
}

async function send(response: ServerResponse, count: number, page: (from: number, end: number) => string) {
  for (let from = 0; from < count; from += PAGE) {
    if (response.write(page(from, Math.min(count, from + PAGE)))) continue;
    await new Promise((resolve) => response.once('drain', resolve));
  }
}

const START = Date.now();
const TEXT =
  'The nightly backup of the file server has finished: 1,204 files, 8.1 GB, no errors, 43 minutes.';

function rowsPage(from: number, end: number): string {
  const rows = range(from, end).map((id) => ({
    ...{ id: id + 2, content: `${TEXT} (${id})`, notificationTypeId: 7, title: 'Backup' },
    ...{ createdAt: new Date(START + id).toISOString(), priority: 3, tags: ['backup', 'server'] },
  }));
  return `id: ${end + 1}\ndata: ${JSON.stringify(rows)}\n\n`;
}

function messages(from: number, end: number): string {
  const all = range(from, end).map((id) => ({
    ...{ id: `${id + 2}`, time: Math.floor((START + id) / 1000), event: 'message', topic: 'backups' },
    ...{ title: 'Backup', message: `${TEXT} (${id})`, priority: 3, tags: ['floppy_disk', 'server'] },
  }));
  return all.map((message) => `data: ${JSON.stringify(message)}\n\n`).join('');
}

function range(from: number, end: number): number[] {
  return Array.from({ length: end - from }, (_, index) => from + index);
}
