import { join } from 'node:path';
import { app, clipboard, Notification, powerMonitor, shell } from 'electron';
import type { Host, Toast, ToastResult, ToastService } from '../host.ts';
import { eachSleepOnce, watchForWake } from '../wake.ts';
import type { Words } from '../words/words.ts';
import { chooseFile } from './choose-file.ts';
import { createSecretBox } from './secrets.ts';
import { createShortcuts } from './shortcut.ts';
import { createSignIns } from './sign-in.ts';
import { createSourceSessions } from './source-sessions.ts';
import { createStartAtLogin } from './start-at-login.ts';
import type { Tray } from './tray.ts';
import type { InboxWindow } from './window.ts';

/**
 * The desktop as the pipeline sees it.
 * @param loginArgs what the system starts Bellhop with at login
 */
export function createDesktopHost(
  window: InboxWindow,
  tray: () => Tray | null,
  loginArgs: string[],
  words: () => Words,
): Host {
  const toasts = createToasts();
  const sessions = createSourceSessions();
  const signIns = createSignIns(sessions, words);
  return {
    toast: toasts.show,
    withdraw: toasts.withdraw,
    toastService,
    badge: (badge) => tray()?.show(badge),
    openLink: (url) => shell.openExternal(url),
    copyText: (text) => clipboard.writeText(text),
    languages: () => [...app.getPreferredSystemLanguages(), app.getLocale()],
    downloadsFolder: () => app.getPath('downloads'),
    showFile: (file) => shell.showItemInFolder(file),
    showInbox: window.show,
    takeShown: window.takeShown,
    focused: window.focused,
    fetch: sessions.fetch,
    useJars: sessions.useJars,
    signIn: signIns.signIn,
    forgetSite(source) {
      signIns.cancel(source);
      sessions.forget(source);
    },
    onWake(listener) {
      const once = eachSleepOnce(listener);
      watchForWake(once);
      powerMonitor.on('resume', () => once({ why: ['woke'], kind: 'slept' }));
    },
    secrets: createSecretBox(),
    chooseFile,
    startAtLogin: createStartAtLogin(loginArgs),
    setShortcut: createShortcuts(() => window.show(null)),
  };
}

/** On Linux it can't be told whether anything shows them: the last toast's result does. */
function toastService(): ToastService {
  const works = Notification.isSupported();
  return works
    ? { works, says: ['takesToasts'], advice: null }
    : { works, says: ['takesNoToasts'], advice: ['startToastService'] };
}

/** How long the system may take to say what became of a toast. */
const ANSWER_MS = 10_000;
/**
 * Live toasts are referenced so that clicks aren't lost to the garbage collector; the oldest go first. "close" ends none of
 * them: Windows says it when a toast moves on to its Action Center, where it can still be clicked.
 * https://www.electronjs.org/docs/latest/api/notification#event-close
 */
const MAX_LIVE = 200;

function createToasts() {
  const live = new Map<number, Notification>();
  // macOS and Windows show the app's own icon.
  const icon = process.platform === 'linux' ? { icon: join(app.getAppPath(), 'build/icons/64x64.png') } : {};

  function show({ id, title, body, urgent, silent }: Toast, onClick: () => void): Promise<ToastResult> {
    if (!Notification.isSupported()) {
      return Promise.resolve({ shown: false, reason: ['noToastService'] });
    }
    const notification = new Notification({
      title,
      body: process.platform === 'linux' ? escapeMarkup(body) : body,
      urgency: urgent ? 'critical' : 'normal',
      silent, // Windows and macOS; on Linux the desktop’s own settings decide
      ...icon,
    });
    live.set(id, notification);
    const oldest = live.keys().next().value;
    if (live.size > MAX_LIVE && oldest !== undefined) live.delete(oldest);
    notification.once('click', () => {
      live.delete(id);
      onClick();
    });
    return answered(notification);
  }

  return {
    show,
    withdraw(id: number) {
      live.get(id)?.close();
      live.delete(id);
    },
  };
}

function answered(notification: Notification): Promise<ToastResult> {
  return new Promise((resolve) => {
    const silent = { shown: false, reason: ['noAnswer'] } satisfies ToastResult;
    const timer = setTimeout(() => resolve(silent), ANSWER_MS);
    notification.once('show', () => {
      clearTimeout(timer);
      resolve({ shown: true });
    });
    notification.once('failed', (_event, error) => {
      clearTimeout(timer);
      resolve({ shown: false, reason: ['systemRefused', error] });
    });
    notification.show();
  });
}

/**
 * On Linux a toast's body is markup, and a server's text must not be.
 * https://specifications.freedesktop.org/notification-spec/latest/markup.html
 */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
