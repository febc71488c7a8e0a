const HOUR_MS = 60 * 60_000;
const MORNING = 8;

export function inAnHour(now: number): number {
  return now + HOUR_MS;
}

/** At eight the next morning, by the clock on this person's wall; the same as in the tray. */
export function tomorrowMorning(now: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() + 1);
  return day.setHours(MORNING, 0, 0, 0);
}
