import type { Message, PlainMessage } from '../../words/message.ts';
import type { Place } from '../places.ts';
import type { Piece } from './split.ts';

export type NamedSource = { id: string; name: string };

/** What operators ask for beside words. Times are unix milliseconds. */
export type Wanted = {
  /** Ids; null: any. */
  sources: string[] | null;
  /** Any of these; empty: not said. */
  places: Place[];
  read: boolean;
  unread: boolean;
  /** From this moment on, and before that one. */
  from: number | null;
  until: number | null;
  minPriority: number | null;
  maxPriority: number | null;
  /** None of these. */
  notSources: string[];
  notPlaces: Place[];
  notPriorities: number[];
};

export const anything = (): Wanted => ({
  ...{ sources: null, places: [], read: false, unread: false },
  ...{ from: null, until: null, minPriority: null, maxPriority: null },
  ...{ notSources: [], notPlaces: [], notPriorities: [] },
});

/** `unfinished`: the person is about to type the rest. */
type Outcome = 'applied' | 'unfinished' | { mistake: Message };
type Said = { value: string; not: boolean };
type Read = (wanted: Wanted, said: Said, sources: readonly NamedSource[]) => boolean;
type Operator = {
  /** False where the value makes no sense. */
  read: Read;
  /** What may still become a value. */
  unfinished: (value: string) => boolean;
  help: PlainMessage;
};

const STATES = ['unread', 'read', 'archived', 'snoozed'];
const SIGNS = /^(>=?|<=?|=)?([1-5])$/;
const DATE = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;
const PART_OF_DATE = /^\d{0,4}$|^\d{4}-\d?$|^\d{4}-\d\d-\d?$/;

const operators: Record<string, Operator> = {
  is: {
    read: readState,
    unfinished: (value) => STATES.some((state) => state.startsWith(value)),
    help: ['helpIs'],
  },
  source: {
    read: readSource,
    unfinished: (value) => value === '',
    help: ['helpSource'],
  },
  before: {
    read: (wanted, { value, not }) =>
      readDate(value, (start) => bound(wanted, not ? 'from' : 'until', start)),
    unfinished: (value) => PART_OF_DATE.test(value),
    help: ['helpDate'],
  },
  after: {
    read: (wanted, { value, not }) =>
      readDate(value, (start) => bound(wanted, not ? 'until' : 'from', start)),
    unfinished: (value) => PART_OF_DATE.test(value),
    help: ['helpDate'],
  },
  priority: {
    read: readPriority,
    unfinished: (value) => /^(>=?|<=?|=)?$/.test(value),
    help: ['helpPriority'],
  },
};

/** Whether it can be said before a colon. `topic` is a place to look for words, so the index answers it. */
export function isOperator(name: string | null): name is string {
  return name !== null && (name.toLowerCase() === 'topic' || Object.hasOwn(operators, name.toLowerCase()));
}

/** Narrows down what is wanted, where the value makes sense; with a minus, to all but that. */
export function applyOperator(
  wanted: Wanted,
  name: string,
  { not, value, last }: Piece,
  sources: readonly NamedSource[],
): Outcome {
  const { read, unfinished, help } = operators[name.toLowerCase()] as Operator;
  const plain = value.toLowerCase();
  if (read(wanted, { value: plain, not }, sources)) return 'applied';
  if (last && unfinished(plain)) return 'unfinished';
  return { mistake: ['searchedAsText', `${not ? '-' : ''}${name}:${value}`, help] };
}

function readState(wanted: Wanted, { value, not }: Said): boolean {
  if (value === 'read' || value === 'unread') wanted[not === (value === 'read') ? 'unread' : 'read'] = true;
  else if (value === 'archived' || value === 'snoozed') wanted[not ? 'notPlaces' : 'places'].push(value);
  else return false;
  return true;
}

/** Every source whose name contains it, so that a person needs to remember no whole name. */
function readSource(wanted: Wanted, { value, not }: Said, sources: readonly NamedSource[]): boolean {
  if (value === '') return false;
  const named = sources.filter(({ name }) => name.toLowerCase().includes(value)).map(({ id }) => id);
  if (named.length === 0) return false;
  if (not) wanted.notSources.push(...named);
  else wanted.sources = [...(wanted.sources ?? []), ...named];
  return true;
}

const OPPOSITES: Record<string, string> = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' };

function readPriority(wanted: Wanted, { value, not }: Said): boolean {
  const [, said = '=', digit] = SIGNS.exec(value) ?? [];
  if (digit === undefined) return false;
  const number = Number(digit);
  const sign = not ? OPPOSITES[said] : said;
  if (sign === undefined) wanted.notPriorities.push(number);
  const atLeast = { '>': 1, '>=': 0, '=': 0 }[sign ?? ''];
  const atMost = { '<': -1, '<=': 0, '=': 0 }[sign ?? ''];
  if (atLeast !== undefined) wanted.minPriority = Math.max(wanted.minPriority ?? 0, number + atLeast);
  if (atMost !== undefined) wanted.maxPriority = Math.min(wanted.maxPriority ?? 9, number + atMost);
  return true;
}

/** Several bounds: the narrowest. */
function bound(wanted: Wanted, side: 'from' | 'until', start: number): void {
  if (side === 'from') wanted.from = Math.max(wanted.from ?? start, start);
  else wanted.until = Math.min(wanted.until ?? start, start);
}

/** @param use is given when the day, month or year begins, as this computer’s clock counts them */
function readDate(value: string, use: (start: number) => void): boolean {
  const [, year, month = '01', day = '01'] = DATE.exec(value) ?? [];
  if (year === undefined) return false;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  date.setFullYear(Number(year)); // years below 100 are years below 100
  if (date.getMonth() + 1 !== Number(month) || date.getDate() !== Number(day)) return false;
  use(date.getTime());
  return true;
}
