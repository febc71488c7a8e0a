import type { Pause } from '../preload/contract.ts';
import { timeHere } from './here.ts';
import { ToastIcon } from './icons.tsx';
import { inAnHour, tomorrowMorning } from './pure/pauses.ts';
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
  const { title, hour, tomorrow, forever } = text.pause;
  const answer = (label: string, until: () => Pause) => ({ label, danger: false, run: () => pause(until()) });
  question.value = {
    ...{ title, text: text.settings.pausedText },
    answers: [
      answer(hour, () => inAnHour(Date.now())),
      answer(tomorrow, () => tomorrowMorning(Date.now())),
      answer(forever, () => 'forever'),
    ],
  };
}

function pausedWords(paused: Pause): string {
  if (paused === null) return text.footer.toastsOn;
  if (paused === 'forever') return text.footer.toastsPaused;
  return text.pause.short(timeHere.clockOrDay(paused, now.value));
}
