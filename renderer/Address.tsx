import type { ComponentChildren } from 'preact';
import { act } from './state/bridge.ts';

/** An address in a notice's text: main opens it in the browser. Where it leads stands in its title. */
export function Address({ url, children }: { url: string; children: ComponentChildren }) {
  return (
    <button type="button" class="link" title={url} onClick={() => void act('openAddress', { url })}>
      {children}
    </button>
  );
}
