import type { Problem } from '../preload/contract.ts';

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
      problems.set(id, { id, text, detail });
      onChange();
    },
    dismiss(id) {
      problems.delete(id);
      onChange();
    },
  };
}
