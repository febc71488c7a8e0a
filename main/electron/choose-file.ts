import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import type { FileChoice } from '../host.ts';

/** The system's own dialog, over the inbox. */
export async function chooseFile(choice: FileChoice): Promise<string | null> {
  const filters = [{ name: choice.extension.toUpperCase(), extensions: [choice.extension] }];
  const folder = app.getPath('documents');
  const window = BrowserWindow.getFocusedWindow();
  if (choice.kind === 'save') {
    const options = { defaultPath: join(folder, choice.name), filters };
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options));
    return canceled || !filePath ? null : filePath;
  }
  const options = { defaultPath: folder, filters, properties: ['openFile' as const] };
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}
