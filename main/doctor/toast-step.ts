import type { DiagnosisStep } from '../../preload/contract.ts';
import type { ToastService } from '../host.ts';
import type { LastToast } from '../store/toasts.ts';
import { say, sayStored } from '../words/message.ts';
import type { Words } from '../words/words.ts';
import { ago, failed, ok, skipped, unknown } from './step.ts';

export type ToastFacts = {
  service: ToastService;
  /** The newest toast that was handed to the system, of any source. */
  last: LastToast | null;
  paused: boolean;
  /** It is within quiet hours. */
  quiet: boolean;
  muted: boolean;
  now: number;
};

/** Whether a toast would be seen. What the system really did with the last one says more than what it offers. */
export function checkToasts(words: Words, facts: ToastFacts): DiagnosisStep {
  const { service, last, paused, quiet, muted, now } = facts;
  const { doctor } = words;
  if (paused) return skipped('toast', doctor.paused, doctor.resume);
  if (muted) return skipped('toast', doctor.muted, doctor.unmute);
  if (quiet) return skipped('toast', doctor.quiet, doctor.changeQuiet);
  const text = say(words, service.says);
  const advice = service.advice && say(words, service.advice);
  if (service.works === false) return failed('toast', text, advice);
  if (service.works === null) return unknown('toast', text, advice);
  if (!last) return unknown('toast', words.together(text, doctor.noneYet), doctor.sendTest);
  const when = ago(words, now - last.at);
  if (last.failure === null) return ok('toast', words.together(text, doctor.lastShown(when)));
  const why = sayStored(words, last.failure, last.failure);
  return failed('toast', doctor.lastFailed(when, why), doctor.lookInSystem);
}
