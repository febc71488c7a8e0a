import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Troubled, troubles } from './pure/troubles.ts';
import { sources } from './state/app.ts';
import { act } from './state/bridge.ts';
import { openPane } from './state/places.ts';
import { text } from './text.ts';

/** One calm line for what isn't connected: what, why, when it tries next, and the one useful button. */
export function Banner() {
  const second = useSecond();
  const open = useSignal(false);
  const troubled = troubles(sources.value, second);
  const [first] = troubled;
  if (first === undefined) return null;
  if (troubled.length === 1) return <Line troubled={first} now={second} />;
  return (
    <div class="banner many">
      <div class="banner-line">
        <span role="status">
          <b>{text.banner.many(troubled.length)}</b>
        </span>
        <button
          type="button"
          aria-expanded={open.value}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          {open.value ? text.banner.hide : text.banner.show}
        </button>
      </div>
      {open.value && troubled.map((one) => <Line key={one.source.id} troubled={one} now={second} />)}
    </div>
  );
}

function Line({ troubled, now }: { troubled: Troubled; now: number }) {
  const { source, why, next } = troubled;
  return (
    <div class="banner">
      <span title={why?.detail ?? undefined}>
        <span role="status">
          <b>{source.name}</b> {why ? `${why.text}.` : text.banner.credentialMissing}
        </span>{' '}
        <span class="next">{nextStep(next, now)}</span>
      </span>
      {next.kind === 'person' ? (
        <button type="button" onClick={() => openPane({ kind: 'source', id: source.id })}>
          {text.banner.edit}
        </button>
      ) : (
        <button
          type="button"
          disabled={next.kind === 'trying'}
          onClick={() => void act('retrySource', { id: source.id })}
        >
          {text.banner.tryNow}
        </button>
      )}
    </div>
  );
}

export function nextStep(next: Troubled['next'], now: number): string {
  if (next.kind === 'person') return text.banner.stoppedHint;
  const seconds = next.kind === 'at' ? Math.ceil((next.time - now) / 1000) : 0;
  if (seconds <= 0) return text.banner.trying;
  return seconds < 90 ? text.banner.inSeconds(seconds) : text.banner.inMinutes(Math.round(seconds / 60));
}

/** The time, each second while a countdown may be on the screen. */
export function useSecond(): number {
  const second = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') second.value = Date.now();
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  // A new snapshot must not be judged by a clock that is up to a second old.
  sources.value;
  return Math.max(second.value, Date.now());
}
