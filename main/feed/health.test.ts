import { expect, test } from 'vitest';
import type { FeedState, Trouble } from '../../preload/contract.ts';
import { disconnectedFrom, patienceMs } from './health.ts';

const why: Trouble = { since: 1_000, code: 'refused', text: 'isn’t answering', detail: null };
const connecting: FeedState = { kind: 'connecting', since: 5_000, why: null };
const retrying: FeedState = { kind: 'connecting', since: 5_000, why };
const waiting: FeedState = { kind: 'waiting', until: 9_000, why };

test.each<[string, FeedState, number | null, number]>([
  ['an original endpoint may answer late', connecting, null, 150_000],
  ['a server that announced a heartbeat answers promptly', connecting, 15_000, 10_000],
  ['a failure is a failure', waiting, null, 10_000],
  ['trying again after one', retrying, null, 10_000],
])('%s', (_what, state, heartbeatMs, expected) => expect(patienceMs(state, heartbeatMs)).toBe(expected));

test.each<[string, FeedState, number | null]>([
  ['off', { kind: 'off' }, null],
  ['open', { kind: 'open', since: 5_000 }, null],
  ['connecting, nothing wrong so far: from then on', connecting, 5_010],
  ['failing: from when it was last well, whatever was tried since', retrying, 1_010],
  ['waiting', waiting, 1_010],
  ['stopped: at once, a person has to act', { kind: 'stopped', until: null, why }, 1_000],
])('%s', (_what, state, expected) => expect(disconnectedFrom(state, 10)).toBe(expected));
