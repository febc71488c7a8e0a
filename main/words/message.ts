import { parseJson } from '../parse-json.ts';
import type { Words } from './words.ts';

type Sentences = Words['messages'];
type PartsOf<K extends keyof Sentences> = Sentences[K] extends (...parts: infer P) => string ? P : [];

/** Where a sentence takes a text, a message of the kind `Inner` may stand as well. */
type Nesting<P, Inner> = { [I in keyof P]: P[I] extends string ? P[I] | Inner : P[I] };
type MessageOver<Inner> = {
  [K in keyof Sentences]: readonly [K, ...Nesting<PartsOf<K>, Inner>];
}[keyof Sentences];

/** One without another in it. */
export type PlainMessage = MessageOver<never>;
/** One with at most plain ones in it. */
export type ShallowMessage = MessageOver<PlainMessage>;

/**
 * A sentence by its name in the catalogue, with what goes into it: `['httpError', 503]`. This is what is handed about and
 * stored (as JSON); the words are chosen when it is handed to a person.
 */
export type Message = MessageOver<ShallowMessage>;

type Parted = (...parts: unknown[]) => string;

/** The one place where a message becomes words. */
export function say(words: Words, [name, ...parts]: Message): string {
  const sentence: string | Parted = words.messages[name] as string | Parted;
  if (typeof sentence === 'string') return sentence;
  return sentence(...parts.map((part) => (typeof part === 'object' ? say(words, part) : part)));
}

/**
 * Says what was stored. It may be of another version of Bellhop: then what it said in English is better than nothing.
 * @param stored a message as JSON; null: from before there were any
 */
export function sayStored(words: Words, stored: string | null, english: string): string {
  const message = readMessage(words, stored);
  return message === null ? english : say(words, message);
}

/** Null: no message, or one that this version doesn't know. */
export function readMessage(words: Words, stored: string | null): Message | null {
  if (!stored?.startsWith('[')) return null;
  const value = parseJson(stored);
  return isMessage(words, value) ? value : null;
}

function isMessage(words: Words, value: unknown): value is Message {
  if (!Array.isArray(value)) return false;
  const [name, ...parts] = value;
  if (!Object.hasOwn(words.messages, name)) return false;
  const sentence = words.messages[name as keyof Sentences];
  const wanted = typeof sentence === 'string' ? 0 : sentence.length;
  return parts.length === wanted && parts.every((part) => !Array.isArray(part) || isMessage(words, part));
}
