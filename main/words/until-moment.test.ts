import { expect, test } from 'vitest';
import { untilMoment } from './until-moment.ts';
import { wordsIn } from './words.ts';

const NOW = new Date(2026, 10, 22, 9).getTime();
const TONIGHT = new Date(2026, 10, 22, 23, 45).getTime();
const TOMORROW = new Date(2026, 10, 23, 8).getTime();

test.each([
  ['en', ['en-US'], /^until 11:45\sPM$/, /^until Monday at 8:00\sAM$/],
  ['en', ['en-GB', 'en-US'], /^until 23:45$/, /^until Monday at 08:00$/],
  // Of who speaks another language than their system, the habit counts.
  ['en', ['de-AT', 'en-US'], /^until 23:45$/, /^until Monday at 08:00$/],
  ['en', ['hi-IN'], /^until 11:45\sPM$/, /^until Monday at 8:00\sAM$/],
  ['de', ['en-US'], /23:45/, /08:00/],
] as const)(
  'in %s on a system of %j times are written as people do there',
  (language, system, tonight, tomorrow) => {
    const words = wordsIn(language);
    expect(untilMoment(TONIGHT, NOW, words, system)).toMatch(tonight);
    expect(untilMoment(TOMORROW, NOW, words, system)).toMatch(tomorrow);
  },
);
