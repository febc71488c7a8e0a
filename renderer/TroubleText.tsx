import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Troubled, wantsSignIn } from './pure/troubles.ts';
import { sources } from './state/app.ts';
import { text } from './text.ts';

/** What is wrong with a source, and when Bellhop tries again. Only the first is read out, not every second. */
export function TroubleText({ troubled, now }: { troubled: Troubled; now: number }) {
  return (
    <>
      <span role="status">
        <b>{troubled.source.name}</b> {reason(troubled)}
      </span>{' '}
      <span class="next">{nextStep(troubled, now)}</span>
    </>
  );
}

function reason({ source, connected, why }: Troubled): string {
  if (why === 'credential' && source.credentialKind === 'session') return text.banner.session;
  if (typeof why === 'string') return text.banner[why];
  return connected ? text.banner.missed(why.text) : text.phrase.sentence(why.text);
}

function nextStep({ source, why, next }: Troubled, now: number): string {
  if (wantsSignIn(source)) return '';
  if (next.kind === 'person') return typeof why === 'string' ? '' : (text.banner.hints[why.code] ?? '');
  const seconds = next.kind === 'at' ? Math.ceil((next.time - now) / 1000) : 0;
  if (seconds <= 0) return text.banner.trying;
  return seconds < 90 ? text.banner.inSeconds(seconds) : text.banner.inMinutes(Math.round(seconds / 60));
}

/** The time, each second, for a countdown. */
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
