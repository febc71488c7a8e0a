import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import type { Pushes, PushName } from '../../preload/contract.ts';
import type { Seen } from '../../preload/picture.ts';
import { INBOX_URL } from './protocol.ts';

export type InboxWindow = {
  /** Brings up the inbox, made anew if it was closed, at a notice (null: as it is). */
  show: (notice: number | null) => void;
  /** In percent. Everything grows along, so the layout changes as it would in a smaller window. */
  setTextSize: (percent: number) => void;
  push: <N extends PushName>(name: N, payload: Pushes[N]) => void;
  /** The notice a new window should open at; asked once, when its page is ready. */
  takeShown: () => number | null;
  /** What a new window is about to show; null: what is drawn now would change its size. */
  seen: () => Seen | null;
  focused: () => boolean;
  /** Whether these are the contents of the inbox: the only ones main answers. */
  owns: (contents: Electron.WebContents) => boolean;
};

/** `--bg` in renderer/styles/tokens.css. */
const LIGHT = '#fcfdfc';
const DARK = '#191b1a';

export type Size = { width: number; height: number };

/**
 * The one window. Closing it destroys the renderer, which gives its memory back; the tray stays.
 * @param size what it was left at; `keep` is told when it closes
 */
export function createInboxWindow(
  size: { read: () => Size; keep: (size: Size) => void },
  onClosed: () => void,
): InboxWindow {
  let window: BrowserWindow | null = null;
  let pageReady = false;
  let shown: number | null = null;
  let zoom = 1;
  /** What the browser shows a new page at: that of the last one. */
  let zoomOfLast = 1;

  function applyZoom(contents: Electron.WebContents): void {
    contents.setZoomFactor(zoom);
    zoomOfLast = zoom;
  }

  function open(): BrowserWindow {
    const opened = new BrowserWindow({
      ...size.read(),
      minWidth: 380,
      minHeight: 420,
      // Shown at once: a click without an answer feels slow. Until there is a page it has the page's color.
      // https://www.electronjs.org/docs/latest/api/browser-window#setting-the-backgroundcolor-property
      backgroundColor: nativeTheme.shouldUseDarkColors ? DARK : LIGHT,
      title: 'Bellhop',
      icon: join(app.getAppPath(), 'build/icons/128x128.png'),
      autoHideMenuBar: true,
      webPreferences: {
        preload: join(app.getAppPath(), 'out/preload/index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
      },
    });
    pageReady = false;
    opened.webContents.on('did-navigate', () => applyZoom(opened.webContents));
    opened.on('close', () => {
      const { width, height } = opened.getNormalBounds();
      size.keep({ width, height });
    });
    opened.once('closed', () => {
      window = null;
      pageReady = false;
      onClosed();
    });
    // A page that is gone shows nothing, and yet could pass for an inbox before somebody's eyes.
    opened.webContents.on('render-process-gone', () => opened.destroy());
    opened.loadURL(INBOX_URL).catch((error) => {
      if (!opened.isDestroyed()) console.error('The inbox could not be loaded:', error);
    });
    return opened;
  }

  return {
    show(notice) {
      if (window && pageReady) {
        if (notice !== null) window.webContents.send('bellhop:show', { id: notice } satisfies Pushes['show']);
      } else {
        shown = notice ?? shown;
      }
      if (!window) {
        window = open();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    setTextSize(percent) {
      if (zoom === percent / 100) return;
      zoom = percent / 100;
      if (window && pageReady) applyZoom(window.webContents);
    },
    push(name, payload) {
      if (pageReady) window?.webContents.send(`bellhop:${name}`, payload);
    },
    takeShown() {
      pageReady = true;
      const notice = shown;
      shown = null;
      return notice;
    },
    seen: () =>
      window && zoom === zoomOfLast
        ? {
            width: (window.getContentSize()[0] ?? 0) / zoom,
            notice: shown,
            moreContrast: nativeTheme.shouldUseHighContrastColors,
          }
        : null,
    focused: () => window?.isFocused() ?? false,
    owns: (contents) => window !== null && contents === window.webContents,
  };
}
