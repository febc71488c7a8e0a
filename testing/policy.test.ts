import { expect, test } from 'vitest';
import { openDatabase } from '../main/store/database.ts';
import type { QuietHours, Rule } from '../preload/contract.ts';
import type { NewRow } from '../server/store/store.ts';
import { temporaryServer } from '../server/testing.ts';
import { listenTo, openTestBellhop } from './bellhop.ts';
import { arrive, draft, toast } from './database.ts';
import { temporaryFolder } from './folder.ts';
import { rule } from './rules.ts';

const HOUR = 3_600_000;
const texts = (lines: { text: string }[]) => lines.map(({ text }) => text);
const asleep = { why: ['slept'], kind: 'slept' } as const;

/** A clock that runs, and can be put forward. */
function movingClock() {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    forward(ms: number) {
      ahead += ms;
    },
  };
}

/** Quiet from an hour ago until in an hour. */
function quietAround(now: number, part: Partial<QuietHours> = {}): QuietHours {
  const time = (at: number) => new Date(at).toISOString().slice(11, 16);
  const hours = { days: [0, 1, 2, 3, 4, 5, 6], from: time(now - HOUR), to: time(now + HOUR) };
  return { enabled: true, hours: [hours], timeZone: 'UTC', urgentPasses: true, ...part };
}

/** Bellhop, listening live to a companion server, by a clock that the test moves. */
async function listening() {
  const server = await temporaryServer();
  const clock = movingClock();
  const folder = temporaryFolder();
  const open = () => openTestBellhop(folder, clock.now);
  const bellhop = open();
  const source = await listenTo(bellhop, server);
  const publish = (content: string, part: Partial<NewRow> = {}) =>
    server.publish('alice', { content, notificationTypeId: 1, ...part });
  /** Publishes and waits until it is stored, wherever it goes. */
  const receive = async (content: string, part: Partial<NewRow> = {}, to = bellhop) => {
    publish(content, part);
    const { sample } = await findByText(content, to);
    const notice = await to.requests.getNotice({ id: sample[0]?.id ?? -1 });
    if (!notice) throw new Error(`${content} was stored and is gone`);
    return notice;
  };
  const findByText = async (text: string, to = bellhop) => {
    for (;;) {
      const found = await to.requests.previewRule({ rule: rule('find', { text }) });
      if (found.matched > 0) return found;
      await to.states.next();
    }
  };
  return { ...bellhop, bellhop, server, source, clock, open, publish, receive };
}

test('rules decide what becomes of a notice, say so, and are counted', async () => {
  const { requests, bellhop, toasts, receive } = await listening();
  const rules: Rule[] = [
    rule('big', { text: 'disaster' }, 'urgent'),
    rule('soft', { topic: 'type 1', regex: '^soft' }, { kind: 'sound', sound: 'none' }),
    rule('builds', { regex: 'build \\d+' }, 'quiet'),
    rule('spam', { text: 'winner' }, 'archive'),
    rule('done', { text: 'done' }, 'none'),
  ];
  requests.setRules({ rules });

  expect(texts((await receive('build 42')).why).at(-1)).toBe('kept quiet by your rule “Rule builds”');
  expect((await receive('all done')).readAt).not.toBeNull();
  expect(texts((await receive('a winner')).why).at(-1)).toBe('archived by your rule “Rule spam”');
  expect((await bellhop.notices()).map(({ body }) => body)).toEqual(['all done', 'build 42', 'history']);
  expect(toasts.items).toEqual([]);

  await receive('soft music');
  const disaster = await receive('disaster');
  expect(toasts.items).toMatchObject([
    { body: 'soft music', silent: true, urgent: false },
    { body: 'disaster', silent: false, urgent: true },
  ]);
  expect(disaster.priority).toBe(5);
  expect(texts(disaster.why)).toContain('made urgent by your rule “Rule big”');

  const { rules: told } = await bellhop.state((state) => state.rules[0]?.matched === 1);
  expect(told.map(({ id, matched }) => [id, matched])).toEqual(rules.map(({ id }) => [id, 1]));
  requests.setRules({ rules: rules.slice(0, 1) });
  requests.setRules({ rules }); // that was undone
  expect((await requests.getState({})).state.rules.map(({ matched }) => matched)).toEqual([1, 1, 1, 1, 1]);
});

