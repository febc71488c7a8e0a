import { timeHere } from './here.ts';
import { isSettled } from './pure/time.ts';
import { now } from './state/clock.ts';

/** A time that stays true: "now", "3 min", then the clock. The whole time stands in its title, once somebody points at it. */
export function When({ at }: { at: number }) {
  // A settled time never changes again, so it doesn't listen to the clock.
  const at_ = isSettled(at, now.peek()) ? now.peek() : now.value;
  return (
    <time dateTime={new Date(at).toISOString()} onPointerEnter={(event) => sayWhole(event.currentTarget, at)}>
      {timeHere.short(at, at_)}
    </time>
  );
}

/** Not for every row at once: of all formats the full one is the slowest. */
function sayWhole(element: HTMLElement, at: number): void {
  element.title = timeHere.full(at);
}
