/** Signing in on a site's own page, which opens in a window of its own. */
import { signal } from '@preact/signals';
import { announce } from './announce.ts';
import { ask } from './bridge.ts';

export type SignInOutcome = { signedIn: boolean; text: string };

/** The source whose page is open. */
export const signingIn = signal<string | null>(null);

/** Resolves when the person is through with the page. `text` says what came of it. */
export async function signIn(id: string): Promise<SignInOutcome> {
  signingIn.value = id;
  const reply = await ask('signIn', { id });
  if (signingIn.value === id) signingIn.value = null;
  const outcome = reply.ok ? reply.value : { signedIn: false, text: reply.error };
  announce(outcome.text);
  return outcome;
}
