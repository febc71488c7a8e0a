import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { CloseButton } from './CloseButton.tsx';
import { focusList } from './focus.ts';
import { closePane, room } from './state/places.ts';

/** A pane that was opened and is closed again; the focus goes in with it and back where it came from. */
export function Page(props: { title: string; onlyRead?: boolean; children: ComponentChildren }) {
  const { title, onlyRead = false, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const from = document.activeElement as HTMLElement | null;
    const field = heading.current?.closest('.pane')?.querySelector<HTMLElement>('[data-first]');
    (field ?? heading.current)?.focus();
    return () => {
      // What it covered can have the focus only once it is on the screen again.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        if (from?.isConnected && from !== document.body) from.focus();
        else focusList();
      });
    };
  }, []);
  return (
    <section class="pane" aria-label={title}>
      <header class="bar">
        {room.value === 'narrow' && <CloseButton onClick={closePane} />}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {room.value !== 'narrow' && <CloseButton onClick={closePane} />}
      </header>
      {onlyRead ? (
        // biome-ignore-start lint/a11y: without anything to stand on in it, keys could not scroll it; it is no field.
        <div class="page" role="group" tabIndex={0} aria-label={title}>
          {children}
        </div>
        // biome-ignore-end lint/a11y: until here
      ) : (
        <div class="page">{children}</div>
      )}
    </section>
  );
}
