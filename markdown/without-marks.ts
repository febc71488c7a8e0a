import { readMarkdown } from './read.ts';
import type { Block, Inline } from './tree.ts';

/** What Markdown says, a line for each of its parts, for where there is room for a line or two. */
export function withoutMarks(text: string): string {
  return linesOf(readMarkdown(text) ?? []).join('\n') || text;
}

function linesOf(all: Block[]): string[] {
  return all.flatMap(linesOfOne);
}

function linesOfOne(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [words(block.inner)];
    case 'code':
      return [block.text];
    case 'quote':
      return linesOf(block.inner);
    case 'list':
      return block.items.map(({ inner }) => linesOf(inner).join(' '));
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(words).join(' '));
    case 'line':
      return [];
  }
}

function words(all: Inline[]): string {
  return all
    .map((one) => ('inner' in one ? words(one.inner) : one.kind === 'break' ? '\n' : one.text))
    .join('');
}
