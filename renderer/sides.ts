/** In which direction one reads, for the little that CSS can't turn round by itself. */
export function isMirrored(): boolean {
  return document.dir === 'rtl';
}

/** Where in the window an element begins, as one reads. */
export function startEdge(element: Element): number {
  const { left, right } = element.getBoundingClientRect();
  return isMirrored() ? right : left;
}
