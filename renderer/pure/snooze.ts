/** The times a person most likely means by "later". */

export type SnoozeChoice = { kind: 'hours' | 'evening' | 'tomorrow' | 'monday'; until: number };

const EVENING = 18;
const MORNING = 8;

/**
 * In the person's own time zone: in three hours, this evening (while that is some time away), tomorrow morning, and
 * Monday morning (unless that is tomorrow). @param now unix milliseconds, as is `until`
 */
export function snoozeChoices(now: number): SnoozeChoice[] {
  const at = (days: number, hour: number) => {
    const date = new Date(now);
    date.setDate(date.getDate() + days);
    return date.setHours(hour, 0, 0, 0);
  };
  const { day, hour } = { day: new Date(now).getDay(), hour: new Date(now).getHours() };
  const untilMonday = (8 - day) % 7 || 7;
  const choices: SnoozeChoice[] = [
    { kind: 'hours', until: now + 3 * 3_600_000 },
    ...(hour < EVENING - 1 ? [{ kind: 'evening', until: at(0, EVENING) } as const] : []),
    { kind: 'tomorrow', until: at(1, MORNING) },
    ...(untilMonday > 1 ? [{ kind: 'monday', until: at(untilMonday, MORNING) } as const] : []),
  ];
  return choices.sort((a, b) => a.until - b.until);
}

/** What a `datetime-local` field says, in unix milliseconds, or what is wrong with it. */
export function readMoment(value: string, now: number): number | 'none' | 'over' {
  const at = new Date(value).getTime();
  if (Number.isNaN(at)) return 'none';
  return at <= now ? 'over' : at;
}

/** A moment as a `datetime-local` field takes it. */
export function toField(at: number): string {
  const date = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 16);
}
