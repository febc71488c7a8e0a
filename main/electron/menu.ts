import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from '../words/words.ts';

/**
 * macOS needs a menu for copy and paste to work; elsewhere the window has none. Reload and the developer tools are for
 * development only.
 * @param changeTextSize one step up, one down, or back to the usual
 */
export function setMenu({ desktop: { menu } }: Words, changeTextSize: (by: 1 | -1 | 0) => void): void {
  const items: MenuItemConstructorOptions[] = [];
  const view = viewMenu(menu, changeTextSize);
  if (process.platform === 'darwin') items.push(...appMenu(menu), view, windowMenu(menu));
  else if (!app.isPackaged) items.push(view);
  Menu.setApplicationMenu(items.length > 0 ? Menu.buildFromTemplate(items) : null);
}

const SEPARATOR = { type: 'separator' } as const;

/** What the roles of whole menus hold, which Electron names in English only. */
function appMenu(words: Words['desktop']['menu']): MenuItemConstructorOptions[] {
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
  ];
}

/** In the window the same keys are the page's own (renderer/keys.ts), which comes first. */
function viewMenu(
  words: Words['desktop']['menu'],
  changeTextSize: (by: 1 | -1 | 0) => void,
): MenuItemConstructorOptions {
  const size = (label: string, key: string, by: 1 | -1 | 0): MenuItemConstructorOptions => ({
    ...{ label, accelerator: `CommandOrControl+${key}` },
    click: () => changeTextSize(by),
  });
  const development: MenuItemConstructorOptions[] = [
    SEPARATOR,
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ];
  return {
    label: words.view,
    submenu: [
      size(words.biggerText, 'Plus', 1),
      size(words.smallerText, '-', -1),
      size(words.usualText, '0', 0),
      ...(app.isPackaged ? [] : development),
    ],
  };
}

function windowMenu(words: Words['desktop']['menu']): MenuItemConstructorOptions {
  return {
    role: 'window',
    label: words.window,
    submenu: [
      { role: 'minimize', label: words.minimize },
      { role: 'zoom', label: words.zoom },
      { role: 'close', label: words.close },
      SEPARATOR,
      { role: 'front', label: words.bringToFront },
    ],
  };
}
