/** What a person may lay down about notices: rules, quiet hours, pause, sounds. */
import { z } from 'zod';
import { mistakes } from './mistakes.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, mistakes.clockTime);
const priority = z.number().int().min(1).max(5);
const text = z.string().trim().min(1).max(500);

/**
 * A span that begins on each of these days (0 is Sunday, as in JavaScript's Date). One that ends before it begins goes on
 * into the next day; one that ends when it begins lasts a whole day.
 */
export const hoursSchema = z.object({
  days: z.array(z.number().int().min(0).max(6)).min(1, mistakes.noDay).max(7),
  from: clockTime,
  to: clockTime,
});
export type Hours = z.infer<typeof hoursSchema>;

export const quietHoursSchema = z.object({
  enabled: z.boolean(),
  hours: z.array(hoursSchema).max(20),
  /** An IANA time zone; null: the system's. The times of day in rules are meant in it too. */
  timeZone: z.string().min(1).max(64).nullable(),
  /** Urgent notices are shown all the same. */
  urgentPasses: z.boolean(),
});
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** Everything given must hold; what is null is not asked. */
export const matchSchema = z
  .object({
    source: z.string().min(1).max(64).nullable(),
    /** The whole topic, whatever its case. */
    topic: z.string().trim().min(1).max(200).nullable(),
    /** In title or text, whatever its case. */
    text: text.nullable(),
    /**
     * In RE2's syntax, https://github.com/google/re2/wiki/Syntax, over the title's line and those of the text: `^` and
     * `$` stand for the ends of a line. Letters match in their case unless it begins with `(?i)`.
     */
    regex: z.string().min(1).max(500).nullable(),
    /** Both ends included. */
    minPriority: priority.nullable(),
    maxPriority: priority.nullable(),
    /** When it arrives. */
    hours: hoursSchema.nullable(),
  })
  .refine(({ minPriority, maxPriority }) => (minPriority ?? 1) <= (maxPriority ?? 5), {
    path: ['maxPriority'],
    error: mistakes.priorities,
  });
export type Match = z.infer<typeof matchSchema>;

/** What the system plays for a toast. On Linux the desktop’s own settings decide, whatever is said here. */
export const soundSchema = z.enum(['default', 'none']);
export type Sound = z.infer<typeof soundSchema>;

/** By priority. */
export const soundsSchema = z.object({
  ...{ 1: soundSchema, 2: soundSchema, 3: soundSchema, 4: soundSchema, 5: soundSchema },
});
export type Sounds = z.infer<typeof soundsSchema>;

export const ruleActionSchema = z.discriminatedUnion('kind', [
  /** A toast, even in quiet hours or while paused. */
  z.object({ kind: z.literal('toast') }),
  /** In the inbox, without a toast. */
  z.object({ kind: z.literal('quiet') }),
  /** In the inbox and read. */
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('archive') }),
  /** Counts as priority 5 from here on, for the rules below as well. */
  z.object({ kind: z.literal('urgent') }),
  z.object({ kind: z.literal('sound'), sound: soundSchema }),
  /** Snoozed on arrival, until it is next this time of day. */
  z.object({ kind: z.literal('hold'), until: clockTime }),
]);
export type RuleAction = z.infer<typeof ruleActionSchema>;

/**
 * Rules are asked in their order. The first that matches and says what becomes of the notice decides; `urgent` and
 * `sound` change it and leave that to the rules below.
 */
export const ruleSchema = z.object({
  /** Given by whoever makes the rule, and kept when it is edited or moved: its counts hang on it. */
  id: z.string().min(1).max(64),
  name: z.string().trim().max(80),
  enabled: z.boolean(),
  match: matchSchema,
  action: ruleActionSchema,
});
export type Rule = z.infer<typeof ruleSchema>;

export const rulesSchema = z
  .array(ruleSchema)
  .max(100, mistakes.manyRules)
  .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, mistakes.ruleIdTaken);

/** `matched`: how often it took part in what became of a notice; `lastAt`: when last, unix milliseconds. */
export type RuleView = Rule & { matched: number; lastAt: number | null };

/** Until when no toasts rise, unix milliseconds; `forever`: until the person ends it; null: they do rise. */
export const pauseSchema = z.union([z.null(), z.number().int().nonnegative(), z.literal('forever')]);
export type Pause = z.infer<typeof pauseSchema>;
