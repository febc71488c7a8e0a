import { type SignInOutcome, signIn, signingIn } from './state/signIn.ts';
import { text } from './text.ts';

/** Opens the site's own login page. */
export function SignInButton(props: { source: string; onOutcome: (outcome: SignInOutcome) => void }) {
  const busy = signingIn.value === props.source;
  const start = async () => {
    if (!busy) props.onOutcome(await signIn(props.source));
  };
  return (
    <button type="button" aria-disabled={busy} onClick={() => void start()}>
      {busy ? text.signIn.busy : text.signIn.button}
    </button>
  );
}
