import type { WhyLine } from '../../preload/contract.ts';
import { NO_ANSWER } from '../host.ts';
import type { Arrival } from '../notice.ts';
import { FLOOD_BATCH, FLOOD_TOASTS, FLOOD_WINDOW_MS, type Reason } from '../policy/decide.ts';
import type { AppliedRule } from '../policy/rules.ts';
import { AGAIN, UPDATE } from '../store/intake.ts';
import type { StoredVerdict } from '../store/notices.ts';
import { SNOOZE } from '../store/snooze.ts';
import { ENDED_BEFORE_ANSWER } from '../store/toasts.ts';

const ARRIVALS: Record<Arrival, string> = {
  first: 'imported when the source was added',
  'catch-up': 'fetched after a gap in the connection',
  live: 'arrived on the live connection',
};

const REASONS: Record<Reason, string> = {
  arrived: 'nothing spoke against a toast',
  history: 'it is older than the source in Bellhop, and marked as read',
  'source-off': 'the source was turned off',
  'source-muted': 'the source is muted',
  rule: 'a rule of yours decided it',
  paused: 'toasts were paused',
  'quiet-hours': 'it came in your quiet hours, to be told when they end',
  urgent: 'urgent ones are shown even in your quiet hours',
  'quiet-end': 'your quiet hours were over',
  'back-together': 'part of a digest: several came back at once',
  'in-view': 'the inbox was in front of you and showed it',
  flood: `part of a digest: more than ${FLOOD_BATCH} at once, or ${FLOOD_TOASTS} in ${FLOOD_WINDOW_MS / 1000} s`,
};

/** What a rule did, by its name. */
const RULES: Record<AppliedRule['kind'], (rule: string) => string> = {
  toast: (rule) => `${rule} wants a toast for it`,
  quiet: (rule) => `kept quiet by ${rule}`,
  none: (rule) => `kept quiet and marked as read by ${rule}`,
  archive: (rule) => `archived by ${rule}`,
  urgent: (rule) => `made urgent by ${rule}`,
  sound: (rule) => `its sound was chosen by ${rule}`,
  hold: (rule) => `snoozed by ${rule}`,
};

/** The toast was handed over, and nobody knows what became of it: "not shown" would be a guess. */
const UNCERTAIN = [NO_ANSWER, ENDED_BEFORE_ANSWER];

/** The answer to "why did I (not) see this?": times and plain words, oldest first. */
export function explain(
  notice: { receivedAt: number; arrival: Arrival; readAt: number | null },
  verdicts: StoredVerdict[],
): WhyLine[] {
  return [
    { at: notice.receivedAt, text: ARRIVALS[notice.arrival] },
    ...verdicts.flatMap((verdict) => [
      ...explainOccasion(verdict),
      ...explainReason(verdict),
      ...explainToast(verdict, notice.readAt),
    ]),
  ];
}

/** By how its name begins. The arrival has been told. */
const OCCASIONS = {
  [UPDATE]: 'a newer version of it came',
  [AGAIN]: 'it came once more',
  [SNOOZE]: 'its time came: back from snoozed',
};

function explainOccasion({ occasion, at }: StoredVerdict): WhyLine[] {
  return Object.entries(OCCASIONS)
    .filter(([begin]) => occasion.startsWith(begin))
    .map(([, text]) => ({ at, text }));
}

/** The rule that decided is the reason. */
function explainReason({ at, reason, rules }: StoredVerdict): WhyLine[] {
  const byRules = rules.map(({ name, kind }) => ({
    at,
    text: RULES[kind](name ? `your rule “${name}”` : 'a rule of yours'),
  }));
  if (reason === 'rule' && rules.length > 0) return byRules;
  return [...byRules, { at, text: REASONS[reason as Reason] ?? reason }];
}

export function wasToasted(readAt: number | null, verdicts: StoredVerdict[]): boolean {
  return verdicts.some(
    (verdict) => verdict.answeredAt !== null && verdict.failure === null && !readBefore(verdict, readAt),
  );
}

/** A digest that has gathered leaves out what was read meanwhile. */
function readBefore({ attemptedAt }: StoredVerdict, readAt: number | null): boolean {
  return readAt !== null && attemptedAt !== null && readAt < attemptedAt;
}

function explainToast(verdict: StoredVerdict, readAt: number | null): WhyLine[] {
  const { toastKind, attemptedAt, answeredAt, failure, at } = verdict;
  if (toastKind === null) return [];
  if (readBefore(verdict, readAt)) return [{ at: readAt ?? at, text: 'read before its toast’s turn came' }];
  const name = toastKind === 'digest' ? 'digest toast' : 'toast';
  if (attemptedAt === null) return [{ at, text: `the ${name} waits for its turn` }];
  if (answeredAt === null) return [{ at: attemptedAt, text: `${name} handed to the system, no answer yet` }];
  if (UNCERTAIN.includes(failure ?? ''))
    return [{ at: answeredAt, text: `${name} perhaps shown: ${failure}` }];
  if (failure !== null) return [{ at: answeredAt, text: `${name} not shown: ${failure}` }];
  return [{ at: answeredAt, text: `${name} shown` }];
}
