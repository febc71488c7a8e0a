import { expect, onTestFinished, test, vi } from 'vitest';
import { draft } from '../../testing/database.ts';
import { recorder } from '../../testing/recorder.ts';
import type { Intake } from '../store/intake.ts';
import { en } from '../words/en.ts';
import { type Message, say } from '../words/message.ts';
import { EMPTY, FIRST_IMPORT_MS, type Hello, type Reading } from './dialect.ts';
import type { RunningFeed } from './feed.ts';
import { createInflow } from './inflow.ts';

const NOW = 100 * FIRST_IMPORT_MS;
const hello: Hello = { resumable: true, heartbeatMs: null, live: 'at-once', loss: null };
const reading = (key: string, cursor: string | null, part: Partial<Reading> = {}): Reading => ({
  ...{ ...EMPTY, drafts: [draft(key)], cursor },
  ...part,
});

/** What an inflow commits, each as "arrival: bodies, cursor". */
function flow(
  greetedAt: number | null,
  onCommit: (intake: Omit<Intake, 'source'>) => void = () => {},
  aliveAt: number | null = greetedAt,
) {
  const commits = recorder<string>();
  const journal: string[] = [];
  const failures = recorder<unknown>();
  const options = {
    clock: () => NOW,
    commit(intake: Omit<Intake, 'source'>) {
      onCommit(intake);
      const { arrival, drafts, retractions, memory } = intake;
      const bodies = [...drafts.map(({ key }) => key), ...retractions.map(({ kind }) => kind)].join(' ');
      const greeted = memory.greetedAt === undefined ? '' : ' greeted';
      commits.push(`${arrival}: ${bodies} @${memory.cursor ?? '-'}${greeted}`);
      return drafts.length;
    },
    journal: (kind: string, says: Message) => void journal.push(`${kind}: ${say(en, says)}`),
  } as unknown as RunningFeed;
  return {
    ...{ commits, journal, failures },
    inflow: createInflow(options, { greetedAt, aliveAt }, () => {}, failures.push),
  };
}

test('live at once: each event by itself, with its cursor', () => {
  const { inflow, commits } = flow(1);
  inflow.open(hello, false);
  inflow.takeLive(reading('a', '1'));
  inflow.takeLive(reading('b', '2'));
  expect(commits.items).toEqual(['catch-up:  @-', 'live: a @1', 'live: b @2']);
});

test('an event that brings nothing but an id that is stored costs no transaction', () => {
  const { inflow, commits } = flow(1);
  inflow.open(hello, false);
  inflow.takeLive(reading('a', '1'));
  for (const cursor of ['1', null, '1', '2', '2']) inflow.takeLive({ ...EMPTY, cursor });
  expect(commits.items).toEqual(['catch-up:  @-', 'live: a @1', 'live:  @2']);
});

test('until the server says so, what comes is gathered as a catch-up, and then stored in one go', () => {
  const { inflow, commits, journal } = flow(1);
  inflow.open({ ...hello, live: 'when-told' }, false);
  inflow.takeLive(reading('a', '1'));
  inflow.takeLive(reading('b', '2'));
  inflow.takeLive({ ...EMPTY, cursor: '3', caughtUp: true });
  inflow.takeLive(reading('c', '4'));
  expect(commits.items).toEqual(['catch-up: a b @3', 'catch-up:  @3', 'live: c @4']);
  expect(journal).toEqual(['caught-up: caught up: 2 new']);
});

test('what a server has kept for newcomers is history, and what was made meanwhile is news', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const kept = (key: string, agoMs: number) => ({
    ...{ ...EMPTY, drafts: [draft(key, { createdAt: NOW - agoMs })] },
  });
  const { inflow, commits } = flow(null);
  inflow.open({ ...hello, sendsKept: true }, false);
  inflow.takeLive(kept('days old', 2 * FIRST_IMPORT_MS));
  inflow.takeLive(kept('old', 3_600_000));
  inflow.takeLive(kept('new', 1_000));
  inflow.takeLive(reading('timeless', null));
  vi.advanceTimersByTime(1_000);
  inflow.takeLive(kept('late', 3_600_000));
  expect(commits.items.slice(1)).toEqual([
    'first: old @-',
    'live: new @-',
    'live: timeless @-',
    'live: late @-',
  ]);
});

