import type { Figure } from './figures.ts';
export async function openWindows(): Promise<Figure[]> {
  return [];
}
