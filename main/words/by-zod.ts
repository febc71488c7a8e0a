import { type Mistake, mistakes } from '../../preload/shapes/mistakes.ts';
import type { PlainMessage } from './message.ts';

const byText = new Map(Object.entries(mistakes).map(([name, text]) => [text, name as Mistake]));

/** What a schema says as a message. What zod says by itself of malformed values is for no person, and stays in English. */
export function byZod(text: string): PlainMessage {
  const name = byText.get(text);
  return name === undefined ? ['asIs', text] : [name];
}
