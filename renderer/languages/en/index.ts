/** Every word the window shows, in English. The other languages are catalogues of this shape. */
import type { ActionView, SecretStorage } from '../../../preload/contract.ts';
import type { Health } from '../../pure/troubles.ts';
import type { Shortcut } from '../../shortcuts.ts';
import { numbersIn } from '../numbers.ts';
import { noticeText } from './notice.ts';
import { sourceText } from './source.ts';
import { tuneText } from './tune.ts';

const { number, plural } = numbersIn('en');

export const en = {
  writing: { direction: 'ltr' as 'ltr' | 'rtl' },

  nav: {
    label: 'Views and sources',
    open: 'Views and sources',
    inbox: 'Inbox',
    unread: 'Unread',
    snoozed: 'Snoozed',
    archived: 'Archived',
    sources: 'Sources',
    add: 'Add a source…',
    settings: 'Settings',
    unreadCount: (n: number) => plural(n, 'unread', 'unread'),
    snoozedCount: (n: number) => plural(n, 'snoozed', 'snoozed'),
    muted: 'Toasts muted',
    /** What can be done with a source, in its menu. */
    mute: 'Mute its toasts',
    unmute: 'Show its toasts',
    turnOff: 'Turn off',
    turnOn: 'Turn on',
    moveUp: 'Move up',
    moveDown: 'Move down',
    moved: (name: string, place: number, of: number) => `${name}: ${place} of ${of}`,
  },
  phrase: {
    /** “Server: not connected”, “Save: report.pdf”. */
    of: (what: string, which: string) => `${what}: ${which}`,
    /** Of words that come without their full stop. */
    sentence: (words: string) => `${words}.`,
  },
  health: {
    live: 'Live',
    connecting: 'Connecting',
    waiting: 'Not connected',
    stopped: 'Needs you',
    off: 'Turned off',
  } satisfies Record<Health, string>,

  list: {
    label: 'Notices',
    markAllRead: 'Mark all read',
    aboutSource: (name: string) => `About ${name}`,
    unread: 'Unread',
    urgent: 'Urgent',
    high: 'High',
    newAbove: (n: number) => plural(n, 'new notice', 'new notices'),
    failed: 'The list could not be loaded.',
    tryAgain: 'Try again',
    removedSource: 'Removed source',
    gap: (when: string, count: number) => (count === 1 ? when : `${when}, ${number(count)} times`),
    gapWhy: (source: string, why: string) => `${source}: ${why}.`,
    gapHint: 'Show what happened',
    announceOne: (title: string, source: string) => `New: ${title} from ${source}`,
    announceMany: (n: number) => `${number(n)} new notices`,
  },

  detail: {
    label: 'Notice',
    close: 'Close',
    back: 'Back to the list',
    copy: 'Copy',
    copied: 'Copied',
    heading: (source: string) => `Notice from ${source}`,
    whyToast: 'Why you saw this',
    whyNoToast: 'Why there was no toast',
    noneUnread: (n: number) => (n === 0 ? 'Nothing unread' : plural(n, 'unread notice', 'unread notices')),
    gone: 'That notice was deleted.',
    keysHint: 'for keys',
    moveHint: 'to move',
    attachments: 'Attachments',
    inBrowser: 'Open in browser',
    until: (when: string) => `until ${when}`,
    wasThereUntil: (when: string) => `was there until ${when}`,
    running: 'Asking the server…',
    targets: {
      view: (target: string) => target,
      copy: (target: string) => `Copies “${target}”`,
      http: (target: string) => `Calls ${target}`,
    } satisfies Record<ActionView['kind'], (target: string) => string>,
    raw: 'What the server sent',
  },

  empty: {
    welcome: 'Nothing is ringing yet',
    welcomeText:
      'Connect a server that sends notifications. Bellhop keeps the line open, keeps a history on this computer, and shows a toast when something arrives.',
    addFirst: 'Add a source',
    nothing: 'Nothing yet',
    nothingText: (name: string) => `What ${name} sends will show up here.`,
    nothingAny: 'What your sources send will show up here.',
    noneSnoozed: 'Nothing snoozed',
    noneSnoozedText: 'Press s on a notice to have it come back later.',
    noneArchived: 'Nothing archived',
    noneArchivedText: 'Press e on a notice when you are done with it.',
    allRead: 'All read',
    allDone: 'All done',
    arriving: 'New notices show up here as they arrive.',
    off: (name: string) => `${name} is turned off, so nothing arrives.`,
    turnOn: 'Turn on',
  },

  banner: {
    many: (n: number) => `${number(n)} sources aren’t connected.`,
    manyMissed: (n: number) => `${number(n)} sources are connected, but what they missed hasn’t come yet.`,
    missed: (why: string) => `is connected, but what was missed hasn’t come yet: the server ${why}.`,
    show: 'Show',
    hide: 'Hide',
    credential: 'needs its token or password again.',
    session: 'needs you to sign in again.',
    silence: 'hasn’t answered yet.',
    /** By the code of a trouble that only the person can mend. */
    hints: {
      unauthorized: 'Check the credential.',
      forbidden: 'Check the credential.',
      'not-found': 'Check the address.',
      'not-a-stream': 'Check the address.',
      redirect: 'Check the address.',
    } as Record<string, string>,
    trying: 'Trying again…',
    inSeconds: (n: number) => `Next try in ${n} s.`,
    inMinutes: (n: number) => `Next try in ${n} min.`,
    tryNow: 'Try now',
    edit: 'Edit',
  },

  problems: { label: 'Problems', dismiss: 'Dismiss' },

  ...noticeText,
  ...sourceText,
  ...tuneText,

  settings: {
    title: 'Settings',
    toasts: 'Toasts',
    pausedText: 'While toasts are paused, notices still arrive in the inbox.',
    hideText: 'Hide the text of notices on toasts',
    hideTextText: 'Toasts only name the source. For shared screens.',
    appearance: 'Appearance',
    theme: 'Theme',
    language: 'Language',
    systemLanguage: 'System',
    wordsMissing: 'The words of this language could not be loaded.',
    themes: { system: 'System', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    density: 'Density',
    densities: { comfortable: 'Comfortable', compact: 'Compact' },
    textSize: 'Text size',
    secrets: 'Secrets',
    secretsText: {
      keyring: 'Tokens and passwords are kept in this computer’s keyring.',
      file: 'Tokens and passwords are kept in a file that only your account can read.',
      session: 'This computer has no keyring: Bellhop forgets tokens and passwords when you quit.',
    } satisfies Record<SecretStorage, string>,
    inFile: 'Keep secrets in a private file',
    inFileText: 'Anyone who can read your files can read them.',
    version: (v: string) => `Bellhop ${v}`,
    keys: 'Keyboard shortcuts',
  },

  keys: {
    title: 'Keyboard shortcuts',
    /** Keys that are called otherwise elsewhere. */
    names: {
      Shift: 'Shift',
      Ctrl: 'Ctrl',
      Enter: 'Enter',
      Delete: 'Delete',
      Esc: 'Esc',
      Space: 'Space',
      Tab: 'Tab',
      Backspace: 'Backspace',
      Insert: 'Insert',
      Home: 'Home',
      End: 'End',
      PageUp: 'PgUp',
      PageDown: 'PgDn',
    },
    list: {
      next: 'Next notice',
      previous: 'Previous notice',
      open: 'Open its link',
      read: 'Mark read',
      unread: 'Mark read or unread',
      choose: 'Select this one too',
      chooseRange: 'Select a range',
      chooseAll: 'Select all that are loaded',
      copy: 'Copy its text',
      rule: 'Make a rule from it',
      menu: 'All that can be done with it',
      archive: 'Archive, or move back',
      snooze: 'Snooze',
      delete: 'Delete',
      undo: 'Undo',
      search: 'Search',
      goToList: 'Go to inbox, unread, snoozed, archived',
      goToSource: 'Go to a source',
      moveSource: 'Move a source in the sidebar',
      textSize: 'Larger, smaller, usual text',
      close: 'Close what is open',
      help: 'These shortcuts',
    } satisfies Record<Shortcut, string>,
  },

  confirm: {
    cancel: 'Cancel',
  },

  system: {
    title: 'On this computer',
    login: 'Start with the computer',
    loginText: 'Hidden, in the tray.',
    shortcut: 'Shortcut for the inbox',
    shortcutText: 'Shows the inbox from any program.',
    shortcutIs: (keys: string) => `Shortcut for the inbox: ${keys}`,
    noShortcut: 'None',
    record: 'Record',
    removeShortcut: 'Remove',
    pressKeys: 'Press the keys…',
    recording: 'Esc cancels, Backspace removes the shortcut.',
    /** Why what was pressed is no shortcut; the names of the keys are the system’s. */
    refused: {
      alone: (control: string, alt: string) =>
        `Alone this key could no longer be typed anywhere. Hold ${control} or ${alt} with it.`,
      unknown: 'This key can’t be in a shortcut. Take a letter, a digit or a function key.',
    },
  },

  takeAlong: {
    title: 'Take along',
    passphrase: 'Passphrase for credentials',
    passphraseHint: 'Without one, credentials stay here',
    export: 'Export settings…',
    import: 'Import settings…',
    importNow: 'Import',
    exported: (sources: number, credentials: number) =>
      `Written: ${plural(sources, 'source', 'sources')}, ${plural(credentials, 'credential', 'credentials')}.`,
    would: (sources: number, rules: number, settings: number) =>
      `It would add ${plural(sources, 'source', 'sources')} and ${plural(rules, 'rule', 'rules')}, and change ${plural(settings, 'setting', 'settings')}. What is here stays.`,
    hasCredentials: 'It holds credentials: give its passphrase above to take them over.',
    imported: (sources: number, rules: number) =>
      `Added ${plural(sources, 'source', 'sources')} and ${plural(rules, 'rule', 'rules')}.`,
    historyJson: 'Export history as JSON Lines…',
    historyCsv: 'Export history as CSV…',
    writing: 'Writing the history',
    historyWritten: (n: number) => `Written: ${plural(n, 'notice', 'notices')}.`,
  },

  triage: {
    snooze: 'Snooze',
    undo: 'Undo',
    snoozeTitle: 'Snooze until',
    choices: {
      hours: 'Later',
      evening: 'This evening',
      tomorrow: 'Tomorrow',
      monday: 'Next week',
    },
    ownMoment: 'Or at',
    noMoment: { none: 'Give a date and a time.', over: 'That time is over. Choose a later one.' },
    backAt: (when: string) => `back ${when}`,
    repeats: (n: number) => `${n}×`,
    repeatsLong: (n: number) => `${number(n)} equal ones`,
    repeatsLast: (n: number, when: string) => `${number(n)} equal ones, the last ${when}`,
  },

  search: {
    label: 'Search the history',
    placeholder: 'Search',
    titleOf: (source: string | undefined) => (source === undefined ? 'Search' : `Search in ${source}`),
    looking: 'Searching…',
    nothing: 'Nothing found',
    nothingText: 'Try fewer words, or only the beginning of one.',
    found: (n: number, more: boolean) =>
      n === 0 ? 'Nothing found' : more ? `More than ${number(n)} found` : plural(n, 'found', 'found'),
    indexing: 'Older notices are still being indexed.',
  },

  footer: {
    live: (live: number, all: number) => `${number(live)} of ${plural(all, 'source', 'sources')} live`,
    noSources: 'No sources',
    lastNotice: (when: string) => `Last notice ${when}`,
    toastsOn: 'Toasts on',
    toastsPaused: 'Toasts paused',
  },
};

export type Catalogue = typeof en;
