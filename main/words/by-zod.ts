import type { z } from 'zod';
import { type Mistake, mistakes } from '../../preload/shapes/mistakes.ts';
import type { PlainMessage } from './message.ts';

const byText = new Map(Object.entries(mistakes).map(([name, text]) => [text, name as Mistake]));

/**
 * What a schema says as a message. What zod says by itself is in English, and stays so where it is of values that no person
 * typed; a text that is too long, one may have pasted.
 */
export function byZod(issue: z.core.$ZodIssue): PlainMessage {
  const name = byText.get(issue.message);
  if (name !== undefined) return [name];
  const tooLong = issue.code === 'too_big' && issue.origin === 'string';
  return tooLong ? ['textTooLong', Number(issue.maximum)] : ['asIs', issue.message];
}

/** Of several, the first: schemas go on after a mistake. */
export const firstByZod = ({ issues: [first] }: z.ZodError): PlainMessage =>
  first ? byZod(first) : ['asIs', ''];
