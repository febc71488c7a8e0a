import type { RequestArgs, RequestName, RequestResults } from '../../preload/contract.ts';
import type { InView } from '../in-view.ts';
import type { Lookout } from '../lookout.ts';
import type { JournalEntry } from '../store/journal.ts';
import type { Searcher } from '../store/search/searcher.ts';
import type { Words } from '../words/words.ts';
import type { StateParts } from './state.ts';
import type { Undo } from './undo.ts';

/**
 * One handler per request of the contract: leaving one out does not compile. They say what they say in the words of whoever
 * asks; left out: in English.
 */
export type Handlers = {
  [N in RequestName]: (args: RequestArgs<N>, words?: Words) => RequestResults[N] | Promise<RequestResults[N]>;
};

/** What the window last said it shows. */
export type View = RequestArgs<'reportView'>;

/** Until a window says otherwise. */
export const NOTHING_IN_VIEW: View = {
  filter: { view: 'inbox', source: null, topic: null, minPriority: null },
  atTop: false,
  listVisible: false,
  attended: false,
};

export type RequestParts = StateParts & {
  changed: { state: () => void; notices: () => void };
  /** Calls back whenever notices or their toasts changed; returns how to stop. */
  onChange: (listener: () => void) => () => void;
  journal: (entry: JournalEntry) => void;
  inView: Pick<InView, 'set' | 'expectToast'>;
  undo: Undo;
  returns: Lookout;
  retention: Lookout;
  quiet: Lookout;
  searcher: Searcher;
};
