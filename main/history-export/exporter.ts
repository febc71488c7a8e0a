import type { HistoryExport } from '../../preload/contract.ts';

export type HistoryExporter = {
  /** What the running export has written so far; null while none runs. */
  running: () => HistoryExport | null;
  /** Ends it and removes what it wrote. */
  cancel: () => Promise<void>;
};

export function createHistoryExporter(_history: string, _onProgress: () => void): HistoryExporter {
  return { running: () => null, cancel: async () => {} };
}
