import { type TextSize, textSizeSchema } from '../preload/contract.ts';

/** One step up or down, as far as there are any; 0 is back to the usual. */
export function otherTextSize(now: TextSize, by: 1 | -1 | 0): TextSize {
  if (by === 0) return 100;
  const sizes = [...textSizeSchema.values];
  return sizes[sizes.indexOf(now) + by] ?? now;
}
