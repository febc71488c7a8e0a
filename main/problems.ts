import { isDeepStrictEqual } from 'node:util';
import type { Problem as Shown } from '../preload/contract.ts';
import { type Db, isDamage, suspectDamage } from './store/database.ts';
import { type Message, say } from './words/message.ts';
import type { Words } from './words/words.ts';

/** `detail`: the technical rest, or more to tell, a line each. */
export type Problem = { id: string; says: Message; detail: string | readonly Message[] | null };
export type Report = (id: string, says: Message, detail: Problem['detail']) => void;

/** What the person should know and may dismiss. Kept for this run: what still holds is found again at the next. */
export type Problems = {
  list: () => Problem[];
  report: Report;
  dismiss: (id: string) => void;
};

export function createProblems(onChange: () => void): Problems {
  const problems = new Map<string, Problem>();
  return {
    list: () => [...problems.values()],
    report(id, says, detail) {
      const problem = { id, says, detail };
      if (isDeepStrictEqual(problems.get(id), problem)) return; // what asks for the state may report it
      problems.set(id, problem);
      onChange();
    },
    dismiss(id) {
      if (problems.delete(id)) onChange();
    },
  };
}

/** The same for a person to read. */
export function sayProblem(words: Words, { id, says, detail }: Problem): Shown {
  const lines = Array.isArray(detail) ? detail.map((line: Message) => say(words, line)) : null;
  return { id, text: say(words, says), detail: lines?.join('\n') ?? (detail as string | null) };
}

/** Tells of a history that fails while Bellhop runs. */
export function reportHistory({ report }: Pick<Problems, 'report'>, db: Db, error: unknown): void {
  if (isDamage(error)) suspectDamage(db);
  report('database', [isDamage(error) ? 'damagedNow' : 'unreadableNow'], String(error));
}
