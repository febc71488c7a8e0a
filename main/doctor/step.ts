import type { DiagnosisStep } from '../../preload/contract.ts';

type Name = DiagnosisStep['step'];

const step =
  (result: DiagnosisStep['result']) =>
  (name: Name, text: string, advice: string | null = null): DiagnosisStep => ({
    step: name,
    result,
    text,
    advice,
  });

export const ok = step('ok');
export const failed = step('failed');
/** It can't be told now. */
export const unknown = step('unknown');
/** It makes no sense to look: something before it failed, or a person turned it off. */
export const skipped = step('skipped');

/** "3 minutes": how long something has lasted, for a sentence. */
export function lasting(ms: number): string {
  const minutes = ms / 60_000;
  if (ms < 1_500) return 'a moment';
  if (minutes < 1) return count(Math.round(ms / 1000), 'second');
  if (minutes < 60) return count(Math.round(minutes), 'minute');
  if (minutes < 60 * 48) return count(Math.round(minutes / 60), 'hour');
  return count(Math.round(minutes / 60 / 24), 'day');
}

export const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
