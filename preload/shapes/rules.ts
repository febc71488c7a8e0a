/** What a person may lay down about notices: rules, quiet hours, pause. */
import { z } from 'zod';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 22:00.');
/** 0 is Sunday, as in JavaScript's Date. */
const weekday = z.number().int().min(0).max(6);
const weekdays = z.array(weekday).max(7);
const name = z.string().trim().min(1).max(200);

/** A span of the day in which something holds; one that ends before it begins goes on into the next day. */
export const hoursSchema = z.object({ days: weekdays.min(1), from: clockTime, to: clockTime });
export type Hours = z.infer<typeof hoursSchema>;

export const quietHoursSchema = z.object({
  enabled: z.boolean(),
  hours: z.array(hoursSchema).max(20),
  /** An IANA time zone; null: the system's. */
  timeZone: z.string().max(64).nullable(),
  /** Urgent notices are shown all the same. */
  urgentPasses: z.boolean(),
});
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** Everything given must hold; what is null is not asked. */
export const matchSchema = z.object({
  source: z.string().min(1).max(64).nullable(),
  topic: name.nullable(),
  /** In title or text, whatever its case. */
  text: z.string().trim().min(1).max(500).nullable(),
  /** In RE2's syntax, over title and text: https://github.com/google/re2/wiki/Syntax */
  regex: z.string().min(1).max(500).nullable(),
  /** 1 to 5, both ends included. */
  minPriority: z.number().int().min(1).max(5).nullable(),
  maxPriority: z.number().int().min(1).max(5).nullable(),
  /** When it arrives. */
  hours: hoursSchema.nullable(),
});
export type Match = z.infer<typeof matchSchema>;

export const soundSchema = z.enum(['default', 'none']);
export type Sound = z.infer<typeof soundSchema>;

export const ruleActionSchema = z.discriminatedUnion('kind', [
  /** A toast, even in quiet hours or while paused. */
  z.object({ kind: z.literal('toast') }),
  /** In the inbox, without a toast. */
  z.object({ kind: z.literal('quiet') }),
  /** In the inbox and read. */
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('archive') }),
  /** Counts as priority 5 from here on. */
  z.object({ kind: z.literal('urgent') }),
  z.object({ kind: z.literal('sound'), sound: soundSchema }),
  /** Snoozed on arrival: until the next time of day. */
  z.object({ kind: z.literal('hold'), until: clockTime }),
]);
export type RuleAction = z.infer<typeof ruleActionSchema>;

/** In their order; the first that matches and says what becomes of the toast decides. `urgent` and `sound` go on to the next. */
export const ruleSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().max(80),
  enabled: z.boolean(),
  match: matchSchema,
  action: ruleActionSchema,
});
export type Rule = z.infer<typeof ruleSchema>;

/** Unix milliseconds; `forever` until the person ends it. */
export const pauseSchema = z.union([z.null(), z.number().int().nonnegative(), z.literal('forever')]);
export type Pause = z.infer<typeof pauseSchema>;
