import type { Language } from '../../preload/contract.ts';
import { once } from '../pure/once.ts';

/** How a language writes numbers and what it counts. `one` is for what its plural rules call so: in French also 0. */
export function numbersIn(language: Language) {
  const format = once(() => new Intl.NumberFormat(language));
  const rules = once(() => new Intl.PluralRules(language));
  const number = (n: number): string => format().format(n);
  const plural = (n: number, one: string, many: string): string =>
    `${number(n)} ${rules().select(n) === 'one' ? one : many}`;
  return { number, plural };
}
