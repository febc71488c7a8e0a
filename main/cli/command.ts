import type { z } from 'zod';

export interface Command {
  /** One line for the overview. */
  summary: string;
  usage: string;
  /** @throws a usage error (exit code 2), or any Error whose message tells the person what to do (exit code 1). */
  run(args: string[]): Promise<void>;
}

/** The person called the command wrongly: exit code 2, and the usage is shown. */
export function usageError(message: string): Error {
  return Object.assign(new Error(message), { code: 'ERR_USAGE' });
}

/** Also true for what node:util's parseArgs throws. */
export function isUsageError(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ERR_USAGE' || code.startsWith('ERR_PARSE_ARGS');
}

/** Parses the values of a command line. @throws a usage error that names what is wrong. */
export function parseValues<T>(schema: z.ZodType<T>, values: unknown): T {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw usageError(
    parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'),
  );
}
