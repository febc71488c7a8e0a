import { withoutMarks } from '../../markdown/without-marks.ts';
import type { Preferences, Sounds } from '../../preload/contract.ts';
import type { Toast } from '../host.ts';
import { URGENT } from '../notice.ts';
import type { Words } from '../words/words.ts';
import { DIGEST_TITLES, type Told } from './told.ts';

export type ToastPreferences = Pick<Preferences, 'hideToastText' | 'sounds'>;

/** Systems cut toasts long before this; a database row may be a megabyte. */
export const MAX_BODY = 1_000;
const HIGH = 4;

/**
 * The words of a toast. One notice: its title and text; several: how many, from where, how many of them matter, and the
 * first titles. With `hideToastText` it names the sources only, for shared screens.
 */
export function toastText(
  told: Told,
  sourceName: (source: string) => string | undefined,
  { hideToastText, sounds }: ToastPreferences,
  words: Words['desktop'],
): Omit<Toast, 'id'> {
  const silent = isSilent(told, sounds);
  const nameOf = (source: string) => sourceName(source) ?? words.toast.removedSource;
  const [first] = told.notices;
  if (told.total === 1 && first) {
    const urgent = first.priority >= URGENT;
    const name = nameOf(first.source);
    if (hideToastText) return { title: name, body: words.toast.one, urgent, silent };
    // Without a title, the source says whose text it is.
    return { title: first.title ?? name, body: plainBody(first), urgent, silent };
  }
  const { total, quietEnd } = told;
  const title = quietEnd ? words.toast.whileQuiet(total) : words.toast.several(total);
  const titles = told.notices
    .slice(0, DIGEST_TITLES)
    .map((notice) => firstLine(notice.title ?? plainBody(notice)));
  const summary = summaryOf(told, nameOf, words);
  return { title, body: hideToastText ? summary : [summary, ...titles].join('\n'), urgent: false, silent };
}

/** “Build farm 7, Home 5 · 1 urgent, 2 high” */
function summaryOf(
  { sources, kinds }: Told,
  nameOf: (source: string) => string,
  { comma, toast }: Words['desktop'],
): string {
  const from = sources.map(({ source, count }) => toast.from(nameOf(source), count)).join(comma);
  const urgent = countOf(kinds, (priority) => priority >= URGENT);
  const high = countOf(kinds, (priority) => priority >= HIGH && priority < URGENT);
  const important = [urgent > 0 && toast.urgent(urgent), high > 0 && toast.high(high)]
    .filter(Boolean)
    .join(comma);
  return important ? `${from} · ${important}` : from;
}

function countOf(kinds: Told['kinds'], isCounted: (priority: number) => boolean): number {
  return kinds.reduce((sum, { priority, count }) => sum + (isCounted(priority) ? count : 0), 0);
}

/** Several sound as soon as one of them would. */
function isSilent({ kinds }: Told, sounds: Sounds): boolean {
  return kinds.every(({ priority, sound }) => (sound ?? sounds[priority as keyof Sounds]) === 'none');
}

/** Cut before it is read: that bounds the time, and its end is beyond what systems show. */
function plainBody({ body, markdown }: Told['notices'][number]): string {
  const shown = body.slice(0, MAX_BODY);
  return markdown === 1 ? withoutMarks(shown) : shown;
}

const firstLine = (text: string) => (text.split(/\r?\n/, 1)[0] ?? '').slice(0, 120);
