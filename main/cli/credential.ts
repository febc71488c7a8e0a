import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Credential, credentialSchema } from '../../preload/contract.ts';
import { readTokenFile } from '../launch.ts';
import { usageError } from './command.ts';

/**
 * The credential for a new source: a password or token from standard input, or a token from BELLHOP_TOKEN or the
 * file that BELLHOP_TOKEN_FILE names. Never from the command line, which other accounts of a machine can read.
 */
export async function readCredential(flags: {
  user?: string | undefined;
  tokenStdin: boolean;
}): Promise<Credential> {
  const { user, tokenStdin } = flags;
  if (user !== undefined && tokenStdin) throw usageError('Give either --user or --token-stdin.');
  if (user !== undefined) return parse({ kind: 'basic', user, password: await readSecret('Password: ') });
  const { BELLHOP_TOKEN, BELLHOP_TOKEN_FILE } = process.env;
  const token = tokenStdin ? await readSecret('Token: ') : BELLHOP_TOKEN || readTokenFile(BELLHOP_TOKEN_FILE);
  return token ? parse({ kind: 'bearer', token }) : { kind: 'none' };
}

function parse(credential: object): Credential {
  const parsed = credentialSchema.safeParse(credential);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues[0]?.message);
}

/** All that is piped in, or one line that a person types unseen. */
export async function readSecret(prompt: string): Promise<string> {
  const { stdin } = process;
  if (!stdin.isTTY) return (await text(stdin)).replace(/\r?\n$/, '');
  process.stderr.write(prompt);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: stdin, output: unseen, terminal: true });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}
