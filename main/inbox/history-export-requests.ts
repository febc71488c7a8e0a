import { Refusal } from '../words/refusal.ts';
import type { Handlers, RequestParts } from './handlers.ts';

/** The history as a file: it may take minutes, and the state tells how far it is. */
export function createHistoryExportRequests(
  parts: RequestParts,
): Pick<Handlers, 'exportHistory' | 'cancelHistoryExport'> {
  const { host, clock, settings, historyExporter } = parts;
  let busy = false;

  return {
    async exportHistory({ format }) {
      if (busy) throw new Refusal('exportBusy');
      busy = true;
      try {
        const day = new Date(clock()).toISOString().slice(0, 10);
        const name = `bellhop-history-${day}.${format}`;
        const file = await host.chooseFile({ kind: 'save', extension: format, name });
        if (file === null) return null;
        const names = new Map(settings.read().sources.map((source) => [source.id, source.name]));
        const notices = await historyExporter.write(file, format, names);
        return notices === null ? null : { file, notices };
      } finally {
        busy = false;
      }
    },
    async cancelHistoryExport() {
      await historyExporter.cancel();
      return null;
    },
  };
}
