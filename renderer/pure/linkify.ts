export type Piece = { text: string; isUrl: boolean };

const urlPattern = /https?:\/\/[^\s\p{Cc}<>"'`]+/giu;

/** Cuts a text into plain pieces and web addresses. Joined, the pieces are the text again. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(urlPattern)) {
    const url = withoutTrailingPunctuation(match[0]);
    if (!isUrl(url)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), isUrl: false });
    pieces.push({ text: url, isUrl: true });
    end = match.index + url.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isUrl: false });
  return pieces;
}

function isUrl(text: string): boolean {
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
}

const openers: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/**
 * In "see https://a.example/x (or https://b.example/y)." neither the bracket nor the stop belong to the address. One
 * pass from the end: a text may be a megabyte of brackets.
 */
function withoutTrailingPunctuation(url: string): string {
  const surplus = new Map<string, number>();
  let end = url.length;
  for (;;) {
    const last = url.charAt(end - 1);
    const opener = openers[last];
    if (opener !== undefined) {
      const closers = surplus.get(last) ?? count(url, last) - count(url, opener);
      if (closers <= 0) return url.slice(0, end);
      surplus.set(last, closers - 1);
    } else if (last === '' || !'.,;:!?…'.includes(last)) {
      return url.slice(0, end);
    }
    end -= 1;
  }
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}
