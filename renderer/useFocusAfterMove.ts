import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * An element that changes its place in the page loses the focus that it had.
 * @param order changes when the elements have changed places
 * @returns takes what is about to move: it has the focus again afterwards
 */
export function useFocusAfterMove(order: string): (element: HTMLElement) => void {
  const moving = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) moving.current?.focus();
    moving.current = null;
  }, [order]);
  return (element) => {
    moving.current = element;
  };
}
