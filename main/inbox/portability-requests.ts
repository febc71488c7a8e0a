import { type Handlers, Refusal, type RequestParts } from './handlers.ts';

type PortabilityRequests = Pick<
  Handlers,
  | 'exportSettings'
  | 'exportSettingsTo'
  | 'previewImport'
  | 'previewImportOf'
  | 'importSettings'
  | 'exportHistory'
  | 'cancelHistoryExport'
>;

/** Taking settings and history along. */
export function createPortabilityRequests({ historyExporter }: RequestParts): PortabilityRequests {
  const notYet = () => {
    throw new Refusal('This is being built.');
  };
  return {
    exportSettings: notYet,
    exportSettingsTo: notYet,
    previewImport: notYet,
    previewImportOf: notYet,
    importSettings: notYet,
    exportHistory: notYet,
    async cancelHistoryExport() {
      await historyExporter.cancel();
      return null;
    },
  };
}
