/** The few things that Bellhop shows of Markdown. */

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'em' | 'del'; inner: Inline[] }
  | { kind: 'link'; href: string; inner: Inline[] }
  | { kind: 'image'; src: string; text: string }
  | { kind: 'break' };

export type Block =
  | { kind: 'paragraph' | 'heading'; inner: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'quote'; inner: Block[] }
  | { kind: 'list'; start: number | null; items: { done: boolean | null; inner: Block[] }[] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'line' };

/** Addresses of the images that a text names. */
export function imagesIn(all: Block[]): string[] {
  const found: string[] = [];
  const look = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(look);
    else if (typeof part === 'object' && part !== null) {
      const { kind, src } = part as { kind?: string; src?: string };
      if (kind === 'image' && src !== undefined) found.push(src);
      Object.values(part).forEach(look);
    }
  };
  look(all);
  return [...new Set(found)];
}
