import { expect, test } from 'vitest';
import type { AppliedRule } from '../policy/rules.ts';
import type { StoredVerdict } from '../store/notices.ts';
import { ENDED_BEFORE_ANSWER } from '../store/toasts.ts';
import { en } from '../words/en.ts';
import { explain, wasToasted } from './why.ts';

const nothing = { toastKind: null, attemptedAt: null, answeredAt: null, failure: null };
const verdict = (part: Partial<StoredVerdict>): StoredVerdict => ({
  ...{ occasion: 'arrival', verdict: 'toast', reason: 'arrived', at: 2, rules: [], ...nothing },
  ...part,
});
const builds = (kind: AppliedRule['kind']): AppliedRule => ({ id: 'r', name: 'Builds', kind });
const single = { toastKind: 'single', attemptedAt: 3 } as const;
const flood = { verdict: 'digest', reason: 'flood', toastKind: 'digest' } as const;

test.each([
  ['live', 'arrived on the live connection'],
  ['catch-up', 'fetched after a gap in the connection'],
  ['first', 'imported when the source was added'],
] as const)('%s', (arrival, text) =>
  expect(explain(en, { receivedAt: 1, arrival, readAt: null }, [])).toEqual([{ at: 1, text }]),
);

test.each<[Partial<StoredVerdict>, string[]]>([
  [{ reason: 'history' }, ['it is older than the source in Bellhop, and marked as read']],
  [{ reason: 'source-off' }, ['the source was turned off']],
  [{ reason: 'source-muted' }, ['the source is muted']],
  [{ reason: 'paused' }, ['toasts were paused']],
  [{ reason: 'quiet-hours' }, ['it came in your quiet hours, to be told when they end']],
  [{ reason: 'urgent' }, ['urgent ones are shown even in your quiet hours']],
  [{ reason: 'quiet-end' }, ['your quiet hours were over']],
  [{ reason: 'rule', rules: [builds('quiet')] }, ['kept quiet by your rule “Builds”']],
  [{ reason: 'rule', rules: [{ ...builds('archive'), name: '' }] }, ['archived by a rule of yours']],
  [
    { reason: 'paused', rules: [builds('urgent'), builds('sound')] },
    ['made urgent by your rule “Builds”', 'its sound was chosen by your rule “Builds”', 'toasts were paused'],
  ],
  [{ reason: 'in-view' }, ['the inbox was in front of you and showed it']],
  [{ reason: 'of a later version' }, ['of a later version']],
  [{ toastKind: 'single' }, ['nothing spoke against a toast', 'the toast waits for its turn']],
  [single, ['nothing spoke against a toast', 'toast handed to the system, no answer yet']],
  [{ ...single, answeredAt: 4 }, ['nothing spoke against a toast', 'toast shown']],
  [
    { ...single, answeredAt: 4, failure: 'do not disturb' },
    ['nothing spoke against a toast', 'toast not shown: do not disturb'],
  ],
  [
    { ...single, answeredAt: 4, failure: JSON.stringify(ENDED_BEFORE_ANSWER) },
    ['nothing spoke against a toast', 'toast perhaps shown: Bellhop ended before the system answered'],
  ],
  [
    { ...single, answeredAt: 4, failure: JSON.stringify(['noAnswer']) },
    ['nothing spoke against a toast', 'toast perhaps shown: the system did not say that it showed it'],
  ],
  [
    flood,
    ['part of a digest: more than 5 at once, or 20 in 10\u00a0s', 'the digest toast waits for its turn'],
  ],
  [
    { ...flood, attemptedAt: 3, answeredAt: 4 },
    ['part of a digest: more than 5 at once, or 20 in 10\u00a0s', 'digest toast shown'],
  ],
])('%j', (part, expected) => {
  const lines = explain(en, { receivedAt: 1, arrival: 'live', readAt: null }, [verdict(part)]).slice(1);
  expect(lines.map(({ text }) => text)).toEqual(expected);
  expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).sort());
});

test('toasted means that the system said it showed it', () => {
  expect(wasToasted(null, [verdict({ reason: 'paused' })])).toBe(false);
  expect(wasToasted(null, [verdict(single)])).toBe(false);
  expect(wasToasted(null, [verdict({ ...single, answeredAt: 4, failure: 'no' })])).toBe(false);
  expect(wasToasted(null, [verdict({ reason: 'paused' }), verdict({ ...single, answeredAt: 4 })])).toBe(true);
});

test('what was read while its digest gathered was not in it; what was read from the toast was', () => {
  const shown = verdict({ ...flood, attemptedAt: 6, answeredAt: 7 });
  const why = (readAt: number) =>
    explain(en, { receivedAt: 1, arrival: 'live', readAt }, [shown]).at(-1)?.text;
  expect([why(5), wasToasted(5, [shown])]).toEqual(['read before its toast’s turn came', false]);
  expect([why(8), wasToasted(8, [shown])]).toEqual(['digest toast shown', true]);
});
