import type { Download } from '../../preload/contract.ts';
import { coalesce } from '../coalesce.ts';
import type { Unsaid } from '../host.ts';
import type { Db } from '../store/database.ts';
import { readNotice } from '../store/notices.ts';
import { Refusal } from '../words/refusal.ts';
import type { FetchParts } from './fetch-named.ts';
import { removeLeftParts } from './left-parts.ts';
import { saveAttachment } from './save-attachment.ts';

/** So many are told of, the oldest go first; and as many may run. */
const MOST = 50;
const TELL_MS = 250;

export type Downloads = {
  /** In the order they were asked for; what is saved or failed stays, for this run. */
  list: () => Unsaid<Download>[];
  /** Begins; `list` tells the rest. @throws Refusal when the notice names no such attachment */
  start: (notice: number, index: number) => void;
  cancel: (notice: number, index: number) => void;
  /** @throws Refusal when it isn't saved */
  show: (notice: number, index: number) => void;
  /** Removes what an earlier run was cut off with. */
  recover: () => void;
  /** Ends what runs, and resolves when its traces are gone. */
  stop: () => Promise<void>;
};

type Entry = { told: Unsaid<Download>; file: string | null; cancel: AbortController; ended: Promise<void> };

const keyOf = ({ notice, sortAt, index }: Pick<Download, 'notice' | 'sortAt' | 'index'>) =>
  `${notice} ${sortAt} ${index}`;

/** Attachments into the person's folder for downloads. They are shown there when asked for, and never opened. */
export function createDownloads(parts: FetchParts & { db: Db }, onChange: () => void): Downloads {
  const entries = new Map<string, Entry>();
  const find = (notice: number, index: number) => {
    const stored = readNotice(parts.db, notice);
    return stored && entries.get(keyOf({ notice, sortAt: stored.sortAt, index }));
  };
  const tell = coalesce(onChange, TELL_MS);
  let recovered = Promise.resolve();

  async function run(entry: Entry, source: string, attachment: { url: string; name: string }): Promise<void> {
    const { told, cancel } = entry;
    const wanted = { ...attachment, source, folder: parts.host.downloadsFolder() };
    try {
      entry.file = await saveAttachment(parts, wanted, cancel.signal, (received, total) => {
        Object.assign(told, { received, total: total ?? told.total });
        tell();
      });
      told.state = 'saved';
    } catch (error) {
      told.state = 'failed';
      told.says = error instanceof Refusal ? error.says : ['asIs', String(error)];
      if (cancel.signal.aborted) entries.delete(keyOf(told));
    }
    tell();
  }

  function makeRoom(): void {
    if (entries.size < MOST) return;
    const through = [...entries].find(([, { told }]) => told.state !== 'running');
    if (!through) throw new Refusal('tooMuchFetched');
    entries.delete(through[0]);
  }

  return {
    list: () => [...entries.values()].map(({ told }) => ({ ...told })),
    start(notice, index) {
      const stored = readNotice(parts.db, notice);
      const attachment = stored?.attachments[index];
      if (!stored || !attachment) throw new Refusal('noAttachment');
      const { sortAt } = stored;
      const key = keyOf({ notice, sortAt, index });
      if (entries.get(key)?.told.state === 'running') return;
      entries.delete(key);
      makeRoom();
      const told: Unsaid<Download> = {
        notice,
        sortAt,
        index,
        received: 0,
        total: attachment.bytes,
        state: 'running',
        says: null,
      };
      const entry = { told, file: null, cancel: new AbortController(), ended: Promise.resolve() };
      entries.set(key, entry);
      entry.ended = run(entry, stored.source, attachment);
      tell();
    },
    cancel: (notice, index) => find(notice, index)?.cancel.abort(),
    show(notice, index) {
      const file = find(notice, index)?.file;
      if (!file) throw new Refusal('notSaved');
      parts.host.showFile(file);
    },
    recover() {
      recovered = removeLeftParts(parts.db);
    },
    async stop() {
      for (const { cancel } of entries.values()) cancel.abort();
      await Promise.all([recovered, ...[...entries.values()].map(({ ended }) => ended)]);
      tell.stop();
    },
  };
}
