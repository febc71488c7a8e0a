const number = (n: number): string => n.toLocaleString('en');

/** Toasts, the tray, the application menu and the titles of windows. */
export const desktop = {
  /** Between things that are counted up. */
  comma: ', ',

  toast: {
    one: 'New notification',
    /** Of two and more. */
    several: (n: number) => `${number(n)} new notifications`,
    whileQuiet: (n: number) => `${number(n)} while it was quiet`,
    from: (source: string, n: number) => `${source} ${number(n)}`,
    urgent: (n: number) => `${number(n)} urgent`,
    high: (n: number) => `${number(n)} high`,
    removedSource: 'A removed source',
  },

  couldNotStart: 'Bellhop could not start',

  tray: {
    tooltip: (state: string) => `Bellhop: ${state}`,
    nothingUnread: 'nothing unread',
    unread: (n: number) => `${number(n)} unread`,
    /** `until` is one of the next two; null where no end is known. */
    paused: (until: string | null) => (until === null ? 'toasts paused' : `toasts paused ${until}`),
    quiet: (until: string) => `quiet hours ${until}`,
    untilTime: (time: string) => `until ${time}`,
    untilDay: (weekday: string, time: string) => `until ${weekday} at ${time}`,

    nothingToConnect: 'Nothing to connect to',
    connecting: 'Connecting…',
    connected: 'Connected',
    oneDisconnected: (source: string) => `${source} isn’t connected`,
    manyDisconnected: (n: number) => `${number(n)} sources aren’t connected`,

    open: 'Open inbox',
    openUnread: (n: number) => `Open inbox (${number(n)} unread)`,
    markAllRead: 'Mark all as read',
    pause: 'Pause toasts',
    forAnHour: 'For an hour',
    untilTomorrow: 'Until tomorrow morning',
    untilResumed: 'Until I resume them',
    arePaused: (until: string | null) =>
      until === null ? 'Toasts are paused' : `Toasts are paused ${until}`,
    resume: 'Resume toasts',
    quit: 'Quit Bellhop',
  },

  /** As macOS itself calls these. */
  menu: {
    about: 'About Bellhop',
    services: 'Services',
    hide: 'Hide Bellhop',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
    quit: 'Quit Bellhop',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pasteAndMatch: 'Paste and Match Style',
    remove: 'Delete',
    selectAll: 'Select All',
    view: 'View',
    biggerText: 'Make Text Bigger',
    smallerText: 'Make Text Smaller',
    usualText: 'Make Text Normal Size',
    window: 'Window',
    minimize: 'Minimize',
    zoom: 'Zoom',
    close: 'Close Window',
    bringToFront: 'Bring All to Front',
  },

  signIn: {
    title: 'Sign in',
    at: (host: string) => `${host} – Sign in`,
    notEncrypted: (host: string) => `${host} (not encrypted) – Sign in`,
  },
};
