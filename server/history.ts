import { z } from 'zod';
import { parseOrRefuse, refusal } from './errors.ts';
import { takePage } from './page.ts';
import type { Store } from './store/store.ts';

const querySchema = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/**
 * The user's rows by ascending id: `{notifications, next}`. `next` is the `after` of the following page, null at the
 * end; a page may hold fewer than `limit` rows because it is bounded in bytes too.
 */
export function historyResponse(request: Request, userId: string, store: Store): Response {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { after, limit } = parseOrRefuse(querySchema, query, 'query');
  const page = takePage(store.rows(userId, { after, limit }));
  const next = page && page.lastId < store.newestId(userId) ? page.lastId : null;
  return jsonResponse(`{"notifications":${page?.json ?? '[]'},"next":${next}}`);
}

/** One row of the user. @throws a 404 when there is none, or it is somebody else's. */
export function rowResponse(id: string, userId: string, store: Store): Response {
  const number = Number(id);
  const [row] = Number.isSafeInteger(number)
    ? store.rows(userId, { after: number - 1, upTo: number, limit: 1 })
    : [];
  if (!row) throw refusal(404, 'not_found', `You have no notification ${id}.`);
  return Response.json(row);
}

function jsonResponse(json: string): Response {
  return new Response(json, { headers: { 'content-type': 'application/json' } });
}
