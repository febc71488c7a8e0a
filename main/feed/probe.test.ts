import { afterEach, expect, test, vi } from 'vitest';
import type { Fetch } from '../host.ts';
import { probe } from './probe.ts';

afterEach(() => void vi.useRealTimers());

/** Takes the request, and answers only to being cut off. */
const silent: Fetch = (_url, { signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

test('a server that keeps silent may be one that answers with its first notification, and the person is told', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const result = probe('http://a.example/', null, silent, Date.now);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await result).toMatchObject({ ok: false, text: expect.stringContaining('you can add it and see') });
  expect(vi.getTimerCount()).toBe(0);
});

test('it sends the credential and asks for the stream of a bare server address', async () => {
  const sent: unknown[] = [];
  const fetch: Fetch = async (url, { headers, redirect }) => {
    sent.push([new URL(url).pathname, headers.Authorization, redirect]);
    return new Response(null, { status: 401 });
  };
  const result = await probe('http://a.example', { kind: 'bearer', token: 't' }, fetch, Date.now);
  expect(result).toMatchObject({ ok: false, text: 'The server doesn’t accept the credential.' });
  expect(sent).toEqual([['/api/live', 'Bearer t', 'error']]);
});
