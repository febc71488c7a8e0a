import { expect, test } from 'vitest';
import { toastText } from './text.ts';

const nameOf = (source: string) => ({ s: 'Server', t: 'Team' })[source] ?? source;
const notice = (body: string, title: string | null = null, priority = 3, source = 's') => ({
  ...{ id: 1, source, title, body, priority },
});
const one = (...args: Parameters<typeof notice>) => {
  return { total: 1, sources: [{ source: args[3] ?? 's', count: 1 }], notices: [notice(...args)] };
};

test('one notice: its title and text', () => {
  expect(toastText(one('Text', 'Title'), nameOf, false)).toEqual({
    title: 'Title',
    body: 'Text',
    urgent: false,
  });
  expect(toastText(one('Text', 'Title', 5), nameOf, false).urgent).toBe(true);
});

test('without a title the source says whose text it is', () => {
  expect(toastText(one('Text'), nameOf, false)).toEqual({ title: 'Server', body: 'Text', urgent: false });
});

test('a huge text is cut', () => {
  expect(toastText(one('x'.repeat(1e6)), nameOf, false).body).toHaveLength(1000);
});

const several = {
  total: 7,
  sources: [
    { source: 's', count: 5 },
    { source: 't', count: 2 },
  ],
  notices: [notice('b1', 'First'), notice('second\nline'), notice('y'.repeat(500)), notice('fourth')],
};

test('several: how many, from where, and the newest by their first line', () => {
  const { title, body, urgent } = toastText(several, nameOf, false);
  expect(title).toBe('7 new notifications');
  expect(body).toBe(`Server 5, Team 2\nFirst\nsecond\n${'y'.repeat(120)}`);
  expect(urgent).toBe(false);
});

test('with hidden text nothing that a server wrote is on the toast', () => {
  const hidden = toastText(one('Secret', 'Secret title', 5), nameOf, true);
  expect(hidden).toEqual({ title: 'Server', body: 'New notification', urgent: true });
  const digest = { title: '7 new notifications', body: 'Server 5, Team 2', urgent: false };
  expect(toastText(several, nameOf, true)).toEqual(digest);
});
