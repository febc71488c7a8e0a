import { inPortions } from './portions.ts';
import type { Db } from './store/database.ts';
import { letHistoryGo, listLeaving, removeSomeHistory } from './store/leaving.ts';

/** Removes all that is kept of a source, for good. Begun once it is ended, at the next start if need be. */
export async function removeHistory(
  db: Db,
  source: string,
  withdraw: (toast: number) => void,
  isStopped = () => false,
): Promise<void> {
  letHistoryGo(db, source);
  await inPortions(db, (portion) => {
    if (isStopped()) return false;
    const { toasts, done } = removeSomeHistory(db, source, portion);
    for (const toast of toasts) withdraw(toast);
    return !done;
  });
}

/** What an earlier run didn't get to remove. */
export async function finishLeaving(db: Db, isStopped: () => boolean): Promise<void> {
  for (const source of listLeaving(db)) await removeHistory(db, source, () => {}, isStopped);
}
