import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Badge, FileChoice, Host, Jar, SignIn, Toast, ToastResult, Wake } from '../main/host.ts';
import { recorder } from './recorder.ts';

/** A host that remembers what it was given, on a desktop that the test arranges. No keyring. */
export function testHost() {
  const toasts = recorder<Toast & { click: () => void }>();
  const badges = recorder<Badge>();
  const desktop = {
    focused: false,
    answer: { shown: true } as ToastResult,
    signIn: { signedIn: false, reason: ['signInClosed'] } as SignIn,
    /** What the person chooses when asked for a file. */
    file: null as string | null,
    startsAtLogin: false,
    downloads: join(tmpdir(), 'bellhop-no-downloads'),
    /** Shortcuts that other programs have. */
    taken: [] as string[],
    shortcut: null as string | null,
    languages: ['en-GB'],
  };
  const wakeListeners: ((wake: Wake) => void)[] = [];
  const withdrawn: number[] = [];
  const opened: string[] = [];
  const forgotten: string[] = [];
  const jars: { of: (source: string) => Jar } = { of: () => ({ read: () => null, write: () => {} }) };
  const copied: string[] = [];
  const shownFiles: string[] = [];
  const asked: FileChoice[] = [];
  const shown: (number | null)[] = [];
  const refuse = () => {
    throw new Error('There is no keyring.');
  };
  const host: Host = {
    async toast(toast, click) {
      toasts.push({ ...toast, click });
      return desktop.answer;
    },
    withdraw: (id) => withdrawn.push(id),
    toastService: () => ({ works: true, says: ['asIs', 'The test shows toasts.'], advice: null }),
    badge: badges.push,
    openLink: async (url) => void opened.push(url),
    copyText: (text) => copied.push(text),
    languages: () => desktop.languages,
    downloadsFolder: () => desktop.downloads,
    showFile: (file) => void shownFiles.push(file),
    showInbox: (notice) => shown.push(notice),
    takeShown: () => shown.pop() ?? null,
    focused: () => desktop.focused,
    fetch: () => fetch,
    useJars(jarOf) {
      jars.of = jarOf;
    },
    signIn: async () => desktop.signIn,
    forgetSite: (source) => forgotten.push(source),
    onWake: (listener) => wakeListeners.push(listener),
    secrets: { available: false, seal: refuse, open: refuse },
    chooseFile: async (choice) => {
      asked.push(choice);
      return desktop.file;
    },
    startAtLogin: {
      read: () => ({ on: desktop.startsAtLogin, can: true, says: null }),
      set(on) {
        desktop.startsAtLogin = on;
      },
    },
    setShortcut(keys) {
      const works = keys === null || !desktop.taken.includes(keys);
      desktop.shortcut = works ? keys : null;
      return { works, says: works ? null : ['shortcutTaken'] };
    },
  };
  /** As the system tells it. */
  const wake = (wake: Wake) => {
    for (const listener of wakeListeners) listener(wake);
  };
  return {
    wake,
    host,
    desktop,
    toasts,
    badges,
    withdrawn,
    opened,
    copied,
    shownFiles,
    asked,
    shown,
    forgotten,
    jars,
  };
}
