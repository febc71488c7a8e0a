/**
 * Runs `action` at once, and then at most every `ms` as long as it keeps being asked for: the first change is
 * seen without delay, a storm costs ten runs a second.
 */
export function coalesce(action: () => void, ms: number): { (): void; stop: () => void } {
  let timer: NodeJS.Timeout | null = null;
  let asked = false;
  const run = () => {
    asked = false;
    timer = setTimeout(() => {
      timer = null;
      if (asked) run();
    }, ms);
    action();
  };
  const ask = () => {
    if (timer === null) run();
    else asked = true;
  };
  return Object.assign(ask, {
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      asked = false;
    },
  });
}
