import { useSignal } from '@preact/signals';
import { type Troubled, troubles, wantsSignIn } from './pure/troubles.ts';
import { SignInButton } from './SignInButton.tsx';
import { sources } from './state/app.ts';
import { act, failure } from './state/bridge.ts';
import { openPane } from './state/places.ts';
import type { SignInOutcome } from './state/signIn.ts';
import { TroubleText, useSecond } from './TroubleText.tsx';
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
  const { why } = troubled;
  return (
    <div class="banner">
      <span title={typeof why === 'string' ? undefined : (why.detail ?? undefined)}>
        <TroubleText troubled={troubled} now={now} />
      </span>
      <Remedy troubled={troubled} />
    </div>
  );
}

function Remedy({ troubled: { source, next } }: { troubled: Troubled }) {
  const { id } = source;
  if (wantsSignIn(source)) {
    const tell = ({ signedIn, text: words }: SignInOutcome) => {
      if (!signedIn) failure.value = words;
    };
    return <SignInButton source={id} onOutcome={tell} />;
  }
  if (next.kind === 'person') {
    return (
      <button type="button" onClick={() => openPane({ kind: 'source', id })}>
        {text.banner.edit}
      </button>
    );
  }
  return (
    <button type="button" disabled={next.kind === 'trying'} onClick={() => void act('retrySource', { id })}>
      {text.banner.tryNow}
    </button>
  );
}
