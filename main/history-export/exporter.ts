import { rename, rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { HistoryExport, HistoryFormat } from '../../preload/contract.ts';
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
  /** What the running export has written so far; null while none runs. */
  running: () => HistoryExport | null;
  /**
   * One at a time. The file is there once it is whole, and not before.
   * @returns how many notices are in it; null: it was cancelled, and there is none
   * @throws Refusal when it can’t be written
   */
  write: (file: string, format: HistoryFormat, names: Map<string, string>) => Promise<number | null>;
  /** Ends what runs, and resolves when its traces are gone. */
  cancel: () => Promise<void>;
};

/** Writes the history to files, each in a thread of its own. @param onProgress what `running` tells has changed */
export function createHistoryExporter(history: string, onProgress: () => void): HistoryExporter {
  let state: HistoryExport | null = null;
  let ended = newFlag();
  let running: Promise<number | null> = Promise.resolve(null);

  const show = (next: HistoryExport | null) => {
    state = next;
    onProgress();
  };

  async function write(
    file: string,
    format: HistoryFormat,
    names: Map<string, string>,
  ): Promise<number | null> {
    const mine = newFlag();
    ended = mine;
    const part = partOf(file);
    show({ written: 0, total: 0 });
    try {
      const written = await inThread({ history, part, format, names, ended: mine }, show);
      if (Atomics.load(mine, 0) !== 0) return null;
      await rename(part, file);
      return written;
    } catch (error) {
      throw explainFileError(error);
    } finally {
      await rm(part, { force: true });
      show(null);
    }
  }

  return {
    running: () => state,
    write(file, format, names) {
      running = write(file, format, names);
      return running;
    },
    async cancel() {
      Atomics.store(ended, 0, 1);
      await running.catch(() => {}); // whoever asked for it is told
    },
  };
}

const newFlag = () => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

function inThread(order: ExportOrder, onProgress: (progress: HistoryExport) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(import.meta.url, 'history-export'), { workerData: order });
    worker.on('message', (progress: Progress) => {
      if (progress.kind === 'writing') onProgress({ written: progress.written, total: progress.total });
      else if (progress.kind === 'done') resolve(progress.written);
      else reject(Object.assign(new Error(progress.message), { code: progress.code }));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The thread that exports ended with ${code}.`))); // once it is settled: too late to matter
  });
}
