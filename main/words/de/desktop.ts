import type { Words } from '../words.ts';

const number = (n: number): string => n.toLocaleString('de');

export const desktop: Words['desktop'] = {
  comma: ', ',

  toast: {
    one: 'Neue Benachrichtigung',
    several: (n) => `${number(n)} neue Benachrichtigungen`,
    whileQuiet: (n) => `${number(n)} während der Ruhezeit`,
    from: (source, n) => `${source} ${number(n)}`,
    urgent: (n) => `${number(n)} dringend`,
    high: (n) => `${number(n)} hoch`,
    removedSource: 'Eine entfernte Quelle',
  },

  couldNotStart: 'Bellhop konnte nicht starten',

  tray: {
    tooltip: (state) => `Bellhop: ${state}`,
    nothingUnread: 'nichts ungelesen',
    unread: (n) => `${number(n)} ungelesen`,
    paused: (until) => (until === null ? 'Einblendungen pausiert' : `Einblendungen pausiert ${until}`),
    quiet: (until) => `Ruhezeit ${until}`,
    untilTime: (time) => `bis ${time}`,
    untilDay: (weekday, time) => `bis ${weekday}, ${time}`,

    nothingToConnect: 'Keine Quelle eingeschaltet',
    connecting: 'Verbindung wird hergestellt …',
    connected: 'Verbunden',
    oneDisconnected: (source) => `${source} ist nicht verbunden`,
    manyDisconnected: (n) => `${number(n)} Quellen sind nicht verbunden`,

    open: 'Eingang öffnen',
    openUnread: (n) => `Eingang öffnen (${number(n)} ungelesen)`,
    markAllRead: 'Alle als gelesen markieren',
    pause: 'Einblendungen pausieren',
    forAnHour: 'Für eine Stunde',
    untilTomorrow: 'Bis morgen früh',
    untilResumed: 'Bis auf Weiteres',
    arePaused: (until) =>
      until === null ? 'Einblendungen sind pausiert' : `Einblendungen sind pausiert ${until}`,
    resume: 'Einblendungen fortsetzen',
    quit: 'Bellhop beenden',
  },

  menu: {
    about: 'Über Bellhop',
    services: 'Dienste',
    hide: 'Bellhop ausblenden',
    hideOthers: 'Andere ausblenden',
    showAll: 'Alle einblenden',
    quit: 'Bellhop beenden',
    edit: 'Bearbeiten',
    undo: 'Widerrufen',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einsetzen',
    pasteAndMatch: 'Einsetzen und Stil anpassen',
    remove: 'Löschen',
    selectAll: 'Alles auswählen',
    view: 'Darstellung',
    biggerText: 'Text vergrößern',
    smallerText: 'Text verkleinern',
    usualText: 'Normale Textgröße',
    window: 'Fenster',
    minimize: 'Im Dock ablegen',
    zoom: 'Zoomen',
    close: 'Fenster schließen',
    bringToFront: 'Alle nach vorne bringen',
  },

  signIn: {
    title: 'Anmelden',
    at: (host) => `${host} – Anmelden`,
    notEncrypted: (host) => `${host} (nicht verschlüsselt) – Anmelden`,
  },
};
