/** The focus is never lost: where what has it goes away by itself, it passes on to what stands next to that. */
import { focusList } from './focus.ts';

const FOCUSABLE = 'button, input, select, textarea, summary, [tabindex="0"]';

/** What has the focus, and all that it stands in, from within to without. */
let standing: Element[] = [];

export function startKeepingFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    standing = withAncestors(target as Element);
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    // Who presses beside everything wants the focus nowhere. What is being removed is not there any more by then.
    if (relatedTarget === null) queueMicrotask(() => (target as Element).isConnected && stand(target, []));
  });
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}

function stand(was: EventTarget | null, next: Element[]): void {
  if (standing[0] === was && document.activeElement !== was) standing = next;
}

function look(): void {
  if (!isLost()) return;
  // A pane or a list that knows better where it goes comes first.
  requestAnimationFrame(() => requestAnimationFrame(() => isLost() && passOn()));
}

function isLost(): boolean {
  return document.activeElement === document.body && standing[0]?.isConnected === false;
}

function passOn(): void {
  const left = standing.find((element) => element.isConnected);
  standing = [];
  const near = left?.closest('.page, dialog') ? left.querySelector<HTMLElement>(FOCUSABLE) : null;
  if (near) near.focus({ preventScroll: true });
  else focusList();
  // Without any list, or where it is covered.
  if (document.activeElement === document.body)
    document.querySelector('.pane')?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
}

function withAncestors(element: Element): Element[] {
  const all: Element[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) all.push(at);
  return all;
}
