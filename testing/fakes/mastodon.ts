import type { ServerResponse } from 'node:http';
import { openStream, rawServer } from '../raw-server.ts';
import { recorder } from '../recorder.ts';

/** Awkward on purpose: neither ids nor a replay on the stream, and a list that comes newest first, in small pages. */
export async function fakeMastodon({
  token = null,
  pageSize = 40,
}: {
  token?: string | null;
  pageSize?: number;
} = {}) {
  const notifications: { id: string; created_at: string }[] = []; // oldest first
  const streams = new Set<ServerResponse>();
  /** The queries of the list, in the order they came. */
  const lists = recorder<URLSearchParams>();
  let listWorks = true;

  const server = await rawServer((response, request) => {
    const url = new URL(request.url ?? '/', 'http://any');
    const json = (status: number, value: unknown) =>
      void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    if (token !== null && request.headers.authorization !== `Bearer ${token}`)
      return json(401, { error: 'The access token is invalid' });
    if (url.pathname === '/api/v1/streaming/user/notification') {
      openStream(response);
      response.write(':)\n');
      streams.add(response);
      response.once('close', () => streams.delete(response));
    } else if (url.pathname === '/api/v1/notifications') {
      lists.push(url.searchParams);
      if (listWorks) json(200, page(url.searchParams));
      else json(200, { error: 'This is not a list' });
    } else {
      json(404, { error: 'Record not found' });
    }
  });

  /** `min_id`: those right after it; else the newest. https://docs.joinmastodon.org/methods/notifications/#get */
  function page(query: URLSearchParams) {
    const after = query.get('min_id');
    const size = Math.min(Number(query.get('limit') ?? pageSize), pageSize);
    const newer = notifications.filter(({ id }) => after === null || Number(id) > Number(after));
    return (after === null ? newer.slice(-size) : newer.slice(0, size)).reverse();
  }

  return {
    url: `http://127.0.0.1:${server.port}/api/v1/streaming/user/notification`,
    lists,
    /** Somebody mentions the user. @param at unix milliseconds */
    mention(text: string, at = Date.now()) {
      const id = String(9_998 + notifications.length); // they pass from four digits to five
      const notification = {
        ...{ id, type: 'mention', created_at: new Date(at).toISOString() },
        account: { acct: 'ann@social.example', display_name: 'Ann', url: 'https://social.example/@ann' },
        status: { url: `https://social.example/@ann/${id}`, content: `<p>${text} &amp; more</p>` },
      };
      notifications.push(notification);
      const data = JSON.stringify(notification);
      for (const stream of streams) stream.write(`event: notification\ndata: ${data}\n\n`);
    },
    /** As the server does every 15 s. */
    thump() {
      for (const stream of streams) stream.write(':thump\n');
    },
    /** The list answers with something else until it works again. */
    breakList(broken: boolean) {
      listWorks = !broken;
    },
    /** Every connection breaks. */
    cut() {
      streams.clear();
      server.cut();
    },
  };
}
