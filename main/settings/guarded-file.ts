import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Message } from '../words/message.ts';
import { Refusal } from '../words/refusal.ts';

/** What electron-store and conf have in common: a JSON object kept in a file, written atomically. */
export type JsonStore = { store: Record<string, unknown> };
export type MakeStore = (options: { cwd: string; name: string; fileMode: number }) => JsonStore;

export type GuardedFile<T> = {
  read: () => T;
  /**
   * Writes atomically and keeps the same as the last good copy.
   * @throws Refusal when the value doesn't fit; Error when the folder can't be written
   */
  write: (value: T) => void;
  /** What was wrong with the file when it was opened; null when nothing was. */
  problem: Message | null;
};

/** Readable by this account only: settings hold addresses, secrets hold secrets. */
const FILE_MODE = 0o600;

/**
 * A schema-checked JSON file. One that can't be read or doesn't fit is set aside with its date and the last good
 * copy is put back (or the defaults, where there is none); what happened is in `problem`.
 */
export function openGuardedFile<S extends z.ZodType<Record<string, unknown>>>(
  options: { folder: string; name: string; schema: S; defaults: z.input<S>; now: Date },
  makeStore: MakeStore,
): GuardedFile<z.output<S>> {
  const { folder, name, schema } = options;
  const file = join(folder, `${name}.json`);
  const lastGood = join(folder, `${name}.last-good.json`);
  const problem = repair(file, lastGood, schema, options.now);
  const store = makeStore({ cwd: folder, name, fileMode: FILE_MODE });
  let value = schema.parse({ ...(options.defaults as object), ...store.store });
  return {
    read: () => value,
    write(next) {
      const checked = schema.safeParse(next);
      if (!checked.success) throw new Refusal('notKept', firstFault(checked.error));
      store.store = checked.data;
      replaceBy(file, lastGood);
      value = checked.data;
    },
    problem,
  };
}

function repair(file: string, lastGood: string, schema: z.ZodType, now: Date): Message | null {
  const fault = findFault(file, schema);
  if (fault === null) return null;
  const aside = `${file}.broken-${now.toISOString().replace(/[:.]/g, '-')}`;
  const restored = existsSync(lastGood) && findFault(lastGood, schema) === null;
  // A copy: there is no moment without the file, which the next start would take for a new beginning.
  copyFileSync(file, aside);
  if (restored) replaceBy(lastGood, file);
  else rmSync(file);
  return ['fileReplaced', fault, [restored ? 'lastGoodIsBack' : 'beganWithDefaults'], aside];
}

/** Whole or not at all: neither a full disk nor a crash leaves half a copy. */
function replaceBy(from: string, to: string): void {
  const next = `${to}.new`;
  copyFileSync(from, next);
  renameSync(next, to);
}

/** Null when the file is absent or fits; otherwise what is wrong with it. */
function findFault(file: string, schema: z.ZodType): string | null {
  if (!existsSync(file)) return null;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return 'it is not valid JSON';
    throw error;
  }
  const checked = schema.safeParse(value);
  if (checked.success) return null;
  return firstFault(checked.error);
}

function firstFault({ issues: [first] }: z.ZodError): string {
  return `${first?.path.join('.') || 'the file'}: ${first?.message}`;
}
