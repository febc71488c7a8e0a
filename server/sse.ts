import { ReadableStream as NodeReadableStream } from 'node:stream/web';

/**
 * A Server-Sent Events response whose body is pulled from `events`: the generator runs on only when the socket has taken
 * what it gave before. So a slow reader costs no memory; it makes the generator wait.
 * Format: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export function eventStream(events: AsyncIterable<Uint8Array>, headers: Record<string, string>): Response {
  // TypeScript's DOM library doesn't know ReadableStream.from yet; every current runtime has it.
  const body = NodeReadableStream.from(events) as unknown as ReadableStream<Uint8Array>;
  return new Response(body, { headers: { 'content-type': 'text/event-stream', ...headers } });
}

const encoder = new TextEncoder();

/** One event; `data` must be a single line (JSON is). */
export function encodeEvent(fields: { event?: string; id: string | number; data: string }): Uint8Array {
  const name = fields.event ? `event: ${fields.event}\n` : '';
  return encoder.encode(`${name}id: ${fields.id}\ndata: ${fields.data}\n\n`);
}

export const encodeRetry = (ms: number): Uint8Array => encoder.encode(`retry: ${ms}\n\n`);

/** A comment: bytes that no listener sees. */
export const HEARTBEAT: Uint8Array = encoder.encode(':\n\n');
