/** Presses while the last one is not through are the second half of a double click, and dropped. */
export function oneAtATime(): (action: () => Promise<void>) => Promise<void> {
  let busy = false;
  return async (action) => {
    if (busy) return;
    busy = true;
    try {
      await action();
    } finally {
      busy = false;
    }
  };
}
