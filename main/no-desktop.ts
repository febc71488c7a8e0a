import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Host } from './host.ts';
import { Refusal } from './words/refusal.ts';

const nothing = () => {};
/** Of this process for as long as it runs. To ask takes a third of a millisecond, and every toast has words. */
const language = new Intl.DateTimeFormat().resolvedOptions().locale;
const noKeyring = () => {
  throw new Error('There is no keyring in a terminal.');
};

const NOT_FROM_A_TERMINAL =
  'Starting at login is for the desktop app; your system starts services by itself.';

/** What a host without a display can't do, or does by Node's own means. What becomes of toasts is for it to say. */
export const noDesktop: Omit<Host, 'toast' | 'toastService' | 'onWake'> = {
  withdraw: nothing,
  badge: nothing,
  openLink: async () => {},
  copyText: nothing,
  languages: () => [language],
  downloadsFolder: () => join(homedir(), 'Downloads'),
  showFile: nothing,
  showInbox: nothing,
  takeShown: () => null,
  focused: () => false,
  fetch: () => (url, init) => fetch(url, init),
  useJars: nothing,
  signIn: async () => ({
    signedIn: false,
    reason: [
      'asIs',
      'Signing in on the site’s own page takes the desktop app: here is no window to show it in. Give a token instead, if the site has one.',
    ],
  }),
  forgetSite: () => {},
  // No keyring is asked for: credentials come from BELLHOP_TOKEN, or from the file the person chose.
  secrets: { available: false, seal: noKeyring, open: noKeyring },
  chooseFile: async () => {
    throw new Refusal(
      'asIs',
      'Choosing a file takes the desktop app. In a terminal, “bellhop settings export FILE” writes the settings to one.',
    );
  },
  startAtLogin: {
    read: () => ({ on: false, can: false, says: ['asIs', NOT_FROM_A_TERMINAL] }),
    set: () => {
      throw new Refusal('asIs', NOT_FROM_A_TERMINAL);
    },
  },
  setShortcut: (keys) =>
    keys === null
      ? { works: true, says: null }
      : { works: false, says: ['asIs', 'Shortcuts bring up the window of the desktop app: here is none.'] },
};
