import { expect, test } from 'vitest';
import { settingsSchema } from '../settings/schema.ts';
import { wordsIn } from '../words/words.ts';
import { type ToastPreferences, toastText as textIn } from './text.ts';
import type { Told } from './told.ts';

const { preferences } = settingsSchema.parse({});
const hiding = { ...preferences, hideToastText: true };
const ordinary = (count: number, priority = 3): Told['kinds'] => [{ priority, sound: null, count }];

const nameOf = (source: string) => ({ s: 'Server', t: 'Team' })[source] ?? source;
const notice = (body: string, title: string | null = null, priority = 3, source = 's') => ({
  ...{ id: 1, source, title, body, markdown: 0 as const, priority },
  ...{ sound: null, sortAt: 1, isUnread: 1 as const, wasHeld: 0 as const },
});
const toastText = (told: Told, names: typeof nameOf, how: ToastPreferences) =>
  textIn(told, names, how, wordsIn('en').desktop);
const one = (...args: Parameters<typeof notice>): Told => ({
  ...{ total: 1, sources: [{ source: args[3] ?? 's', count: 1 }], notices: [notice(...args)] },
  ...{ kinds: ordinary(1, args[2]), quietEnd: false },
});

test('one notice: its title and text', () => {
  expect(toastText(one('Text', 'Title'), nameOf, preferences)).toEqual({
    title: 'Title',
    body: 'Text',
    urgent: false,
    silent: false,
  });
  expect(toastText(one('Text', 'Title', 5), nameOf, preferences).urgent).toBe(true);
});

test('Markdown is said in plain words, alone and in a digest', () => {
  const marked = { ...notice('**Build** 7 [failed](https://a.example/7)\n\n- `lint`'), markdown: 1 as const };
  const single: Told = { ...one(''), notices: [marked] };
  expect(toastText(single, nameOf, preferences).body).toBe('Build 7 failed\nlint');
  const several: Told = { ...single, total: 2, notices: [marked, notice('2 * 3 * 4')] };
  expect(toastText(several, nameOf, preferences).body).toBe('Server 1\nBuild 7 failed\n2 * 3 * 4');
});

test('without a title the source says whose text it is', () => {
  expect(toastText(one('Text'), nameOf, preferences)).toEqual({
    title: 'Server',
    body: 'Text',
    urgent: false,
    silent: false,
  });
});

test('a huge text is cut', () => {
  expect(toastText(one('x'.repeat(1e6)), nameOf, preferences).body).toHaveLength(1000);
});

const several: Told = {
  ...{ total: 7, kinds: ordinary(7), quietEnd: false },
  sources: [
    { source: 's', count: 5 },
    { source: 't', count: 2 },
  ],
  notices: [notice('b1', 'First'), notice('second\nline'), notice('y'.repeat(500)), notice('fourth')],
};

test('several: how many, from where, and the newest by their first line', () => {
  const { title, body, urgent } = toastText(several, nameOf, preferences);
  expect(title).toBe('7 new notifications');
  expect(body).toBe(`Server 5, Team 2\nFirst\nsecond\n${'y'.repeat(120)}`);
  expect(urgent).toBe(false);
});

test('with hidden text nothing that a server wrote is on the toast', () => {
  const hidden = toastText(one('Secret', 'Secret title', 5), nameOf, hiding);
  expect(hidden).toEqual({ title: 'Server', body: 'New notification', urgent: true, silent: false });
  const digest = { title: '7 new notifications', body: 'Server 5, Team 2', urgent: false, silent: false };
  expect(toastText(several, nameOf, hiding)).toEqual(digest);
});

test('several that matter are counted by how much', () => {
  const kinds = [...ordinary(1, 5), ...ordinary(2, 4), ...ordinary(4)];
  const [summary] = toastText({ ...several, kinds }, nameOf, preferences).body.split('\n');
  expect(summary).toBe('Server 5, Team 2 · 1 urgent, 2 high');
  expect(toastText({ ...several, kinds: ordinary(7, 4) }, nameOf, hiding).body).toBe(
    'Server 5, Team 2 · 7 high',
  );
});

test('what came in quiet hours is told as that', () => {
  expect(toastText({ ...several, quietEnd: true }, nameOf, preferences).title).toBe('7 while it was quiet');
  expect(toastText({ ...one('Text', 'Title'), quietEnd: true }, nameOf, preferences).title).toBe('Title');
});

test.each<[string, Told['kinds'], boolean]>([
  ['of a priority that comes without a sound', ordinary(1, 2), true],
  ['of one that has a sound', ordinary(1, 3), false],
  ['that a rule made silent', [{ priority: 5, sound: 'none', count: 1 }], true],
  ['that a rule gave a sound', [{ priority: 1, sound: 'default', count: 1 }], false],
  ['several, one of them with a sound', [...ordinary(1, 3), ...ordinary(8, 1)], false],
  ['several without a sound', [...ordinary(1, 2), ...ordinary(8, 1)], true],
])('%s', (_what, kinds, silent) => {
  expect(toastText({ ...several, kinds }, nameOf, preferences).silent).toBe(silent);
});

test('a digest speaks the person’s language', () => {
  const kinds = [...ordinary(2, 5), ...ordinary(5)];
  const digest = textIn({ ...several, kinds }, nameOf, preferences, wordsIn('ja').desktop);
  expect(digest.title).toBe('新しい通知 7 件');
  expect(digest.body.split('\n')[0]).toBe('Server 5 件、Team 2 件 · 緊急 2 件');
});
