import start from './migrations/001-start.ts';
import dialects from './migrations/002-dialects.ts';
import triage from './migrations/003-triage.ts';
import search from './migrations/004-search.ts';
import policy from './migrations/005-policy.ts';
import messages from './migrations/006-messages.ts';
import leaving from './migrations/007-leaving.ts';
import signs from './migrations/008-signs.ts';
import letters from './migrations/009-letters.ts';
import parts from './migrations/010-parts.ts';
import many from './migrations/011-many.ts';
import sent from './migrations/012-sent.ts';

/** In order; the n-th brings `user_version` to n. Never edit one that has been released: add the next. */
export const migrations: readonly string[] = [
  start,
  dialects,
  triage,
  search,
  policy,
  messages,
  leaving,
  signs,
  letters,
  parts,
  many,
  sent,
];
