import { type Reply, type RequestArgs, type RequestName, requestSchemas } from '../../preload/contract.ts';
import { byZod } from '../words/by-zod.ts';
import { say } from '../words/message.ts';
import { Refusal } from '../words/refusal.ts';
import type { Words } from '../words/words.ts';
import type { Handlers } from './handlers.ts';

/**
 * Answers one request from outside: its arguments parsed, its answer or refusal as data. Never rejects.
 * @param words of whoever asks
 */
export async function answer<N extends RequestName>(
  handlers: Handlers,
  name: N,
  args: unknown,
  words: Words,
): Promise<Reply<unknown>> {
  const parsed = requestSchemas[name].safeParse(args);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => say(words, byZod(issue)));
    return { ok: false, error: mistakes.reduce((before, next) => words.together(before, next)) };
  }
  try {
    return { ok: true, value: await handlers[name](parsed.data as RequestArgs<N>, words) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: say(words, error.says) };
    console.error(`${name} failed:`, error);
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
