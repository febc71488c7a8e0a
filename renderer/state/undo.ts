/** What was done can be taken back: the last of it stands in a line for a while, and `z` goes further back. */
import { signal } from '@preact/signals';
import { text } from '../text.ts';

export type Done = {
  /** What was done, as a sentence. */
  said: string;
  /** False when it is too late for that. */
  undo: () => Promise<boolean>;
};

/** The line that offers the undo goes after this long; the key works on. */
const offeredMs = 10_000;
const most = 50;

export const undoLine = signal<{ said: string; canUndo: boolean } | null>(null);

let done: Done[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is being done, and may offer an undo when it is. */
let underWay: Promise<unknown> = Promise.resolve();

/** An undo asked for meanwhile is about this, and not about what was done before. */
export function undoWaitsFor<T>(doing: Promise<T>): Promise<T> {
  underWay = Promise.allSettled([underWay, doing]);
  return doing;
}

export function offerUndo(change: Done): void {
  done = [...done, change].slice(-most);
  say(change.said, true);
}

export async function undoLast(): Promise<void> {
  await underWay;
  const last = done.pop();
  if (last === undefined) return tell(text.undo.nothing);
  const undone = await last.undo();
  say(undone ? text.undo.undone : text.undo.tooLate, false);
}

/** What there is no way back from. */
export function tell(said: string): void {
  say(said, false);
}

function say(said: string, canUndo: boolean): void {
  undoLine.value = { said, canUndo };
  hideLater();
}

/** The line stays while somebody points at it or stands on it. */
export function keepLine(): void {
  clearTimeout(timer);
}

export function hideLater(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    undoLine.value = null;
  }, offeredMs);
}
