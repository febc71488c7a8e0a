import { join } from 'node:path';
import { app, BrowserWindow, type Session } from 'electron';
import type { Words } from '../words/words.ts';
import { isWebAddress } from './hardening.ts';

/**
 * A small browser for one site: sandboxed, without a preload script and so without any way to Bellhop, with the session of
 * its source. What else its page may not do is in hardening.ts.
 */
export function openSignInWindow(own: Session, words: Words): BrowserWindow {
  const window = new BrowserWindow({
    width: 560,
    height: 760,
    minWidth: 320,
    minHeight: 320,
    title: words.desktop.signIn.title,
    icon: join(app.getAppPath(), 'build/icons/128x128.png'),
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
    },
  });
  window.removeMenu();
  const { webContents: contents } = window;

  // There is no address bar: the title is where a person sees whom they give their password to.
  window.on('page-title-updated', (event) => event.preventDefault());
  contents.on('did-navigate', (_event, url) => window.setTitle(titleFor(url, words)));

  // Login by another company opens a pop-up; here it goes on in the same window.
  contents.setWindowOpenHandler(({ url, referrer }) => {
    if (isWebAddress(url)) setImmediate(() => go(window, url, referrer));
    return { action: 'deny' };
  });
  // The person's close button works, whatever the page wants.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  return window;
}

function go(window: BrowserWindow, url: string, referrer: Electron.Referrer): void {
  if (window.isDestroyed()) return;
  window.loadURL(url, { httpReferrer: referrer }).catch((error: unknown) => {
    if (!window.isDestroyed()) console.error('A pop-up of a login page could not be loaded:', error);
  });
}

/** A title bar cuts off the end, and the end of a host's name says whose it is. */
const HOST_CHARS = 48;

/** The real host, and whether others on the way can read the password. */
function titleFor(url: string, { desktop: { signIn } }: Words): string {
  if (!isWebAddress(url)) return signIn.title;
  const { host, protocol } = new URL(url);
  const shown = host.length > HOST_CHARS ? `…${host.slice(-HOST_CHARS)}` : host;
  return protocol === 'https:' ? signIn.at(shown) : signIn.notEncrypted(shown);
}
