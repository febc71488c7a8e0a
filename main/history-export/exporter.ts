import { rename, rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { HistoryExport, HistoryFormat } from '../../preload/contract.ts';
import type { Unsaid } from '../host.ts';
import { explainFileError, partOf } from '../portability/files.ts';
import { workerFile } from '../worker-file.ts';

export type ExportOrder = {
  /** The database. */
  history: string;
  /** Where it is written until it is whole. */
  part: string;
  format: HistoryFormat;
  /** What the sources are called, by id. */
  names: Map<string, string>;
  /** Not 0 any more: nobody wants it. */
  ended: Int32Array;
};
export type Progress =
  | { kind: 'writing'; written: number; total: number }
  | { kind: 'done'; written: number }
  | { kind: 'failed'; code: string | undefined; message: string };

export type HistoryExporter = {
  /** How far the latest one is, or how it ended, for this run; null: there is none, or it was cancelled. */
  latest: () => Unsaid<HistoryExport> | null;
  /**
   * One at a time. The file is there once it is whole, and not before.
   * @returns how many notices are in it; null: it was cancelled, and there is none
   * @throws Refusal when it can’t be written
   */
  write: (file: string, format: HistoryFormat, names: Map<string, string>) => Promise<number | null>;
  /** Ends what runs, and resolves when its traces are gone. */
  cancel: () => Promise<void>;
};

/** Writes the history to files, each in a thread of its own. @param onProgress what `latest` tells has changed */
export function createHistoryExporter(history: string, onProgress: () => void): HistoryExporter {
  let latest: Unsaid<HistoryExport> | null = null;
  let ended = newFlag();
  let running: Promise<number | null> = Promise.resolve(null);

  const show = (next: Unsaid<HistoryExport> | null) => {
    latest = next;
    onProgress();
  };
  const showProgress = (written: number, total: number) =>
    show({ state: 'running', written, total, says: null });

  async function write(
    file: string,
    format: HistoryFormat,
    names: Map<string, string>,
  ): Promise<number | null> {
    const mine = newFlag();
    ended = mine;
    const part = partOf(file);
    showProgress(0, 0);
    try {
      const written = await inThread({ history, part, format, names, ended: mine }, showProgress);
      if (Atomics.load(mine, 0) !== 0) return null;
      await rename(part, file);
      return written;
    } finally {
      await rm(part, { force: true });
    }
  }

  /** Whoever asked may be gone by then: how it ended stays to be looked at. */
  async function writeAndTell(...order: Parameters<typeof write>): Promise<number | null> {
    try {
      const written = await write(...order);
      show(written === null ? null : { state: 'written', written, total: written, says: null });
      return written;
    } catch (error) {
      const refusal = explainFileError(error);
      show({ state: 'failed', written: 0, total: 0, says: refusal.says });
      throw refusal;
    }
  }

  return {
    latest: () => latest,
    write(file, format, names) {
      running = writeAndTell(file, format, names);
      return running;
    },
    async cancel() {
      Atomics.store(ended, 0, 1);
      await running.catch(() => {}); // whoever asked for it is told
    },
  };
}

const newFlag = () => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

function inThread(order: ExportOrder, onProgress: (written: number, total: number) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(import.meta.url, 'history-export'), { workerData: order });
    worker.on('message', (progress: Progress) => {
      if (progress.kind === 'writing') onProgress(progress.written, progress.total);
      else if (progress.kind === 'done') resolve(progress.written);
      else reject(Object.assign(new Error(progress.message), { code: progress.code }));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The thread that exports ended with ${code}.`))); // once it is settled: too late to matter
  });
}
