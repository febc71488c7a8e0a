/** The person's preferences, as the window changes them: some of them at a time. */
import type { Preferences } from '../../preload/contract.ts';
import { app } from './app.ts';
import { act } from './bridge.ts';
import { change } from './change.ts';

export function prefer(some: Partial<Preferences>): void {
  const before = app.value?.preferences;
  if (before === undefined) return;
  void change({ preferences: { ...before, ...some } }, () => act('setPreferences', some));
}