test('to one that was here before, what is old is news all the same', () => {
  const { inflow, commits } = flow(1);
  inflow.open({ ...hello, sendsKept: true }, false);
  inflow.takeLive({ ...EMPTY, drafts: [draft('old', { createdAt: 1 })] });
  expect(commits.items.slice(1)).toEqual(['live: old @-']);
});

test('where nobody says so, a silence does', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const { inflow, commits } = flow(1);
  inflow.open({ ...hello, live: 'when-quiet' }, false);
  inflow.takeLive(reading('a', '1'));
  vi.advanceTimersByTime(999);
  expect(commits.items).toEqual(['catch-up: a @1']);
  vi.advanceTimersByTime(1);
  inflow.takeLive(reading('b', '2'));
  expect(commits.items).toEqual(['catch-up: a @1', 'catch-up:  @-', 'live: b @2']);
  inflow.close();
});

test('news that come while a catch-up runs are shown at once, and the cursor waits for the catch-up', () => {
  const { inflow, commits } = flow(1);
  inflow.open(hello, true);
  inflow.takeMissed(reading('old', '1'), false);
  inflow.takeLive(reading('news', '9'));
  inflow.takeMissed(reading('older', '2'), false);
  expect(commits.items).toEqual(['live: news @-']);
  inflow.caughtUp();
  expect(commits.items.slice(1)).toEqual(['catch-up: old older @-', 'catch-up:  @9']);
  inflow.takeLive(reading('next', '10'));
  expect(commits.items.at(-1)).toBe('live: next @10');
});

test('a catch-up that comes in order moves the cursor as it goes; one that breaks off elsewhere does not', () => {
  const pages = flow(1);
  pages.inflow.open(hello, true);
  pages.inflow.takeMissed(reading('a', '1'), true);
  pages.inflow.close();
  expect(pages.commits.items).toEqual(['catch-up: a @1']);
  const stream = flow(1);
  stream.inflow.open(hello, true);
  stream.inflow.takeMissed(reading('a', '1'), false);
  stream.inflow.close();
  expect(stream.commits.items).toEqual(['catch-up: a @-']);
});

test('news that can’t be stored while a catch-up runs are not passed over by its end', () => {
  const full = new Error('SQLITE_FULL');
  let isFull = true;
  const { inflow, commits } = flow(1, () => {
    if (isFull) throw full;
  });
  inflow.open(hello, true);
  expect(() => inflow.takeLive(reading('news', '9'))).toThrow(full);
  isFull = false;
  inflow.takeMissed(reading('old', '1'), false);
  inflow.caughtUp();
  expect(commits.items).toEqual(['catch-up: old @-', 'catch-up:  @1']);
});

test('until the end of a catch-up is stored, news don’t move the cursor', () => {
  let isFull = false;
  const { inflow, commits } = flow(1, () => {
    if (isFull) throw new Error('SQLITE_FULL');
  });
  inflow.open(hello, true);
  inflow.takeMissed(reading('old', '1'), false);
  isFull = true;
  expect(inflow.caughtUp).toThrow('SQLITE_FULL');
  isFull = false;
  inflow.takeLive(reading('news', '9'));
  expect(commits.items).toEqual(['live: news @-']);
});

