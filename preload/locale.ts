/** How numbers and times are written for a person: for window and tray alike. Without zod, which the window does without. */

/**
 * The language as it is spoken in the person’s own region, where they speak it: `de-AT`.
 * @param system what the system prefers, best first, as Intl takes it
 */
export const localeOf = (language: string, system: readonly string[]): string =>
  system.find((tag) => tag.split('-')[0] === language) ?? language;

/**
 * Who is used to 24 hours keeps them in every language; a.m. and p.m. stay in those that have them.
 * @param best the language that the system prefers
 */
export function hoursOf(best: string | undefined): { hourCycle?: 'h23' } {
  const { hourCycle } = new Intl.DateTimeFormat(best, { hour: 'numeric' }).resolvedOptions();
  return hourCycle === 'h23' ? { hourCycle } : {};
}
