import type { DiagnosisStep } from '../../preload/contract.ts';
import type { Words } from '../words/words.ts';

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

/** Shorter than this isn't worth a number. */
const MOMENT_MS = 1_500;

/** "3 minutes": how long something has lasted, for a sentence. */
export function lasting({ locale, doctor }: Words, ms: number): string {
  if (ms < MOMENT_MS) return doctor.aMoment;
  const [n, unit] = inUnits(ms);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(n);
}

/** "3 minutes ago" */
export function ago({ locale, doctor }: Words, ms: number): string {
  if (ms < MOMENT_MS) return doctor.aMomentAgo;
  const [n, unit] = inUnits(ms);
  return new Intl.RelativeTimeFormat(locale).format(-n, unit);
}

/** "in 3 minutes" */
export function ahead({ locale, doctor }: Words, ms: number): string {
  if (ms < MOMENT_MS) return doctor.inAMoment;
  const [n, unit] = inUnits(ms);
  return new Intl.RelativeTimeFormat(locale).format(n, unit);
}

function inUnits(ms: number): [number, 'second' | 'minute' | 'hour' | 'day'] {
  const minutes = ms / 60_000;
  if (minutes < 1) return [Math.round(ms / 1000), 'second'];
  if (minutes < 60) return [Math.round(minutes), 'minute'];
  if (minutes < 60 * 48) return [Math.round(minutes / 60), 'hour'];
  return [Math.round(minutes / 60 / 24), 'day'];
}
