import type { DiagnosisStep } from '../../preload/contract.ts';
import type { ToastService } from '../host.ts';
import type { LastToast } from '../store/toasts.ts';
import { en } from '../words/en.ts';
import { say, sayStored } from '../words/message.ts';
import { failed, lasting, ok, skipped, unknown } from './step.ts';

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
export function checkToasts({ service, last, paused, quiet, muted, now }: ToastFacts): DiagnosisStep {
  if (paused)
    return skipped(
      'toast',
      'Toasts are paused: notices come quietly.',
      'Resume them in the tray or the window.',
    );
  if (muted)
    return skipped('toast', 'This source is muted: its notices come quietly.', 'Unmute it on its page.');
  if (quiet)
    return skipped(
      'toast',
      'These are your quiet hours: you are told when they end.',
      'Change them in the settings.',
    );
  const text = say(en, service.says);
  const advice = service.advice && say(en, service.advice);
  if (service.works === false) return failed('toast', text, advice);
  if (service.works === null) return unknown('toast', text, advice);
  if (!last)
    return unknown(
      'toast',
      `${text} None has been raised so far.`,
      'Send a test, where the server takes one.',
    );
  const ago = `${lasting(now - last.at)} ago`;
  if (last.failure === null) return ok('toast', `${text} The last one was shown ${ago}.`);
  return failed(
    'toast',
    `The last toast, ${ago}, was perhaps not shown: ${sayStored(en, last.failure, last.failure)}.`,
    SYSTEM_SETTINGS,
  );
}

const SYSTEM_SETTINGS =
  'Look whether the system lets Bellhop show notifications (its notification settings, “do not disturb”), then send a test.';
