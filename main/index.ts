import { join } from 'node:path';
import { app, Notification, nativeTheme } from 'electron';
import ElectronStore from 'electron-store';
import { chooseLanguage, type Language, type Preferences } from '../preload/contract.ts';
import { dataFolder } from './data-folder.ts';
import { harden } from './electron/hardening.ts';
import { createDesktopHost } from './electron/host.ts';
import { answerRequests } from './electron/ipc.ts';
import { setMenu } from './electron/menu.ts';
import { createPictures } from './electron/picture.ts';
import { registerScheme, serveInbox } from './electron/protocol.ts';
import { wasStartedAtLogin } from './electron/start-at-login.ts';
import { createTray, type Tray } from './electron/tray.ts';
import { createInboxWindow } from './electron/window.ts';
import { type Launch, launchSchema, readLaunch } from './launch.ts';
import { type Opened, openBellhop } from './open.ts';
import { systemLanguages } from './settings/language.ts';
import { giveMemoryBack } from './store/database.ts';
import { say } from './words/message.ts';
import { Refusal } from './words/refusal.ts';
import { wordsIn } from './words/words.ts';

/** The desktop app: one window, one tray, one pipeline. */

const launch = readLaunchOrExit();
const folder = dataFolder(launch.data);
// Chromium's own files in a folder of their own; it is also what the single-instance lock goes by.
app.setPath('userData', join(folder, 'profile'));
// Windows shows no toasts without it; the same as electron-builder's appId.
app.setAppUserModelId('app.bellhop.Bellhop');
registerScheme();
// Chromium can't sandbox as root (--no-sandbox), and says so by killing every child process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
keepPasswordStore();

if (app.requestSingleInstanceLock(launch)) {
  app.whenReady().then(start).catch(fail);
} else {
  process.stdout.write('Bellhop is already running with this data folder; its window was asked to show.\n');
  app.exit(0);
}

async function start(): Promise<void> {
  const words = () => bellhop.words();
  harden();
  const window = createInboxWindow(
    {
      read: () => bellhop.settings.read().window,
      keep: (size) => safely(() => bellhop.settings.write({ ...bellhop.settings.read(), window: size })),
    },
    () => giveMemoryBack(bellhop.db),
  );
  const show = ({ theme, textSize }: Preferences) => {
    nativeTheme.themeSource = theme === 'contrast' ? 'system' : theme;
    window.setTextSize(textSize);
  };
  const changeTextSize = (by: 1 | -1 | 0) => safely(() => requests.changeTextSize({ by }));
  let tray: Tray | null = null;
  let menuLanguage: Language | null = null;
  const host = createDesktopHost(window, () => tray, loginArguments(), words);
  const bellhop = openBellhop(
    folder,
    'desktop app',
    host,
    ({ cwd, name, fileMode }) => new ElectronStore({ cwd, name, configFileMode: fileMode }),
    {
      onState(state) {
        show(state.preferences);
        if (state.language !== menuLanguage) setMenu(words(), changeTextSize);
        menuLanguage = state.language;
        window.push('state', state);
      },
      onNotices: () => window.push('noticesChanged', { mark: Date.now() }),
    },
  );
  const { requests, report } = bellhop.notifier;
  /** Outside the window nobody waits for an answer: a full disk is told in the inbox. */
  function safely(action: () => unknown): void {
    const failed = (error: unknown) => report('unsaved', ['unsaved'], String(error));
    try {
      void Promise.resolve(action()).catch(failed);
    } catch (error) {
      failed(error);
    }
  }
  setMenu(words(), changeTextSize);
  answerRequests(window, requests, words);
  serveInbox(createPictures(requests, words, window.seen));
  tray = createTray(
    {
      open: () => window.show(null),
      pause: (until) => safely(() => requests.setPaused({ until })),
      markAllRead: () => safely(() => requests.markAllRead({ source: null, topic: null, minPriority: null })),
      quit: () => app.quit(),
    },
    words,
    () => systemLanguages(host),
  );
  show(bellhop.settings.read().preferences);
  await bellhop.apply(launch);
  bellhop.start();
  if (!launch.hidden && !wasStartedAtLogin()) window.show(null);

  app.on('second-instance', (_event, _argv, _folder, handedOver) => {
    const theirs = launchSchema.safeParse(handedOver);
    if (theirs.success) void bellhop.apply(theirs.data);
    if (!theirs.data?.hidden) window.show(null); // a second start at login asks for nothing
  });
  app.on('activate', () => window.show(null));
  app.on('window-all-closed', () => {}); // the tray stays
  quitInOrder(bellhop);
}

/** Hidden, and on this data folder where it isn’t the usual one. */
function loginArguments(): string[] {
  return ['--hidden', ...(launch.data || process.env.BELLHOP_DATA ? ['--data', folder] : [])];
}

/** Feeds end and the database is closed before the process goes. */
function quitInOrder(bellhop: Opened): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void bellhop.close().finally(() => {
      closed = true;
      // Not from within this event: Electron would then forget that it is quitting.
      setImmediate(() => app.quit());
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
}

function readLaunchOrExit(): Launch {
  try {
    return readLaunch(process.argv.slice(1), process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return process.exit(2);
  }
}

/**
 * The person's own choice of keyring wins: test drivers append another one after it.
 * https://www.electronjs.org/docs/latest/api/safe-storage
 */
function keepPasswordStore(): void {
  const choice = process.argv.find((argument) => argument.startsWith('--password-store='));
  if (choice) app.commandLine.appendSwitch('password-store', choice.slice('--password-store='.length));
}

/** Without a terminal nobody would see the message, so it is raised as a toast as well. */
function fail(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${text}\n`);
  const exit = () => app.exit(1);
  const words = wordsIn(chooseLanguage('system', [...app.getPreferredSystemLanguages(), app.getLocale()]));
  const toast = new Notification({
    title: words.desktop.couldNotStart,
    body: error instanceof Refusal ? say(words, error.says) : text,
  });
  toast.once('show', exit);
  setTimeout(exit, 3_000);
  toast.show();
}
