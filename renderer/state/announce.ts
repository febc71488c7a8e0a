/** Tells screen readers what arrived, in one breath at a time. */
import { signal } from '@preact/signals';
import type { NoticeRow } from '../../preload/contract.ts';
import { headline } from '../pure/headline.ts';
import { text } from '../text.ts';
import { app, sourceById } from './app.ts';
import { markdownReader } from './markdown.ts';

const quietMs = 5_000;

/** The text of the live region. */
export const announcement = signal('');

let unsaid: NoticeRow[] = [];
let quiet = false;

export function announceArrivals(notices: NoticeRow[]): void {
  unsaid.push(...notices.filter(isWorthSaying));
  if (!quiet) speak();
}

/** What may not raise a toast may not speak up either. */
function isWorthSaying({ readAt, source }: NoticeRow): boolean {
  return readAt === null && (app.value?.paused ?? null) === null && !sourceById(source)?.muted;
}

function speak(): void {
  const [first] = unsaid;
  quiet = first !== undefined;
  if (first === undefined) return;
  announce(
    unsaid.length > 1
      ? text.list.announceMany(unsaid.length)
      : text.list.announceOne(
          headline(first, markdownReader.value?.withoutMarks).title,
          sourceById(first.source)?.name ?? text.list.removedSource,
        ),
  );
  unsaid = [];
  setTimeout(speak, quietMs);
}

/**
 * For what an action did that can't be seen by everyone. A live region speaks when its text changes: words that it holds
 * already get a no-break space, which nobody hears, as in https://www.npmjs.com/package/@wordpress/a11y.
 */
export function announce(words: string): void {
  announcement.value = words === announcement.value ? `${words}\u00a0` : words;
}
