/** Notices as the window knows them. */
import { z } from 'zod';
import { mistakes } from './mistakes.ts';
import { sourceId } from './sources.ts';

export const noticeId = z.number().int().nonnegative();

/** Where a page ends: keyset order is (sortAt, id), newest first. Of snoozed ones `sortAt` is when they come back, soonest first. */
export const noticeKeySchema = z.object({ sortAt: z.number(), id: noticeId });
export type NoticeKey = z.infer<typeof noticeKeySchema>;

export const viewSchema = z.enum(['inbox', 'unread', 'snoozed', 'archived']);
export type NoticeView = z.infer<typeof viewSchema>;

const among = {
  source: sourceId.nullable(),
  /** The server's own name for the kind of notice, whole. */
  topic: z.string().max(1000).nullable(),
  minPriority: z.number().int().min(1).max(5).nullable(),
};
/** All that is given must hold. */
export const amongSchema = z.object(among);
export type Among = z.infer<typeof amongSchema>;
/** `inbox` is what is neither snoozed nor archived, `unread` that of it which is not read. */
export const filterSchema = z.object({ view: viewSchema, ...among });
export type NoticeFilter = z.infer<typeof filterSchema>;

/** A filter that a person gave a name. */
export const savedFilterSchema = z.object({
  name: z.string().trim().min(1, mistakes.filterName).max(60),
  filter: filterSchema,
});
export type SavedFilter = z.infer<typeof savedFilterSchema>;
export const savedFiltersSchema = z
  .array(savedFilterSchema)
  .max(50, mistakes.manyFilters)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, mistakes.filterNameTaken);

export type NoticeRow = {
  id: number;
  source: string;
  title: string | null;
  body: string;
  markdown: boolean;
  /** The server's own name for the kind of notice, or its topic. */
  topic: string | null;
  /** 1 (least) to 5 (urgent); 3 is ordinary. */
  priority: number;
  link: string | null;
  tags: string[];
  sortAt: number;
  /** Unix milliseconds; null while unread. */
  readAt: number | null;
  place: 'inbox' | 'snoozed' | 'archived';
  /** When it comes back to the inbox; null unless it is snoozed. */
  heldUntil: number | null;
  /** How many equal ones came after it and count as this one. */
  repeats: number;
};

/** One line of "why did I (not) see this?". */
export type WhyLine = { at: number; text: string };
export type NoticeDetail = NoticeRow & {
  createdAt: number | null;
  receivedAt: number;
  /** A toast was shown for it, alone or in a digest: decides whether `why` explains the toast or its absence. */
  toasted: boolean;
  why: WhyLine[];
  icon: string | null;
  attachments: AttachmentView[];
  actions: ActionView[];
  /** As the server sent it, JSON; null where it was too long to keep. */
  raw: string | null;
};
export type AttachmentView = {
  name: string;
  url: string;
  type: string | null;
  bytes: number | null;
  expiresAt: number | null;
};
/** `target`: the address it opens or calls, or the text it copies. */
/** An attachment that the person asked for; `text` says why it failed. */
export type Download = {
  notice: number;
  /** The notice's, at that version of it: a newer one may name another file. */
  sortAt: number;
  index: number;
  received: number;
  /** null: the server doesn't say. */
  total: number | null;
  state: 'running' | 'saved' | 'failed';
  text: string | null;
};
export type ActionView = { kind: 'view' | 'copy' | 'http'; label: string; target: string };

/** One thing that happened to a source's connection; the detail is technical. `gap`: what may be missing, unix ms. */
export type JournalLine = {
  id: number;
  at: number;
  gap: { from: number; to: number } | null;
  text: string;
  detail: string | null;
};

/** Between these times (unix milliseconds) notices of the source may have been missed for good. */
export type Gap = { id: number; source: string; from: number; to: number; why: string };

export type Page = {
  notices: NoticeRow[];
  /** Those that ended within the span of time of this page, newest first. */
  gaps: Gap[];
  /** Pass as `before` for the next page; null at the end of the history. */
  next: NoticeKey | null;
};
