/** The person's own way of writing times, in the catalogue's language. */
import { type Times, times } from './pure/time.ts';
import { text } from './text.ts';

function here(): Times {
  const system = navigator.language;
  const { hourCycle } = new Intl.DateTimeFormat(system, { hour: 'numeric' }).resolvedOptions();
  const locale = system.startsWith(text.language) ? system : text.language;
  return times({ locale, ...(hourCycle ? { hourCycle } : {}) }, text.time);
}

export const timeHere = here();
