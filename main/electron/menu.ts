import { app, Menu } from 'electron';

/**
 * macOS needs a menu for copy and paste to work; elsewhere the window has none. Reload and the developer tools are for
 * development only.
 */
export function setMenu(): void {
  const development = app.isPackaged ? [] : [{ role: 'viewMenu' as const }];
  const mac = [{ role: 'appMenu' as const }, { role: 'editMenu' as const }, { role: 'windowMenu' as const }];
  const items = process.platform === 'darwin' ? [...mac, ...development] : development;
  Menu.setApplicationMenu(items.length > 0 ? Menu.buildFromTemplate(items) : null);
}
