import type { FeedState as Shown } from '../../preload/contract.ts';
import { say } from '../words/message.ts';
import type { Words } from '../words/words.ts';
import type { Described } from './describe.ts';

/** Why a feed is not open. `since`: when it was last well, unix milliseconds; it stays the same over further tries. */
export type Trouble = Described & { since: number };
/** What a feed is doing, before it is said in anyone's language. */
export type FeedState = Shown<Trouble>;

/** The same for a person to read. */
export function sayFeedState(words: Words, state: FeedState): Shown {
  if (!('why' in state) || state.why === null) return state as Shown;
  const { since, code, says, detail } = state.why;
  return { ...state, why: { since, code, text: say(words, says), detail } };
}
