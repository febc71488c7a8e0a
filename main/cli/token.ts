import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createToken } from '../../server/auth.ts';
import { databaseFile } from '../../server/demo.ts';
import { openSqliteStore, TOKEN_ID_LENGTH } from '../../server/store/sqlite.ts';
import type { Store, Token } from '../../server/store/store.ts';
import { dataFolder } from '../data-folder.ts';
import { printable } from '../terminal.ts';
import { type Command, usageError } from './command.ts';

const usage = `Usage: bellhop token add USER [--label TEXT] [--publish-any]
       bellhop token list
       bellhop token revoke ID|USER

Works on the server's database, also while the server runs. A revoked token's open streams end
with their next event or heartbeat.

  --label TEXT     a reminder of where the token is used
  --publish-any    the token may publish to every user, not only to USER
  --data DIR       the server's data folder (default: BELLHOP_DATA, or the system's place for application data)`;

/** The original's user ids are e-mail addresses; control characters would garble `token list`. */
const userSchema = z
  .string()
  .max(254)
  .regex(/^\P{Cc}+$/u);

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      label: { type: 'string' },
      'publish-any': { type: 'boolean' },
      data: { type: 'string' },
    },
  });
  const [action, who, ...rest] = positionals;
  const takesUser = action === 'add' || action === 'revoke';
  if (!(takesUser || action === 'list')) throw usageError('Say what to do: add, list or revoke.');
  if (rest.length > 0 || takesUser !== (who !== undefined))
    throw usageError(`"token ${action}" takes ${takesUser ? 'one USER' : 'no more words'}.`);

  const store = openSqliteStore(databaseFile(dataFolder(values.data)));
  try {
    if (action === 'list') list(store);
    else if (action === 'revoke') revoke(store, who as string);
    else
      add(store, who as string, {
        ...(values.label && { label: values.label }),
        publishAny: values['publish-any'] ?? false,
      });
  } finally {
    store.close();
  }
}

/** The token alone goes to stdout, so that it can be piped to where it is needed. */
function add(store: Store, user: string, options: { label?: string; publishAny: boolean }): void {
  if (!userSchema.safeParse(user).success) throw usageError('USER: expected 1 to 254 printable characters.');
  console.log(createToken(store, user, options));
  console.error(`A token for ${user}. It is shown this once; only its hash is kept.`);
}

function list(store: Store): void {
  const tokens = store.tokens();
  if (tokens.length === 0) console.error('No tokens yet. Make one: bellhop token add USER');
  for (const token of tokens) console.log(printable(describe(token)));
}

const describe = ({ hash, userId, label, publishAny, createdAt }: Token) =>
  [hash.slice(0, TOKEN_ID_LENGTH), createdAt, userId, publishAny && '(may publish to every user)', label]
    .filter(Boolean)
    .join('  ');

function revoke(store: Store, idOrUser: string): void {
  const count = store.revokeTokens(idOrUser);
  if (count === 0)
    throw new Error(`There is no token with the id, or for the user, "${idOrUser}". See: bellhop token list`);
  console.log(`Revoked ${count === 1 ? '1 token' : `${count} tokens`}.`);
}

export const token: Command = { summary: "add, list or revoke the tokens of the server's users", usage, run };
