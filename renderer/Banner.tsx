import { useSignal } from '@preact/signals';
import { type Troubled, troubles, wantsSignIn } from './pure/troubles.ts';
import { SignInButton } from './SignInButton.tsx';
import { sources } from './state/app.ts';
import { act, failure } from './state/bridge.ts';
import { openPane } from './state/places.ts';
import type { SignInOutcome } from './state/signIn.ts';
import { TroubleText, useSecond } from './TroubleText.tsx';
import { text } from './text.ts';

/** A calm line each for what isn't connected, and for what was missed and could not be had yet. */
export function Banner() {
  const second = useSecond();
  const troubled = troubles(sources.value, second);
  const lost = troubled.filter(({ connected }) => !connected);
  const behind = troubled.filter(({ connected }) => connected);
  return (
    <>
      <Together troubled={lost} second={second} many={text.banner.many} />
      <Together troubled={behind} second={second} many={text.banner.manyMissed} />
    </>
  );
}

type Alike = { troubled: Troubled[]; second: number; many: (n: number) => string };

/** What, why, when it tries next, and the one useful button. */
function Together({ troubled, second, many }: Alike) {
  const open = useSignal(false);
  const [first] = troubled;
  if (first === undefined) return null;
  if (troubled.length === 1) return <Line troubled={first} now={second} />;
  return (
    <div class="banner many">
      <div class="banner-line">
        <span role="status">
          <b>{many(troubled.length)}</b>
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
    // Disabled it would lose the focus.
    <button
      type="button"
      aria-disabled={next.kind === 'trying'}
      onClick={() => next.kind !== 'trying' && void act('retrySource', { id })}
    >
      {text.banner.tryNow}
    </button>
  );
}
