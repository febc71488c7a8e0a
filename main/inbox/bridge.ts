import type { Bridge } from '../../preload/contract.ts';
import type { Words } from '../words/words.ts';
import { answer } from './answer.ts';
import type { Handlers } from './handlers.ts';

/** The bridge of the window's components where they are drawn in main: asked is answered here, and nothing is pushed. */
export function bridgeTo(handlers: Handlers, words: () => Words): Bridge {
  return {
    request: (name, args) => answer(handlers, name, args, words()) as never,
    on: () => () => {},
    platform: process.platform,
  };
}
