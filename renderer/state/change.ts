/** Changes that the next one builds on: to the order of the sources, to rules, saved filters and preferences. */
import { batch } from '@preact/signals';
import type { AppState, Reply } from '../../preload/contract.ts';
import { told, wished } from './app.ts';
import { ask } from './bridge.ts';

let open = 0;

/**
 * The window has the change at once, and the next one goes on from it, however late main answers: until then main's
 * states are from before it.
 * @param wish what it makes of main's state; nothing: it is to be seen once main has accepted it
 * @param request tells main; where main refuses, the window goes back to what main has
 */
export async function change(
  wish: Partial<AppState>,
  request: () => Promise<Reply<null>>,
): Promise<Reply<null>> {
  open++;
  wished.value = { ...wished.value, ...wish };
  const reply = await request();
  open--;
  // What is wished for last holds what was wished for before.
  if (open === 0) await seeWhatMainHas();
  return reply;
}

async function seeWhatMainHas(): Promise<void> {
  const state = await ask('readState', {});
  if (open > 0) return;
  batch(() => {
    if (state.ok) told.value = state.value;
    wished.value = {};
  });
}
