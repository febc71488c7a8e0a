import { expect, test } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';
import { type Message, readMessage, say, sayStored } from './message.ts';

test('a message is said in the language at hand, with what is nested in it', () => {
  const message: Message = ['missedNotHad', ['httpError', 503]];
  expect(say(en, message)).toBe('asked for what was missed, it answered with an error (503)');
  expect(say(de, message)).toBe('nach Verpasstem gefragt: Der Server hat mit einem Fehler geantwortet (503)');
});

test('what is stored survives as JSON', () => {
  const message: Message = ['missedNotHad', ['httpError', 503]];
  expect(readMessage(en, JSON.stringify(message))).toEqual(message);
});

test.each([
  null,
  'do not disturb',
  '["of a later version",1]',
  '["httpError"]',
  '["missedNotHad",["unheard of"]]',
  '["toString"]',
  '[]',
  '[broken',
])('of what it doesn’t know, %s, the stored English is said', (stored) => {
  expect(sayStored(de, stored, 'as it was')).toBe('as it was');
});
