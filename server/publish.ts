import { z } from 'zod';
import type { Caller } from './auth.ts';
import { parseOrRefuse, refusal } from './errors.ts';
import type { Hub } from './hub.ts';
import type { NewRow, Row, Store } from './store/store.ts';

export const MAX_BODY_BYTES = 256 * 1024;
const MAX_CONTENT_BYTES = 64 * 1024;

/** What `POST /api/v1/notifications` takes. Strict, so that a misspelt field is an error and not silently dropped. */
const publishSchema = z.strictObject({
  /** Default: the caller. */
  toUserId: z.string().min(1).max(254).optional(),
  content: z
    .string()
    .min(1)
    .refine((text) => Buffer.byteLength(text) <= MAX_CONTENT_BYTES, 'longer than 65536 bytes'),
  notificationTypeId: z
    .union([z.int(), z.string().min(1).max(64)], 'expected an integer or a string of 1 to 64 characters')
    .default('message'),
  title: z.string().min(1).max(256).optional(),
  priority: z.int().min(1).max(5).optional(),
  link: z
    .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
    .max(2048)
    .optional(),
  tags: z.array(z.string().min(1).max(64)).max(16).optional(),
});

/** Commit first, then tell the streams: nobody is shown a row that a crash could take back. */
export function publish(store: Store, hub: Hub, toUserId: string, row: NewRow): Row {
  const committed = store.addRow(toUserId, row);
  hub.notify(toUserId);
  return committed;
}

/** @throws 400, 403, 404, 413 or 415 with what is wrong. */
export async function publishResponse(
  request: Request,
  caller: Caller,
  store: Store,
  hub: Hub,
): Promise<Response> {
  const { toUserId = caller.userId, ...row } = parseOrRefuse(publishSchema, await readJson(request), 'body');
  if (toUserId !== caller.userId && !caller.publishAny) {
    throw refusal(
      403,
      'forbidden',
      `This token publishes to ${caller.userId} only; one made with --publish-any may publish to others.`,
    );
  }
  // Otherwise a slip of the pen would be stored for somebody who can never read it.
  if (!store.hasUser(toUserId))
    throw refusal(404, 'unknown_user', `toUserId: nobody has a token as ${toUserId}.`);
  const committed = publish(store, hub, toUserId, row as NewRow);
  return Response.json(committed, {
    status: 201,
    headers: { location: `/api/v1/notifications/${committed.id}` },
  });
}

async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw refusal(415, 'unsupported_media_type', 'Send JSON, with "Content-Type: application/json".');
  }
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refusal(400, 'invalid', `body: not JSON: ${(error as Error).message}`);
  }
}

/** Counts while it reads: a chunked body doesn't say how long it will be. */
async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = Number(request.headers.get('content-length') ?? 0);
  if (bytes > MAX_BODY_BYTES) throw tooLarge();
  const reader = request.body?.getReader();
  bytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    // The rest is left unread and not cancelled: cancelling would cut the connection before the answer is out.
    if (bytes > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString();
}

const tooLarge = () => refusal(413, 'too_large', `The body may have ${MAX_BODY_BYTES} bytes at most.`);
