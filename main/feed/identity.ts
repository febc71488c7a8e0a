import { createHash } from 'node:crypto';

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
