import type {
  refusals as english,
  patterns as englishPatterns,
  system as englishSystem,
} from '../en/refusals.ts';

export const refusals: typeof english = {
  asIs: (text) => text,
  textTooLong: (most) => `Dieser Text ist zu lang: Höchstens ${most} Zeichen sind möglich.`,

  quitting: 'Bellhop wird gerade beendet.',
  sourceGone: 'Diese Quelle wurde entfernt.',
  alreadyListens: (source) => `„${source}“ hat diese Adresse schon.`,
  otherServersCredential: (given, asked) =>
    `Die Zugangsdaten gelten für ${given}. Für ${asked} die passenden angeben.`,
  orderAgain: 'Inzwischen kamen Quellen hinzu oder fielen weg. Bitte noch einmal ordnen.',
  changedMeanwhile: 'Die Quelle wurde während der Anmeldung geändert. Bitte noch einmal anmelden.',
  cannotPublish: (source) =>
    `Bei „${source}“ lässt sich kein Test veröffentlichen: Der Server sendet nur, soweit bekannt.`,
  signedInAt: (host) => `Bei ${host} angemeldet.`,
  signedInUntilQuit: (host) => `Bei ${host} angemeldet, bis Bellhop beendet wird.`,

  noLink: 'Diese Benachrichtigung hat keinen Link.',
  noOffer: 'Diese Benachrichtigung bietet das nicht mehr an.',
  noAttachment: 'Diese Benachrichtigung hat diesen Anhang nicht mehr.',
  noImage: 'Diese Benachrichtigung hat dieses Bild nicht mehr.',
  opened: 'Geöffnet.',
  copied: 'Kopiert.',
  done: (status) => `Erledigt (${status}).`,
  serverFailedIt: (status) => `Dem Server ist es misslungen (${status}).`,
  serverRefusedIt: (status) => `Der Server hat es abgelehnt (${status}).`,
  noAnswerWithin: (seconds) =>
    `Keine Antwort innerhalb von ${seconds} s. Der Server kann es trotzdem getan haben.`,

  theServer: (trouble) => `Der Server ${trouble}.`,
  theSite: (trouble) => `Die Website ${trouble}.`,
  serverSilent: (seconds) => `Der Server hat ${seconds} s lang geschwiegen.`,
  notGiven: (status) => `Der Server gibt es nicht heraus (${status}).`,
  largerThan: (megabytes) => `Größer als ${megabytes} MB.`,
  imageLate: (seconds) => `Das Bild kam nicht innerhalb von ${seconds} s.`,
  notAnImage: 'Was der Server geschickt hat, ist kein Bild, das Bellhop zeigen kann.',
  tooMuchFetched: 'Es wird schon zu viel geladen.',
  notSaved: 'Dieser Anhang ist nicht gespeichert.',

  searchBroke: 'Die Suche ist abgebrochen. Noch einmal versuchen: Sie wird neu gestartet.',
  newerSearch: 'Eine neuere Suche ist an ihre Stelle getreten.',
  searchedAsText: (words, help) => `„${words}“ wurde als Text gesucht. ${help}`,
  helpIs: 'Es gibt is:unread, is:read, is:archived und is:snoozed.',
  helpSource: 'Keine Quelle heißt so.',
  helpDate: 'Ein Datum sieht so aus: 2024-05-01, 2024-05 oder 2024.',
  helpPriority: 'Prioritäten gehen von 1 bis 5, etwa priority:5 oder priority:>3.',
  nothingToSearch: (words) => `„${words}“ enthält keine Buchstaben oder Ziffern.`,

  unknownZone: (zone) => `Die Zeitzone „${zone}“ gibt es auf diesem Computer nicht.`,
  endlessQuiet: 'Diese Ruhezeit endet nie. Um gar nichts zu hören, die Einblendungen pausieren.',

  fileTrouble: (what, detail) => `${what} (${detail})`,
  noSpace: 'Der Datenträger ist voll.',
  noPermission: 'Dieses Konto darf den Ort nicht benutzen.',
  readOnlyPlace: 'Dort lässt sich nichts schreiben.',
  noSuchFile: 'Diese Datei oder diesen Ordner gibt es nicht.',
  isAFolder: 'Das ist ein Ordner.',
  openElsewhere: 'Ein anderes Programm hat diese Datei geöffnet.',
  notAFile: 'Das ist keine Datei.',
  tooLargeForSettings: 'Die Datei ist zu groß für Einstellungen von Bellhop.',
  notSettings: 'Das ist keine Datei mit Einstellungen, die Bellhop exportiert hat.',
  newerSettings: 'Ein neueres Bellhop hat diese Datei geschrieben. Sie mit dieser Version importieren.',
  unusableSettings: (where, mistake) => `Die Datei ist nicht brauchbar (${where}: ${mistake}).`,
  asAWhole: 'als Ganzes',
  wrongPassphrase: 'Die Passphrase ist falsch, oder die Datei wurde verändert.',
  sealedUnreadable: 'Die Zugangsdaten in der Datei sind nicht lesbar.',
  chooseAgain: 'Bitte die Datei noch einmal auswählen.',
  importBusy: 'Es läuft schon ein Import oder Export von Einstellungen.',
  exportBusy: 'Der Verlauf wird schon exportiert.',
  notKept: (fault) => `Das lässt sich nicht aufbewahren (${fault}).`,
};

