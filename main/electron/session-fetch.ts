import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { type IncomingMessage, net, type Session } from 'electron';
import type { Fetch, FetchInit, FetchResponse } from '../host.ts';

/**
 * Fetches in a session, so that aborting the signal, and cancelling the body, end the request and give its connection back.
 * `Session.fetch` does neither for sure: it forgets the signal when the garbage collector has run, where Node is older than
 * 18.16 (https://github.com/nodejs/undici/issues/1926), and goes on receiving a body that was cancelled.
 * @throws (rejects) what Chromium says (`net::ERR_…`), the signal's reason, TypeError for headers that can't be
 */
export const fetchIn =
  (session: Session): Fetch =>
  (url, init) =>
    new Promise((resolve, reject) => {
      const { signal, redirect, credentials, cache } = init;
      signal.throwIfAborted();
      const asked = checked(url, init);
      const request = net.request({
        ...{ session, url: asked.url, method: asked.method, redirect, credentials },
        ...(cache ? { cache } : {}),
      });
      for (const [name, value] of asked.headers) request.setHeader(name, value);
      const stop = () => {
        reject(signal.reason);
        request.abort();
      };
      const over = () => {
        signal.removeEventListener('abort', stop);
        request.abort();
      };
      signal.addEventListener('abort', stop);
      request.on('response', (message) => {
        const body = message as IncomingMessage & Readable; // which it is, says the documentation
        body.once('close', over);
        resolve(read(body));
      });
      request.on('error', (error) => {
        signal.removeEventListener('abort', stop);
        reject(error);
      });
      request.end(init.body);
    });

/** The request as `fetch` would make it: normalised, its headers checked, and with the usual type of a text. */
function checked(url: string, { method = 'GET', headers, body }: FetchInit): Request {
  return new Request(url, { method, headers, ...(body === undefined ? {} : { body }) });
}

function read(message: IncomingMessage & Readable): FetchResponse {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) headers.set(name, [value].flat().join(', '));
  const body = Readable.toWeb(message) as NodeStream<Uint8Array> as ReadableStream<Uint8Array>;
  return { status: message.statusCode, url: '', redirected: false, headers, body };
}
