import type { Db } from '../store/database.ts';
import { Refusal } from '../words/refusal.ts';
import type { Words } from '../words/words.ts';
import type { Handlers } from './handlers.ts';

type Handler = (args: never, words?: Words) => unknown;

/**
 * The same handlers, which refuse once quitting has begun: the window lives a little longer than the store, and may still ask.
 * @throws Refusal also where the store was closed under a request that took long
 */
export function untilQuit(handlers: Handlers, db: Db, isQuitting: () => boolean): Handlers {
  const guarded =
    (handle: Handler): Handler =>
    async (args, words) => {
      if (isQuitting()) throw new Refusal('quitting');
      try {
        return await handle(args, words);
      } catch (error) {
        throw db.open ? error : new Refusal('quitting');
      }
    };
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [name, guarded(handle)]),
  ) as Handlers;
}
