import type { WhyLine } from '../../preload/contract.ts';
import type { Arrival } from '../notice.ts';
import { FLOOD_BATCH, FLOOD_TOASTS, FLOOD_WINDOW_MS, type Reason } from '../policy/decide.ts';
import { AGAIN, UPDATE } from '../store/intake.ts';
import type { StoredVerdict } from '../store/notices.ts';
import { SNOOZE } from '../store/snooze.ts';
import { readMessage, sayStored } from '../words/message.ts';
import type { Words } from '../words/words.ts';

/** The answer to "why did I (not) see this?": times and plain words, oldest first. */
export function explain(
  words: Words,
  notice: { receivedAt: number; arrival: Arrival; readAt: number | null },
  verdicts: StoredVerdict[],
): WhyLine[] {
  return [
    { at: notice.receivedAt, text: words.why.arrivals[notice.arrival] },
    ...verdicts.flatMap((verdict) => [
      ...explainOccasion(words, verdict),
      ...explainReason(words, verdict),
      ...explainToast(words, verdict, notice.readAt),
    ]),
  ];
}

/** By how the occasion's name begins. The arrival has been told. */
function explainOccasion({ why: { occasions } }: Words, { occasion, at }: StoredVerdict): WhyLine[] {
  const known = { [UPDATE]: occasions.update, [AGAIN]: occasions.again, [SNOOZE]: occasions.snooze };
  return Object.entries(known)
    .filter(([begin]) => occasion.startsWith(begin))
    .map(([, text]) => ({ at, text }));
}

/** The rule that decided is the reason. */
function explainReason({ why }: Words, { at, reason, rules }: StoredVerdict): WhyLine[] {
  const byRules = rules.map(({ name, kind }) => ({
    at,
    text: why.rules[kind](name ? why.ruleCalled(name) : why.someRule),
  }));
  if (reason === 'rule' && rules.length > 0) return byRules;
  return [...byRules, { at, text: sayReason(why, reason as Reason) }];
}

/** One of a later version is told as it is. */
function sayReason(why: Words['why'], reason: Reason): string {
  if (reason === 'flood') return why.flood(FLOOD_BATCH, FLOOD_TOASTS, FLOOD_WINDOW_MS / 1000);
  return why.reasons[reason] ?? reason;
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

/** The toast was handed over, and nobody knows what became of it: "not shown" would be a guess. */
const UNCERTAIN = ['noAnswer', 'endedBeforeAnswer'];

function explainToast(words: Words, verdict: StoredVerdict, readAt: number | null): WhyLine[] {
  const { toastKind, attemptedAt, answeredAt, failure, at } = verdict;
  if (toastKind === null) return [];
  if (readBefore(verdict, readAt)) return [{ at: readAt ?? at, text: words.why.readBefore }];
  const toast = words.why[toastKind];
  if (attemptedAt === null) return [{ at, text: toast.waits }];
  if (answeredAt === null) return [{ at: attemptedAt, text: toast.handedOver }];
  if (failure === null) return [{ at: answeredAt, text: toast.shown }];
  const said = sayStored(words, failure, failure);
  const isUncertain = UNCERTAIN.includes(readMessage(words, failure)?.[0] ?? '');
  return [{ at: answeredAt, text: isUncertain ? toast.uncertain(said) : toast.failed(said) }];
}
