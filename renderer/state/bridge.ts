/** How the window talks to main. */
import { signal } from '@preact/signals';
import type { Bridge, Reply, RequestArgs, RequestResults, WindowRequest } from '../../preload/contract.ts';

let main: Bridge;
/** Must come before anything is asked. */
export function connect(bridge: Bridge): void {
  main = bridge;
}

/** As Node names it. */
export const platform = (): string => main.platform;

/** What the last failed action answered, shown until dismissed. */
export const failure = signal<string | null>(null);

/** Asks main and hands back its reply, for whoever shows a refusal in its own place. */
export function ask<N extends WindowRequest>(
  name: N,
  args: RequestArgs<N>,
): Promise<Reply<RequestResults[N]>> {
  return main.request(name, args);
}

/** Asks main to do something; a refusal also goes to the line above the list. */
export async function act<N extends WindowRequest>(
  name: N,
  args: RequestArgs<N>,
): Promise<Reply<RequestResults[N]>> {
  const reply = await ask(name, args);
  if (!reply.ok) failure.value = reply.error;
  return reply;
}
