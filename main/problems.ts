import type { Problem } from '../preload/contract.ts';
import { type Db, isDamage, suspectDamage } from './store/database.ts';

/** What the person should know and may dismiss. Kept for this run: what still holds is found again at the next. */
export type Problems = {
  list: () => Problem[];
  report: (id: string, text: string, detail: string | null) => void;
  dismiss: (id: string) => void;
};

export function createProblems(onChange: () => void): Problems {
  const problems = new Map<string, Problem>();
  return {
    list: () => [...problems.values()],
    report(id, text, detail) {
      const known = problems.get(id);
      if (known?.text === text && known.detail === detail) return; // what asks for the state may report it
      problems.set(id, { id, text, detail });
      onChange();
    },
    dismiss(id) {
      if (problems.delete(id)) onChange();
    },
  };
}

/** Tells of a history that fails while Bellhop runs. */
export function reportHistory({ report }: Pick<Problems, 'report'>, db: Db, error: unknown): void {
  if (isDamage(error)) suspectDamage(db);
  const text = isDamage(error)
    ? 'The history is damaged. Quit Bellhop and start it again: it begins a new one, and your servers fill it.'
    : 'The history can’t be read.';
  report('database', text, String(error));
}
