/** What is about a source leaves the screen with it, whoever removed it: this window, or a command line. */
import { effect, untracked } from '@preact/signals';
import { sourceById } from './app.ts';
import { filter, inbox } from './filter.ts';
import { closePane, pane } from './places.ts';
import { goTo } from './selection.ts';

export function startLeaving(): void {
  effect(() => {
    if (pane.value.kind === 'source' && !sourceById(pane.value.id)) closePane();
    const { source } = filter.value;
    if (source !== null && !sourceById(source)) untracked(() => void goTo(inbox));
  });
}
