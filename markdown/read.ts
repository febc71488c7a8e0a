/**
 * Markdown as a tree of the few things that Bellhop shows. What is not one of them, raw HTML first of all, stays the text
 * it was written as; nothing here ever becomes markup.
 */
import { Marked, type Token, type Tokens } from 'marked';
import type { Block, Inline } from './tree.ts';

/** Longer texts are shown as they came: made to be slow to read, one could hold up whoever reads it. */
export const MARKDOWN_CHARS = 10_000;
/** So are those with more marks: pairing them takes up to the cube of their number, seconds for ten thousand. */
export const MARKDOWN_MARKS = 700;
const deepest = 20;

const reader = new Marked({ gfm: true, breaks: true });

/** Null where a text is better shown as it came: it is too long, has too many marks, or is nested beyond reason. */
export function readMarkdown(text: string): Block[] | null {
  if (text.length > MARKDOWN_CHARS) return null;
  if ((text.match(/[*_~[\]`<|]/g)?.length ?? 0) > MARKDOWN_MARKS) return null;
  try {
    return blocks(reader.lexer(text), 0);
  } catch (error) {
    if (error instanceof RangeError) return null; // deeper than the stack, or than `deepest`
    throw error;
  }
}

function blocks(tokens: Token[], depth: number): Block[] {
  if (depth > deepest) throw new RangeError('Nested too deep.');
  return tokens.flatMap((token) => block(token, depth));
}

function block(token: Token, depth: number): Block[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'paragraph':
    case 'heading':
      return [{ kind: token.type, inner: inlines(token.tokens ?? [], depth + 1) }];
    case 'text':
      return [{ kind: 'paragraph', inner: token.tokens ? inlines(token.tokens, depth + 1) : [plain(token)] }];
    case 'code':
      return [{ kind: 'code', text: (token as Tokens.Code).text }];
    case 'blockquote':
      return [{ kind: 'quote', inner: blocks(token.tokens ?? [], depth + 1) }];
    case 'list':
      return [list(token as Tokens.List, depth)];
    case 'table':
      return [table(token as Tokens.Table, depth)];
    case 'hr':
      return [{ kind: 'line' }];
    default:
      return [{ kind: 'paragraph', inner: [{ kind: 'text', text: token.raw.trimEnd() }] }];
  }
}

function list({ ordered, start, items }: Tokens.List, depth: number): Block {
  return {
    kind: 'list',
    start: ordered ? Number(start) || 1 : null,
    items: items.map(({ task, checked, tokens }) => ({
      done: task ? checked === true : null,
      inner: blocks(
        tokens.filter(({ type }) => type !== 'checkbox'),
        depth + 1,
      ),
    })),
  };
}

function table({ header, rows }: Tokens.Table, depth: number): Block {
  const cells = (row: Tokens.TableCell[]) => row.map(({ tokens }) => inlines(tokens, depth + 1));
  return { kind: 'table', head: cells(header), rows: rows.map(cells) };
}

function inlines(tokens: Token[], depth: number): Inline[] {
  if (depth > deepest) throw new RangeError('Nested too deep.');
  return tokens.flatMap((token) => inline(token, depth));
}

function inline(token: Token, depth: number): Inline[] {
  const tokens = ('tokens' in token && token.tokens) || [];
  const inner = () => inlines(tokens, depth + 1);
  switch (token.type) {
    case 'text':
      return tokens.length > 0 ? inner() : [plain(token)];
    case 'escape':
      return [plain(token)];
    case 'strong':
    case 'em':
    case 'del':
      return [{ kind: token.type, inner: inner() }];
    case 'codespan':
      return [{ kind: 'code', text: (token as Tokens.Codespan).text }];
    case 'br':
      return [{ kind: 'break' }];
    case 'link':
      return isWeb(token.href) ? [{ kind: 'link', href: token.href, inner: inner() }] : inner();
    case 'image':
      return [isWeb(token.href) ? { kind: 'image', src: token.href, text: token.text } : plain(token)];
    case 'checkbox':
      return [];
    default:
      return [{ kind: 'text', text: token.raw }];
  }
}

function isWeb(address: string): boolean {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false; // relative to nothing
  }
}

function plain(token: Token): Inline {
  return { kind: 'text', text: withEntities('text' in token ? String(token.text) : token.raw) };
}

const entities: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' },
  ...{ hellip: '…', mdash: '—', ndash: '–', copy: '©', euro: '€', middot: '·', bull: '•' },
};

/** Those that people write; any other stays as it is. */
function withEntities(text: string): string {
  return text.replace(/&(?:#(\d{2,6})|([a-z]{2,6}));/gi, (whole, code, name) =>
    code === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(code)),
  );
}
