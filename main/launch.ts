import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { holdsNoSecret, tokenSchema } from '../preload/contract.ts';

/** What a start asks for, by command line or environment. */
export const launchSchema = z.object({
  data: z.string().min(1).optional(),
  /** Listen to this server too: added as a source, or its credential renewed. */
  server: z
    .url({ protocol: /^https?$/, normalize: true, error: 'is not a web address (http:// or https://)' })
    .max(2048)
    .refine(holdsNoSecret, 'holds a password: give a --token instead, or add the source in the window')
    .optional(),
  token: tokenSchema.optional(),
  name: z.string().trim().min(1).max(80).optional(),
  hidden: z.boolean(),
});
export type Launch = z.infer<typeof launchSchema>;

/** A command line that makes no sense; the message says which part. */
export class BadLaunch extends Error {
  override name = 'BadLaunch';
}

/**
 * Flags win over BELLHOP_DATA, BELLHOP_SERVER, BELLHOP_TOKEN (or a file named by BELLHOP_TOKEN_FILE) and
 * BELLHOP_SERVER_NAME. A token belongs in the environment or a file: other accounts can read a command line.
 * Unknown flags are Chromium's or macOS's and passed over.
 * @throws BadLaunch
 */
export function readLaunch(argv: string[], env: NodeJS.ProcessEnv): Launch {
  const { values } = parseArgs({
    args: argv,
    strict: false,
    options: {
      data: { type: 'string' },
      server: { type: 'string' },
      token: { type: 'string' },
      hidden: { type: 'boolean' },
    },
  });
  const given = launchSchema.safeParse({
    data: values.data ?? (env.BELLHOP_DATA || undefined),
    server: values.server ?? (env.BELLHOP_SERVER || undefined),
    token: values.token ?? (env.BELLHOP_TOKEN || readTokenFile(env.BELLHOP_TOKEN_FILE)),
    name: env.BELLHOP_SERVER_NAME || undefined,
    hidden: values.hidden === true,
  });
  if (given.success) return given.data;
  const issue = given.error.issues[0];
  throw new BadLaunch(`--${String(issue?.path[0])} ${issue?.message}`);
}

/** @throws BadLaunch */
export function readTokenFile(file: string | undefined): string | undefined {
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadLaunch(
      `BELLHOP_TOKEN_FILE can’t be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}
