import type { Pause } from '../../preload/contract.ts';
import { timeHere } from '../here.ts';
import { inAnHour, tomorrowMorning } from '../pure/pauses.ts';
import { act } from '../state/bridge.ts';
import { text } from '../text.ts';

const words = text.pause;
const pause = (until: Pause) => void act('setPaused', { until });

/** For how long toasts are paused, or how they come back. */
export function PauseChoice({ paused }: { paused: Pause }) {
  if (paused !== null) {
    return (
      <div class="pause">
        <p>{paused === 'forever' ? words.untilEnded : words.until(timeHere.full(paused))}</p>
        <button type="button" onClick={() => pause(null)}>
          {words.end}
        </button>
      </div>
    );
  }
  return (
    <div class="pause">
      <button type="button" onClick={() => pause(inAnHour(Date.now()))}>
        {words.hour}
      </button>
      <button type="button" onClick={() => pause(tomorrowMorning(Date.now()))}>
        {words.tomorrow}
      </button>
      <button type="button" onClick={() => pause('forever')}>
        {words.forever}
      </button>
    </div>
  );
}
