/** Searching the history, as the window knows it. */
import { z } from 'zod';
import { mistakes } from './mistakes.ts';
import { filterSchema, type NoticeKey, type NoticeRow, noticeKeySchema, viewSchema } from './notices.ts';

/** Longer ones are no search but a paste. */
export const SEARCH_CHARS = 500;

export const searchSchema = z.object({
  /** As a person types it: words, “phrases”, `-word`, and operators such as `is:unread` or `priority:>3`. */
  text: z.string().max(SEARCH_CHARS, mistakes.longSearch),
  /** `view: null` looks everywhere; an `is:` in the text decides instead of the view. */
  filter: filterSchema.extend({ view: viewSchema.nullable() }),
  /** Rows older than this key; null starts at the newest. Always newest first, by (sortAt, id). */
  before: noticeKeySchema.nullable(),
  limit: z.number().int().min(1).max(200),
});
export type SearchFilter = z.infer<typeof searchSchema>['filter'];

/** Where a hit is in its text: [start, end) in UTF-16 units. */
export type Mark = [start: number, end: number];

export type FoundNotice = NoticeRow & {
  titleMarks: Mark[];
  /** One line of the body, around its first hit or from its beginning. */
  snippet: string;
  snippetMarks: Mark[];
};

export type SearchPage = {
  notices: FoundNotice[];
  /** Pass as `before` for the next page, which may be there even when this one is not full; null at the end. */
  next: NoticeKey | null;
  /** What was not understood and so searched for as text, in words. */
  mistakes: string[];
  /** The history is still being indexed: older notices may be missing. */
  indexing: boolean;
};
