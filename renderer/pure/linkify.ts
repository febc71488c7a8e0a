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

/** In "see https://a.example/x (or https://b.example/y)." neither the bracket nor the stop belong to the address. */
function withoutTrailingPunctuation(url: string): string {
  const trimmed = url.replace(/[.,;:!?…]+$/u, '');
  const closer = trimmed.at(-1) ?? '';
  const opener = { ')': '(', ']': '[', '}': '{' }[closer];
  if (opener === undefined || count(trimmed, opener) >= count(trimmed, closer)) return trimmed;
  return withoutTrailingPunctuation(trimmed.slice(0, -1));
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}
