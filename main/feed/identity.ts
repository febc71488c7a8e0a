import { createHash } from 'node:crypto';
import { type StreamEvent, TWIN_MS } from './dialect.ts';

/**
 * Names for what has no id, out of what it holds. Equal contents of one event get different names, so that two equal
 * rows are two notices, while the same event sent twice brings nothing new.
 * @returns names one content of the event after the other
 */
export function contentNames(): (content: string) => string {
  const equals = new Map<string, number>();
  return (content) => {
    const nth = equals.get(content) ?? 0;
    equals.set(content, nth + 1);
    return createHash('sha256').update(`${content}#${nth}`).digest('base64url');
  };
}

/** JSON.parse takes any depth, JSON.stringify doesn't; the same event would come again at every connection. */
export function toJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return 'nested too deeply';
    throw error;
  }
}

/** More different ones in ten seconds are not told apart by their number. */
const MAX_COUNTED = 1_000;

/** Numbers the equal events of one connection that have no id: the same thing said twice is no repetition. */
export function equalsCounter(): (event: StreamEvent, now: number) => StreamEvent {
  let stretch = 0;
  const counts = new Map<string, number>();
  return (event, now) => {
    if (event.id !== '' && !event.inherited) return event;
    const current = Math.floor(now / TWIN_MS);
    if (current !== stretch) counts.clear();
    stretch = current;
    const name = createHash('sha256').update(event.data).digest('base64url');
    const nth = counts.get(name) ?? 0;
    if (nth > 0 || counts.size < MAX_COUNTED) counts.set(name, nth + 1);
    return { ...event, nth };
  };
}
