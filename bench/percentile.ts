/** The nearest-rank percentile: https://en.wikipedia.org/wiki/Percentile. @param at between 0 and 1 */
export function percentile(values: number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * at) - 1)] ?? Number.NaN;
}
