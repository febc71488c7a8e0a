import type { Toast } from '../host.ts';
import { URGENT } from '../notice.ts';
import type { claimToast } from '../store/toasts.ts';

type Claimed = NonNullable<ReturnType<typeof claimToast>>;

/** How many notices a digest tells by title. */
export const DIGEST_TITLES = 3;
/** Systems cut toasts long before this; a database row may be a megabyte. */
const MAX_BODY = 1_000;

/**
 * The words of a toast. One notice: its title and text; several: how many, from where, and the newest titles.
 * @param hideText name the source only, for shared screens
 */
export function toastText(
  claimed: Claimed,
  nameOf: (source: string) => string,
  hideText: boolean,
): Omit<Toast, 'id'> {
  const [first] = claimed.notices;
  if (claimed.total === 1 && first) {
    const urgent = first.priority >= URGENT;
    const name = nameOf(first.source);
    if (hideText) return { title: name, body: 'New notification', urgent };
    // Without a title, the source says whose text it is.
    return { title: first.title ?? name, body: first.body.slice(0, MAX_BODY), urgent };
  }
  const title = `${claimed.total} new notifications`;
  const from = claimed.sources.map(({ source, count }) => `${nameOf(source)} ${count}`).join(', ');
  const titles = claimed.notices
    .slice(0, DIGEST_TITLES)
    .map((notice) => firstLine(notice.title ?? notice.body));
  return { title, body: hideText ? from : [from, ...titles].join('\n'), urgent: false };
}

const firstLine = (text: string) => (text.split(/\r?\n/, 1)[0] ?? '').slice(0, 120);
