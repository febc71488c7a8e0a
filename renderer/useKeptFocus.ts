import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { focusList } from './focus.ts';
import { rows } from './state/list.ts';

/** A row that had the focus and is gone hands it on. */
export function useKeptFocus(scroller: { current: HTMLElement | null }): void {
  const had = useRef(false);
  const shown = rows.value;
  useLayoutEffect(() => {
    if (had.current && document.activeElement === document.body) focusList();
  }, [shown]);
  useEffect(() => {
    const onFocus = (event: Event) => {
      had.current = scroller.current?.contains(event.target as Node) ?? false;
    };
    const onPress = (event: Event) => {
      if (!scroller.current?.contains(event.target as Node)) had.current = false;
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPress);
    };
  }, []);
}
