/** Deutsch: unpersönlich, ohne du und Sie. */
import type { Catalogue } from '../en/index.ts';
import { numbersIn } from '../numbers.ts';
import { noticeText } from './notice.ts';
import { sourceText } from './source.ts';
import { tuneText } from './tune.ts';

const { number, plural } = numbersIn('de');
const sources = (n: number) => plural(n, 'Quelle', 'Quellen');
const rules = (n: number) => plural(n, 'Regel', 'Regeln');

export const de: Catalogue = {
  writing: { direction: 'ltr' },

  nav: {
    label: 'Ansichten und Quellen',
    open: 'Ansichten und Quellen',
    inbox: 'Eingang',
    unread: 'Ungelesen',
    snoozed: 'Zurückgestellt',
    archived: 'Archiv',
    sources: 'Quellen',
    add: 'Quelle hinzufügen …',
    settings: 'Einstellungen',
    unreadCount: (n) => `${number(n)} ungelesen`,
    snoozedCount: (n) => `${number(n)} zurückgestellt`,
    muted: 'Ohne Einblendungen',
    mute: 'Nicht mehr einblenden',
    unmute: 'Wieder einblenden',
    turnOff: 'Ausschalten',
    turnOn: 'Einschalten',
    moveUp: 'Nach oben',
    moveDown: 'Nach unten',
    moved: (name, place, of) => `${name}: ${number(place)} von ${number(of)}`,
  },
  phrase: {
    of: (what, which) => `${what}: ${which}`,
    sentence: (words) => `${words}.`,
  },
  health: {
    live: 'Verbunden',
    connecting: 'Verbindet …',
    waiting: 'Nicht verbunden',
    stopped: 'Eingreifen nötig',
    off: 'Ausgeschaltet',
  },

  list: {
    label: 'Benachrichtigungen',
    markAllRead: 'Alle als gelesen markieren',
    aboutSource: (name) => `Über ${name}`,
    unread: 'Ungelesen',
    urgent: 'Dringend',
    high: 'Hoch',
    newAbove: (n) => plural(n, 'neue Benachrichtigung', 'neue Benachrichtigungen'),
    failed: 'Die Liste konnte nicht geladen werden.',
    tryAgain: 'Erneut versuchen',
    removedSource: 'Entfernte Quelle',
    gap: (when, count) => (count === 1 ? when : `${when}, ${number(count)}-mal`),
    gapWhy: (source, why) => `${source}: ${why}.`,
    gapHint: 'Zeigen, was geschehen ist',
    announceOne: (title, source) => `Neu: ${title} von ${source}`,
    announceMany: (n) => `${number(n)} neue Benachrichtigungen`,
  },

  detail: {
    label: 'Benachrichtigung',
    close: 'Schließen',
    back: 'Zurück zur Liste',
    copy: 'Kopieren',
    copied: 'Kopiert',
    heading: (source) => `Benachrichtigung von ${source}`,
    whyToast: 'Warum diese Einblendung',
    whyNoToast: 'Warum keine Einblendung',
    noneUnread: (n) =>
      n === 0
        ? 'Nichts ungelesen'
        : plural(n, 'ungelesene Benachrichtigung', 'ungelesene Benachrichtigungen'),
    gone: 'Diese Benachrichtigung wurde gelöscht.',
    keysHint: 'Tastenkürzel',
    moveHint: 'blättern',
    attachments: 'Anhänge',
    inBrowser: 'Im Browser öffnen',
    until: (when) => `bis ${when}`,
    wasThereUntil: (when) => `verfügbar bis ${when}`,
    running: 'Der Server wird gefragt …',
    targets: {
      view: (target) => target,
      copy: (target) => `Kopiert „${target}“`,
      http: (target) => `Ruft ${target} auf`,
    },
    raw: 'Was der Server geschickt hat',
  },

  empty: {
    welcome: 'Noch klingelt nichts',
    welcomeText:
      'Mit einem Server verbinden, der Benachrichtigungen schickt: Bellhop hält die Verbindung, führt auf diesem Computer einen Verlauf und blendet ein, was eintrifft.',
    addFirst: 'Quelle hinzufügen',
    nothing: 'Noch nichts da',
    nothingText: (name) => `Was ${name} schickt, erscheint hier.`,
    nothingAny: 'Was die Quellen schicken, erscheint hier.',
    noneSnoozed: 'Nichts zurückgestellt',
    noneSnoozedText: 'Mit s kommt eine Benachrichtigung später wieder.',
    noneArchived: 'Nichts archiviert',
    noneArchivedText: 'Mit e wird abgelegt, was erledigt ist.',
    allRead: 'Alles gelesen',
    allDone: 'Alles erledigt',
    arriving: 'Neue Benachrichtigungen erscheinen hier, sobald sie eintreffen.',
    off: (name) => `${name} ist ausgeschaltet, daher trifft nichts ein.`,
    turnOn: 'Einschalten',
  },

  banner: {
    many: (n) => `${number(n)} Quellen sind nicht verbunden.`,
    manyMissed: (n) => `${number(n)} Quellen sind verbunden, aber Verpasstes ist noch nicht da.`,
    missed: (why) => `ist verbunden, aber Verpasstes ist noch nicht da: Der Server ${why}.`,
    show: 'Anzeigen',
    hide: 'Ausblenden',
    credential: 'braucht Token oder Passwort noch einmal.',
    session: 'verlangt eine neue Anmeldung.',
    silence: 'hat noch nicht geantwortet.',
    hints: {
      unauthorized: 'Die Zugangsdaten prüfen.',
      forbidden: 'Die Zugangsdaten prüfen.',
      'not-found': 'Die Adresse prüfen.',
      'not-a-stream': 'Die Adresse prüfen.',
      redirect: 'Die Adresse prüfen.',
    },
    trying: 'Neuer Versuch …',
    inSeconds: (n) => `Nächster Versuch in ${n} s.`,
    inMinutes: (n) => `Nächster Versuch in ${n} Min.`,
    tryNow: 'Jetzt versuchen',
    edit: 'Bearbeiten',
  },

  problems: { label: 'Probleme', dismiss: 'Ausblenden' },

  ...noticeText,
  ...sourceText,
  ...tuneText,

  settings: {
    title: 'Einstellungen',
    toasts: 'Einblendungen',
    pausedText: 'Auch in der Pause treffen Benachrichtigungen weiter im Eingang ein.',
    hideText: 'Text der Benachrichtigungen nicht einblenden',
    hideTextText: 'Einblendungen nennen nur die Quelle. Für geteilte Bildschirme.',
    appearance: 'Erscheinungsbild',
    theme: 'Farbschema',
    language: 'Sprache',
    systemLanguage: 'Wie das System',
    wordsMissing: 'Die Texte dieser Sprache konnten nicht geladen werden.',
    themes: { system: 'System', light: 'Hell', dark: 'Dunkel', contrast: 'Hoher Kontrast' },
    density: 'Abstände',
    densities: { comfortable: 'Luftig', compact: 'Kompakt' },
    textSize: 'Textgröße',
    secrets: 'Zugangsdaten',
    secretsText: {
      keyring: 'Tokens und Passwörter liegen im Schlüsselbund dieses Computers.',
      file: 'Tokens und Passwörter liegen in einer Datei, die nur dieses Benutzerkonto lesen kann.',
      session:
        'Dieser Computer hat keinen Schlüsselbund: Bellhop vergisst Tokens und Passwörter beim Beenden.',
    },
    inFile: 'Zugangsdaten in einer privaten Datei aufbewahren',
    inFileText: 'Wer die eigenen Dateien lesen kann, kann auch sie lesen.',
    version: (v) => `Bellhop ${v}`,
    keys: 'Tastenkürzel',
  },

  keys: {
    title: 'Tastenkürzel',
    names: {
      Shift: 'Umschalt',
      Ctrl: 'Strg',
      Enter: 'Eingabe',
      Delete: 'Entf',
      Esc: 'Esc',
      Space: 'Leertaste',
      Tab: 'Tab',
      Backspace: 'Rücktaste',
      Insert: 'Einfg',
      Home: 'Pos1',
      End: 'Ende',
      PageUp: 'Bild auf',
      PageDown: 'Bild ab',
    },
    list: {
      next: 'Nächste Benachrichtigung',
      previous: 'Vorige Benachrichtigung',
      open: 'Ihren Link öffnen',
      read: 'Als gelesen markieren',
      unread: 'Als gelesen oder ungelesen markieren',
      choose: 'Diese mit auswählen',
      chooseRange: 'Einen Bereich auswählen',
      chooseAll: 'Alle geladenen auswählen',
      copy: 'Ihren Text kopieren',
      rule: 'Eine Regel daraus machen',
      menu: 'Alles, was damit möglich ist',
      archive: 'Archivieren oder zurückholen',
      snooze: 'Zurückstellen',
      delete: 'Löschen',
      undo: 'Rückgängig machen',
      search: 'Suchen',
      goToList: 'Zu Eingang, Ungelesen, Zurückgestellt, Archiv',
      goToSource: 'Zu einer Quelle',
      moveSource: 'Eine Quelle in der Seitenleiste verschieben',
      textSize: 'Text größer, kleiner, normal',
      close: 'Schließen, was offen ist',
      help: 'Diese Tastenkürzel',
    },
  },

  confirm: {
    cancel: 'Abbrechen',
  },

  system: {
    title: 'Auf diesem Computer',
    login: 'Mit dem Computer starten',
    loginText: 'Verborgen, im Infobereich.',
    shortcut: 'Tastenkürzel für den Eingang',
    shortcutText: 'Zeigt den Eingang aus jedem Programm.',
    shortcutIs: (keys: string) => `Tastenkürzel für den Eingang: ${keys}`,
    noShortcut: 'Keines',
    record: 'Aufnehmen',
    removeShortcut: 'Entfernen',
    pressKeys: 'Tasten drücken …',
    recording: 'Esc bricht ab, Rücktaste entfernt das Tastenkürzel.',
    refused: {
      alone: (control: string, alt: string) =>
        `Allein ließe sich diese Taste nirgends mehr tippen. ${control} oder ${alt} dazu halten.`,
      unknown:
        'Diese Taste taugt nicht für ein Tastenkürzel. Es gehen Buchstaben, Ziffern und Funktionstasten.',
    },
  },

  takeAlong: {
    title: 'Mitnehmen',
    passphrase: 'Passphrase für Zugangsdaten',
    passphraseHint: 'Ohne sie bleiben Zugangsdaten hier',
    export: 'Einstellungen exportieren …',
    import: 'Einstellungen importieren …',
    importNow: 'Importieren',
    exported: (n, credentials) =>
      `Geschrieben: ${sources(n)}, davon ${number(credentials)} mit Zugangsdaten.`,
    would: (n, ruleCount, settings) =>
      `Das fügt ${sources(n)} und ${rules(ruleCount)} hinzu und ändert ${plural(settings, 'Einstellung', 'Einstellungen')}. Was hier ist, bleibt.`,
    hasCredentials: 'Die Datei enthält Zugangsdaten. Um sie zu übernehmen, oben ihre Passphrase angeben.',
    imported: (n, ruleCount) => `Hinzugefügt: ${sources(n)} und ${rules(ruleCount)}.`,
    historyJson: 'Verlauf als JSON Lines exportieren …',
    historyCsv: 'Verlauf als CSV exportieren …',
    writing: 'Verlauf wird geschrieben',
    historyWritten: (n: number) => `Geschrieben: ${plural(n, 'Benachrichtigung', 'Benachrichtigungen')}.`,
  },

  triage: {
    snooze: 'Zurückstellen',
    undo: 'Rückgängig',
    snoozeTitle: 'Zurückstellen bis',
    choices: {
      hours: 'Später',
      evening: 'Heute Abend',
      tomorrow: 'Morgen',
      monday: 'Nächste Woche',
    },
    ownMoment: 'Oder bis',
    noMoment: {
      none: 'Ein Datum und eine Uhrzeit angeben.',
      over: 'Diese Zeit ist vorbei. Eine spätere wählen.',
    },
    backAt: (when) => `wieder da: ${when}`,
    repeats: (n) => `${n}×`,
    repeatsLong: (n) => `${number(n)} gleiche`,
    repeatsLast: (n, when) => `${number(n)} gleiche, zuletzt ${when}`,
  },

  search: {
    label: 'Den Verlauf durchsuchen',
    placeholder: 'Suchen',
    titleOf: (source) => (source === undefined ? 'Suche' : `Suche in ${source}`),
    looking: 'Suche läuft …',
    nothing: 'Nichts gefunden',
    nothingText: 'Weniger Wörter helfen, oder nur der Anfang eines Wortes.',
    found: (n, more) =>
      n === 0 ? 'Nichts gefunden' : more ? `Mehr als ${number(n)} gefunden` : `${number(n)} gefunden`,
    indexing: 'Ältere Benachrichtigungen werden noch erfasst.',
  },

  footer: {
    live: (live, all) => `${number(live)} von ${number(all)} verbunden`,
    noSources: 'Keine Quellen',
    lastNotice: (when) => `Zuletzt: ${when}`,
    toastsOn: 'Einblendungen an',
    toastsPaused: 'Einblendungen pausiert',
  },
};
