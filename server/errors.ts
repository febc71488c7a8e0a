import { HTTPError } from 'h3';
import type { z } from 'zod';

/** An answer that says what is wrong: `{error: {code, message}}` with this status. Throw it. */
export function refusal(
  status: number,
  code: string,
  message: string,
  headers?: Record<string, string>,
): HTTPError {
  return new HTTPError({ status, message, data: { code }, ...(headers && { headers }) });
}

/**
 * Parses with zod what came from outside.
 * @throws a 400 that names each field that is wrong and why (the first five).
 */
export function parseOrRefuse<T>(schema: z.ZodType<T>, value: unknown, whole: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || whole}: ${message}`);
  throw refusal(400, 'invalid', wrong.join('; '));
}

/** Our own refusals, h3's errors (no such route, malformed URL) and the unforeseen, all in one shape. */
export function errorResponse(error: HTTPError): Response {
  return Response.json(
    { error: describe(error) },
    { status: error.status, ...(error.headers && { headers: error.headers }) },
  );
}

function describe({ status, message, data, unhandled }: HTTPError): { code: string; message: string } {
  // h3 has written the error to the log; it may hold paths or SQL, so none of it goes to the client.
  if (unhandled) return { code: 'internal', message: 'The server failed; its log says why.' };
  const code = (data as { code?: string } | undefined)?.code;
  if (code) return { code, message };
  if (status === 404) return { code: 'not_found', message: 'There is nothing at this address.' };
  return { code: 'bad_request', message };
}
