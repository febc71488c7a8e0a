import { effect } from '@preact/signals';
import { afterEach, expect, it } from 'vitest';
import type { AppState } from '../preload/contract.ts';
import { locale, timeHere } from './here.ts';
import { told } from './state/app.ts';

const stateWith = (...systemLanguages: string[]) => ({ systemLanguages }) as unknown as AppState;

afterEach(() => {
  told.value = null;
});

it('what shows a time stands still when a new state comes, until the system’s language changes', () => {
  const clocks: string[] = [];
  told.value = stateWith('en-US', 'de-AT');
  const stop = effect(() => void clocks.push(timeHere.clock(Date.UTC(2026, 10, 22, 15))));
  told.value = stateWith('en-US', 'de-AT');
  expect([clocks.length, locale.value]).toEqual([1, 'en-US']);
  told.value = stateWith('en-GB');
  expect([clocks.length, locale.value]).toEqual([2, 'en-GB']);
  expect(clocks[0]).toMatch(/[AP]M$/);
  expect(clocks[1]).not.toMatch(/[AP]M$/);
  stop();
});