test('until what was missed is here, nothing is told alive: a gap may still begin before it', () => {
  const alive: unknown[] = [];
  const { inflow } = flow(1, ({ memory }) => void alive.push(memory.aliveAt));
  inflow.open(hello, true);
  inflow.takeLive(reading('news', '9'));
  inflow.takeMissed(reading('old', '1'), true);
  expect(inflow.isBehind()).toBe(true);
  inflow.caughtUp();
  expect(inflow.isBehind()).toBe(false);
  inflow.takeLive(reading('more', '10'));
  expect(alive).toEqual([undefined, undefined, NOW, NOW]);
});

test('of two versions made in the same second, the one that came live stays', () => {
  const version = (key: string, createdAt: number) => ({
    ...{ ...EMPTY, drafts: [draft(key, { sequence: 'backup', createdAt })] },
  });
  const { inflow, commits } = flow(1);
  inflow.open(hello, true);
  inflow.takeLive(version('done', 5_000));
  inflow.takeMissed(version('10 %', 5_000), false);
  inflow.takeMissed(version('newer', 6_000), false);
  inflow.takeMissed(reading('other', null), false);
  inflow.caughtUp();
  expect(commits.items.slice(0, 2)).toEqual(['live: done @-', 'catch-up: newer other @-']);
});

test('a first connection imports a day, as history', () => {
  const { inflow, commits } = flow(null);
  inflow.open(hello, true);
  const old = draft('old', { createdAt: NOW - FIRST_IMPORT_MS - 1 });
  const fresh = draft('fresh', { createdAt: NOW - FIRST_IMPORT_MS });
  inflow.takeMissed({ ...EMPTY, drafts: [old, fresh] }, true);
  inflow.caughtUp();
  expect(commits.items).toEqual(['first:  @-', 'first: fresh @-', 'first:  @- greeted']);
});

test('after a first catch-up that never came to its end, what was made since is news and not history', () => {
  const { inflow, commits } = flow(null, () => {}, NOW - 5_000);
  inflow.open(hello, true);
  const made = (key: string, agoMs: number) => draft(key, { createdAt: NOW - agoMs });
  inflow.takeMissed({ ...EMPTY, drafts: [made('before', 6_000), made('since', 4_000)], cursor: '2' }, true);
  inflow.caughtUp();
  expect(commits.items).toEqual(['first: before @-', 'catch-up: since @2', 'first:  @2 greeted']);
});

test('thousands are stored in portions, and what is retracted stays in its order', () => {
  const { inflow, commits } = flow(1);
  inflow.open({ ...hello, live: 'when-told' }, false);
  for (let n = 0; n < 1_050; n++) inflow.takeLive(reading('x', `${n}`));
  inflow.takeLive({ ...EMPTY, retractions: [{ key: 'd', sequence: 'x', kind: 'delete', at: null }] });
  inflow.takeLive(reading('again', '1200', { caughtUp: true }));
  const sizes = commits.items.map((line) => line.split(' x').length - 1);
  expect(sizes).toEqual([...Array(10).fill(100), 50, 0, 0]);
  expect(commits.items.slice(-3)).toEqual([
    expect.stringMatching(/x delete @1049$/),
    'catch-up: again @1200',
    'catch-up:  @1200',
  ]);
});

test('what waited and can’t be stored ends the connection', async () => {
  const full = new Error('SQLITE_FULL');
  const { inflow, failures } = flow(1, () => {
    throw full;
  });
  inflow.open({ ...hello, live: 'when-told' }, false);
  inflow.takeLive(reading('a', '1'));
  expect(await failures.until(({ length }) => length === 1)).toEqual([full]);
});

test('of much that can’t be read a part is told, the rest is counted', () => {
  const { inflow, journal } = flow(1);
  inflow.open(hello, false);
  for (let n = 0; n < 30; n++)
    inflow.takeLive({ ...EMPTY, unreadable: [{ says: ['notJson'], excerpt: '' }] });
  inflow.oversized('x');
  inflow.close();
  expect(journal).toHaveLength(21);
  expect(journal.at(-1)).toBe('unreadable: 11 more events could not be read');
});
