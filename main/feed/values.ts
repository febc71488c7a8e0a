import { z } from 'zod';
import type { Mapping } from '../../preload/contract.ts';
import { toPlainText } from './html.ts';
import { toJson } from './identity.ts';

// What a JSON value means in a place of a notice; null where it means nothing there.

const MAX_ID = 200;
const MAX_TITLE = 1_000;
const MAX_TOPIC = 200;

/** A whole number beyond 2^53 has lost its last digits: two of them may be one. */
export function toId(value: unknown): string | null {
  if (typeof value === 'string') return value !== '' && value.length <= MAX_ID ? value : null;
  return Number.isSafeInteger(value) ? String(value) : null;
}

export const toTitle = (value: unknown): string | null => oneLine(value, MAX_TITLE);

export const toTopic = (value: unknown): string | null => oneLine(value, MAX_TOPIC);

/** What is no text is shown as it came: better than nothing. */
export function toBody(value: unknown, format: Mapping['format']): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : toJson(value);
  const readable = format === 'html' ? toPlainText(text) : text;
  return readable.trim() === '' ? null : readable;
}

const linkSchema = z.url({ protocol: /^https?$/ }).max(4096);

export function toLink(value: unknown): string | null {
  const parsed = linkSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** As seconds it would be the year 5138, as milliseconds it is 1973. */
const FIRST_MILLISECONDS = 1e11;
/** https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_TIME = 8.64e15;

/** ISO 8601, or unix seconds or milliseconds as a number or in a string. @returns unix milliseconds */
export function toTime(value: unknown): number | null {
  const number = toNumber(value);
  if (number !== null) {
    const ms = Math.round(number < FIRST_MILLISECONDS ? number * 1000 : number);
    return ms >= 0 && ms <= LAST_TIME ? ms : null;
  }
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return ms >= 0 ? ms : null;
}

const PRIORITY_WORDS: [RegExp, number][] = [
  [/^(min|minimum|lowest|very.?low|trace|debug)$/, 1],
  [/^(low|info)$/, 2],
  [/^(default|normal|medium|none|notice)$/, 3],
  [/^(high|important|warn|warning)$/, 4],
  [/^(urgent|max|maximum|highest|very.?high|critical|emergency|alert|error|fatal)$/, 5],
];

/** 1 to 5, or a word for it. Another number is on a scale that nobody told of. */
export function toPriority(value: unknown): number | null {
  const number = toNumber(value);
  if (number !== null) return [1, 2, 3, 4, 5].includes(number) ? number : null;
  if (typeof value !== 'string') return null;
  const word = value.trim().toLowerCase();
  return PRIORITY_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

function toNumber(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*\d{1,20}(\.\d{1,20})?\s*$/.test(value) ? Number(value) : null;
}

function oneLine(value: unknown, maxLength: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return String(value).replace(/\s+/g, ' ').trim().slice(0, maxLength).trim() || null;
}
