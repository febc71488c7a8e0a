import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from '../words/words.ts';

/**
 * macOS needs a menu for copy and paste to work; elsewhere the window has none. Reload and the developer tools are for
 * development only.
 */
export function setMenu({ desktop: { menu } }: Words): void {
  const development = app.isPackaged ? [] : [{ role: 'viewMenu' as const }];
  const items = process.platform === 'darwin' ? [...macMenu(menu), ...development] : development;
  Menu.setApplicationMenu(items.length > 0 ? Menu.buildFromTemplate(items) : null);
}

const SEPARATOR = { type: 'separator' } as const;

/** What the roles of whole menus hold, which Electron names in English only. */
function macMenu(words: Words['desktop']['menu']): MenuItemConstructorOptions[] {
  return [
    {
      label: 'Bellhop',
      submenu: [
        { role: 'about', label: words.about },
        SEPARATOR,
        { role: 'services', label: words.services },
        SEPARATOR,
        { role: 'hide', label: words.hide },
        { role: 'hideOthers', label: words.hideOthers },
        { role: 'unhide', label: words.showAll },
        SEPARATOR,
        { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        SEPARATOR,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'pasteAndMatchStyle', label: words.pasteAndMatch },
        { role: 'delete', label: words.remove },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      role: 'window',
      label: words.window,
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'zoom', label: words.zoom },
        { role: 'close', label: words.close },
        SEPARATOR,
        { role: 'front', label: words.bringToFront },
      ],
    },
  ];
}
