import { EventEmitter } from 'node:events';

/** Tells the open streams of a user that there is something to read; the rows themselves stay in the store. */
export interface Hub {
  notify(userId: string): void;
  /** Resolves with what came first: a row for the user, `ms` of silence, or the end of the stream. */
  wait(userId: string, ms: number, signal: AbortSignal): Promise<'row' | 'silence' | 'over'>;
}

export function createHub(): Hub {
  const emitter = new EventEmitter().setMaxListeners(0);
  // The prefix keeps a user called "error" from being the emitter's own error event.
  const nameFor = (userId: string) => `row for ${userId}`;
  return {
    notify: (userId) => void emitter.emit(nameFor(userId)),
    wait: (userId, ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve('over');
        const settle = (outcome: 'row' | 'silence' | 'over') => {
          clearTimeout(timer);
          emitter.off(nameFor(userId), onRow);
          signal.removeEventListener('abort', onAbort);
          resolve(outcome);
        };
        const onRow = () => settle('row');
        const onAbort = () => settle('over');
        const timer = setTimeout(() => settle('silence'), ms);
        emitter.once(nameFor(userId), onRow);
        signal.addEventListener('abort', onAbort);
      }),
  };
}