test('what a rule holds comes back by itself, with a toast', async () => {
  const { requests, bellhop, toasts, receive, clock, wake } = await listening();
  const until = new Date(clock.now() + HOUR).toISOString().slice(11, 16);
  requests.setQuietHours(quietAround(clock.now(), { enabled: false }));
  requests.setRules({ rules: [rule('later', {}, { kind: 'hold', until })] });
  const held = await receive('read me later');
  expect(held.heldUntil).toBeGreaterThan(clock.now());
  expect(texts(held.why).at(-1)).toBe('snoozed by your rule “Rule later”');
  expect([toasts.items, (await bellhop.notices()).length]).toEqual([[], 1]);
  clock.forward(HOUR);
  wake(asleep);
  await toasts.until(({ length }) => length === 1);
  expect(toasts.items).toMatchObject([{ body: 'read me later' }]);
  expect((await bellhop.notices())[0]).toMatchObject({ body: 'read me later', heldUntil: null });
});

test('a rule that can’t be is refused in words, and the old ones stay', async () => {
  const { requests } = openTestBellhop();
  requests.setRules({ rules: [rule('a', {})] });
  const broken = { ...rule('b', { regex: 'a(b' }), enabled: false };
  const words = 'The pattern “a(b” can’t be read: a “(” is never closed.';
  await expect(async () => requests.setRules({ rules: [broken] })).rejects.toThrow(
    `${words} (in the rule “Rule b”)`,
  );
  await expect(requests.previewRule({ rule: broken })).rejects.toThrow(words);
  expect((await requests.getState({})).state.rules).toMatchObject([{ id: 'a' }]);
});

test('a rule that was written into the settings file with a mistake is told at the start', async () => {
  const first = openTestBellhop();
  const rules = [rule('b', { regex: 'a(b' })];
  first.settings.write({ ...first.settings.read(), rules });
  await first.close();
  const { problems } = await openTestBellhop(first.folder).state((state) => state.problems.length > 0);
  expect(problems).toMatchObject([{ text: 'A rule can’t be used.', detail: expect.stringContaining('a(b') }]);
});

test('a rule is tried on the stored history before it is saved', async () => {
  const { requests, publish, receive } = await listening();
  for (let n = 1; n <= 24; n++) publish(`build ${n}`);
  await receive('last one');
  const builds = rule('new', { regex: 'build \\d+$' });
  const { matched, looked, sample } = await requests.previewRule({ rule: builds });
  expect([matched, looked, sample.length]).toEqual([24, 26, 20]);
  expect([sample[0]?.body, sample.at(-1)?.body]).toEqual(['build 24', 'build 5']);
  const elsewhere = rule('new', { source: 'another' });
  expect(await requests.previewRule({ rule: elsewhere })).toEqual({ matched: 0, looked: 26, sample: [] });
});

test('what comes in quiet hours is told once they are over, once, over sleep and restart', async () => {
  const { requests, bellhop, toasts, receive, clock, wake, open } = await listening();
  await requests.setPreferences({ storeSecretsInFile: true });
  requests.setQuietHours(quietAround(clock.now()));
  expect((await bellhop.state(({ quietUntil }) => quietUntil !== null)).quietUntil).toBeGreaterThan(
    clock.now(),
  );
  const night = await receive('night 1', { priority: 4 });
  expect(texts(night.why).at(-1)).toBe('it came in your quiet hours, to be told when they end');
  await receive('night 2');
  const { id } = await receive('read at night');
  requests.markRead({ ids: [id], read: true });
  wake(asleep);
  expect(toasts.items).toEqual([]);
  await receive('fire', { priority: 5 });
  expect(toasts.items).toMatchObject([{ body: 'fire', urgent: true }]);

  await bellhop.close();
  clock.forward(HOUR);
  const morning = open();
  await morning.toasts.until(({ length }) => length === 1);
  expect(morning.toasts.items).toMatchObject([
    { title: '2 while it was quiet', body: 'Server 2 · 1 high\nnight 1\nnight 2', urgent: false },
  ]);
  expect((await morning.state(() => true)).quietUntil).toBeNull();
  const { why } = (await morning.requests.getNotice({ id: night.id })) ?? { why: [] };
  await morning.state(({ sources }) => sources[0]?.feed.kind === 'open');
  morning.wake(asleep);
  await receive('day', {}, morning);
  expect(morning.toasts.items.map(({ body }) => body).slice(1)).toEqual(['day']);
  expect(texts(why)).toContain('your quiet hours were over');
});

