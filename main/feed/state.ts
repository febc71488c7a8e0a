import type {
  FeedState as Shown,
  Missing as ShownMissing,
  Trouble as ShownTrouble,
} from '../../preload/contract.ts';
import { say } from '../words/message.ts';
import type { Words } from '../words/words.ts';
import type { Described } from './describe.ts';

/** Why a feed is not open. `since`: when it was last well, unix milliseconds; it stays the same over further tries. */
export type Trouble = Described & { since: number };
/** What a feed is doing, before it is said in anyone's language. */
export type FeedState = Shown<Trouble>;
export type Missing = ShownMissing<Trouble>;

/** The same for a person to read. */
export function sayFeedState(words: Words, state: FeedState): Shown {
  if (state.kind === 'open') {
    const { missing, ...open } = state;
    return missing ? { ...open, missing: { ...missing, why: sayTrouble(words, missing.why) } } : open;
  }
  if (state.kind === 'connecting') return { ...state, why: state.why && sayTrouble(words, state.why) };
  return 'why' in state ? { ...state, why: sayTrouble(words, state.why) } : state;
}

function sayTrouble(words: Words, { since, code, says, detail }: Trouble): ShownTrouble {
  return { since, code, text: say(words, says), detail };
}
