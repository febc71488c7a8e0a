/** Moments in a sentence: «hoy 9:41» stands as it is; a clock, a weekday and a date take an article. */
export function el(when: string): string {
  if (/^(hoy|ayer|mañana)/.test(when)) return when;
  if (/^1:/.test(when)) return `la ${when}`;
  return /^\d+:/.test(when) ? `las ${when}` : `el ${when}`;
}
