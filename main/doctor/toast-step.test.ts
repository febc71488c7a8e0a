import { expect, test } from 'vitest';
import { arrive, draft, temporaryDatabase, toast } from '../../testing/database.ts';
import type { ToastService } from '../host.ts';
import { lastToast, NOTHING_LEFT, recordToastResult } from '../store/toasts.ts';
import { en } from '../words/en.ts';
import { checkToasts, type ToastFacts } from './toast-step.ts';

const service: ToastService = { works: true, says: ['takesToasts'], advice: null };
const now = 10 * 60_000;
const check = (part: Partial<ToastFacts>) =>
  checkToasts(en, { service, last: null, paused: false, quiet: false, muted: false, now, ...part });

test('what the system did with the last toast says more than what it offers', () => {
  expect(check({})).toMatchObject({
    result: 'unknown',
    text: 'The system takes toasts. None has been raised so far.',
  });
  const shown = check({ last: { at: now - 60_000, failure: null } });
  expect(shown).toMatchObject({
    result: 'ok',
    text: 'The system takes toasts. The last one was shown 1 minute ago.',
  });
  expect(check({ last: { at: 0, failure: 'the system refused it' } })).toMatchObject({
    result: 'failed',
    text: 'The last toast, 10 minutes ago, was perhaps not shown: the system refused it.',
    advice: expect.stringContaining('send a test'),
  });
});

test('a host without toasts, one that can’t tell, and a person who wants none', () => {
  const none: ToastService = { works: false, says: ['takesNoToasts'], advice: ['startToastService'] };
  expect(check({ service: none })).toMatchObject({
    result: 'failed',
    text: 'This system has no notification service.',
    advice: 'Install or start one; desktops bring their own.',
  });
  expect(check({ service: { ...none, works: null } }).result).toBe('unknown');
  expect(check({ paused: true })).toMatchObject({
    result: 'skipped',
    text: expect.stringContaining('paused'),
  });
  expect(check({ quiet: true })).toMatchObject({ result: 'skipped', text: expect.stringContaining('quiet') });
  expect(check({ muted: true })).toMatchObject({ result: 'skipped', text: expect.stringContaining('muted') });
});

test('the last toast is the last one that the system was asked for', () => {
  const db = temporaryDatabase();
  expect(lastToast(db)).toBeNull();
  const [first = -1, read = -1] = arrive(db, [draft('a'), draft('b'), draft('c')], { verdict: toast }).toasts;
  expect(lastToast(db)).toBeNull();
  recordToastResult(db, first, { shown: true }, 5);
  recordToastResult(db, read, { shown: false, reason: NOTHING_LEFT }, 6);
  expect(lastToast(db)).toEqual({ at: 5, failure: null });
});
