import { useLayoutEffect } from 'preact/hooks';

/**
 * Tells screen readers which row of how many one stands on: counted through all days, where browsers count within each.
 * Written past the rows, which stand still when others come. https://www.w3.org/TR/wai-aria-1.2/#aria-setsize
 * @param whole all there is is loaded: while there is more, nobody knows how many there are
 */
export function usePositions(list: { current: HTMLElement | null }, shown: unknown, whole: boolean): void {
  useLayoutEffect(() => {
    const options = list.current?.querySelectorAll('[role="option"]') ?? [];
    const size = String(whole ? options.length : -1);
    options.forEach((option, at) => {
      change(option, 'aria-posinset', String(at + 1));
      change(option, 'aria-setsize', size);
    });
  }, [shown, whole]);
}

function change(option: Element, name: string, value: string): void {
  if (option.getAttribute(name) !== value) option.setAttribute(name, value);
}