export const patterns: typeof englishPatterns = {
  inRule: (mistake, rule) => `${mistake} (in der Regel „${rule}“)`,
  patternTooLarge: (pattern) => `Das Muster „${pattern}“ ist zu groß: Wiederholungen niedriger zählen.`,
  patternUnreadable: (pattern, why) => `Das Muster „${pattern}“ ist nicht lesbar: ${why}.`,
  patternUnreadableAt: (pattern, why, piece, character) =>
    `Das Muster „${pattern}“ ist nicht lesbar: ${why}, bei „${piece}“ (Zeichen ${character}).`,
  neverClosed: 'eine „(“ wird nie geschlossen',
  closesNothing: 'eine „)“ schließt nichts',
  bracketNeverClosed: 'eine „[“ wird nie geschlossen',
  badClass: 'was in [ ] steht, ergibt keinen Sinn',
  badRange: 'diesen Bereich oder diese Art von Zeichen gibt es nicht',
  nothingToRepeat: 'es gibt nichts zu wiederholen',
  repeatsRepetition: 'eine Wiederholung wird wiederholt',
  repeatsTooFar: 'eine Wiederholung zählt zu weit, höchstens 1000',
  noLookaround: 'Vor- und Zurückschauen ist nicht möglich',
  badEscape: 'dieses Sonderzeichen gibt es nicht, und Verweise auf Gruppen sind nicht möglich',
  trailingBackslash: 'ein „\\“ am Ende maskiert nichts',
  badGroupName: 'eine Gruppe hat einen Namen, der keiner ist',
  twoGroupsOneName: 'zwei Gruppen heißen gleich',
  nestedTooDeeply: 'es ist zu tief verschachtelt',
  isTooLarge: 'es ist zu groß',
};

export const system: typeof englishSystem = {
  inACheckout: 'Nur die installierte App kann beim Anmelden starten: Diese läuft aus einem Quelltextordner.',
  anotherCopy:
    'Beim Anmelden startet eine andere Kopie von Bellhop. Aus- und wieder einschalten, damit diese startet.',
  unreadableFile: (file, error) => `${file} ist nicht lesbar (${error}).`,
  offInTaskManager: 'Im Task-Manager unter „Autostart von Apps“ ausgeschaltet.',
  offInLoginItems: 'In den Systemeinstellungen unter „Anmeldeobjekte“ ausgeschaltet.',
  loginNotTaken: 'Das System hat es nicht übernommen. In dessen eigenen Einstellungen nachsehen.',
  shortcutTaken:
    'Das System vergibt dieses Tastenkürzel nicht: Wahrscheinlich nutzt es schon ein anderes Programm. Andere Tasten wählen.',
  noSuchKeys: 'Diese Tasten hat die Tastatur nicht. Andere wählen.',
  shortcutOnWayland:
    'Unter Wayland hört ein Programm Tasten nur, solange ein Fenster der älteren Art (X11) vorn ist. Für überall: in den Tastenkürzeln der Arbeitsumgebung „bellhop“ starten lassen.',
  noShortcut: 'Das System vergibt dieses Tastenkürzel nicht.',
  signInClosed: 'Das Fenster wurde vor der Anmeldung geschlossen.',
  takesToasts: 'Das System nimmt Einblendungen an.',
  takesNoToasts: 'Dieses System hat keinen Dienst für Benachrichtigungen.',
  startToastService: 'Einen installieren oder starten; Arbeitsumgebungen bringen ihren eigenen mit.',
};
