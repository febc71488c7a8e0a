import { timeHere } from './here.ts';
import { ToastIcon } from './icons.tsx';
import { health } from './pure/troubles.ts';
import { app, sources } from './state/app.ts';
import { act } from './state/bridge.ts';
import { now } from './state/clock.ts';
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
        onClick={() => void act('setPaused', { until: paused ? null : 'forever' })}
      >
        <ToastIcon off={paused} />
        {paused ? text.footer.toastsPaused : text.footer.toastsOn}
      </button>
    </footer>
  );
}
