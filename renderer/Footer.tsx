import type { Pause } from '../preload/contract.ts';
import { timeHere } from './here.ts';
import { ToastIcon } from './icons.tsx';
import { health } from './pure/troubles.ts';
import { app, sources } from './state/app.ts';
import { act } from './state/bridge.ts';
import { now } from './state/clock.ts';
import { question } from './state/question.ts';
import { text } from './text.ts';

export function Footer() {
  const state = app.value;
  if (state === null) return null;
  const all = sources.value.filter((source) => source.enabled);
  const live = all.filter((source) => health(source) === 'live');
  const { lastNoticeAt } = state;
  const paused = state.paused !== null;
  return (
    <footer>
      <span>{all.length === 0 ? text.footer.noSources : text.footer.live(live.length, all.length)}</span>
      {lastNoticeAt !== null && (
        <span title={timeHere.full(lastNoticeAt)}>
          {text.footer.lastNotice(timeHere.clockOrDay(lastNoticeAt, now.value))}
        </span>
      )}
      <button
        type="button"
        class="quiet"
        role="switch"
        aria-checked={!paused}
        onClick={() => (paused ? pause(null) : askHowLong())}
      >
        <ToastIcon off={paused} />
        {pausedWords(state.paused)}
      </button>
    </footer>
  );
}

const pause = (until: Pause) => void act('setPaused', { until });

function askHowLong(): void {
  const morning = new Date(Date.now() + 24 * 3_600_000).setHours(8, 0, 0, 0);
  const { title, text: words, hour, tomorrow, forever } = text.pause;
  const answer = (label: string, until: () => Pause) => ({ label, danger: false, run: () => pause(until()) });
  question.value = {
    ...{ title, text: words },
    answers: [
      answer(hour, () => Date.now() + 3_600_000),
      answer(tomorrow, () => morning),
      answer(forever, () => 'forever'),
    ],
  };
}

function pausedWords(paused: Pause): string {
  if (paused === null) return text.footer.toastsOn;
  if (paused === 'forever') return text.footer.toastsPaused;
  return text.pause.until(timeHere.clockOrDay(paused, now.value));
}