test('a pause ends by itself; what it kept quiet stays so, what quiet hours held is told after both', async () => {
  const { requests, bellhop, toasts, badges, receive, clock, wake } = await listening();
  requests.setQuietHours(quietAround(clock.now()));
  const { id } = await receive('night');
  const why = async () => texts((await requests.getNotice({ id }))?.why ?? []);
  const until = clock.now() + 3 * HOUR;
  requests.setPaused({ until });
  await badges.until((all) => all.at(-1)?.paused === until);
  expect(texts((await receive('paused')).why).at(-1)).toBe('toasts were paused');
  clock.forward(2 * HOUR);
  wake(asleep);
  expect((await bellhop.state(({ quietUntil }) => quietUntil === null)).paused).toBe(until);
  expect(await why()).not.toContain('your quiet hours were over');
  clock.forward(HOUR);
  wake(asleep);
  expect(await why()).toContain('your quiet hours were over');
  await bellhop.state(({ paused }) => paused === null);
  await toasts.until(({ length }) => length === 1);
  expect(toasts.items).toMatchObject([{ body: 'night' }]);
  expect(bellhop.settings.read().paused).toBeNull();
});

test('toasts that a crash left wait for the end of quiet hours and of a pause, as one digest with what those held back', async () => {
  const clock = movingClock();
  const folder = temporaryFolder();
  const before = openTestBellhop(folder, clock.now);
  before.requests.setQuietHours(quietAround(clock.now()));
  before.requests.setPaused({ until: clock.now() + 2 * HOUR });
  await before.close();
  const db = openDatabase(before.db.name);
  arrive(db, [draft('evening')], { verdict: toast });
  arrive(db, [draft('night')], { verdict: { verdict: 'hold', reason: 'quiet-hours' } });
  db.close();

  const { toasts, wake } = openTestBellhop(folder, clock.now);
  wake(asleep);
  clock.forward(1.5 * HOUR);
  wake(asleep);
  expect(toasts.items).toEqual([]);
  clock.forward(HOUR);
  wake(asleep);
  await toasts.until(({ length }) => length > 0);
  wake(asleep);
  expect(toasts.items).toMatchObject([{ title: '2 new notifications' }]);
});

test('quiet hours that make no sense are refused in words', async () => {
  const { requests } = openTestBellhop();
  const night = quietAround(Date.now());
  const zone = async () => requests.setQuietHours({ ...night, timeZone: 'Europe/Atlantis' });
  await expect(zone).rejects.toThrow('There is no time zone “Europe/Atlantis” on this computer.');
  const always = { days: [0, 1, 2, 3, 4, 5, 6], from: '00:00', to: '00:00' };
  const endless = async () => requests.setQuietHours({ ...night, hours: [always] });
  await expect(endless).rejects.toThrow('These quiet hours never end. To hear nothing at all, pause toasts.');
});

test('priorities have their sounds', async () => {
  const { requests, toasts, receive } = await listening();
  await receive('low', { priority: 2 });
  const sounds = { 1: 'none', 2: 'default', 3: 'none', 4: 'default', 5: 'default' } as const;
  await requests.setPreferences({ sounds });
  await receive('low again', { priority: 2 });
  await receive('ordinary', { priority: 3 });
  expect(toasts.items.map(({ body, silent }) => [body, silent])).toEqual([
    ['low', true],
    ['low again', false],
    ['ordinary', true],
  ]);
});
