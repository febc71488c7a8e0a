import type { problems as english, startTroubles as englishStart } from '../en/problems.ts';

export const problems: typeof english = {
  toastLost: 'Eine Einblendung ist misslungen.',
  signInNotKept: (source) => `Die Anmeldung bei „${source}“ ließ sich nicht aufbewahren.`,
  snoozeStuck: 'Eine zurückgestellte Benachrichtigung konnte nicht zurückkommen.',
  quietFailed: 'Die Ruhezeiten ließen sich nicht einhalten.',
  notTidied: 'Alte Benachrichtigungen ließen sich nicht entfernen.',
  notDeleted: 'Gelöschte Benachrichtigungen ließen sich nicht entfernen.',
  notSearchable: 'Ältere Benachrichtigungen ließen sich nicht für die Suche erfassen.',
  journalFailed: 'Das Protokoll lässt sich nicht schreiben.',
  unsaved: 'Eine Änderung ließ sich nicht speichern.',
  damagedNow:
    'Der Verlauf ist beschädigt. Bellhop beenden und neu starten: Es beginnt dann einen neuen, den die Server füllen.',
  unreadableNow: 'Der Verlauf ist nicht lesbar.',
  historyReplaced:
    'Der Verlauf war beschädigt. Bellhop hat einen neuen begonnen, und die Server füllen ihn wieder.',
  damagedKeptAs: (file) => `Die beschädigte Datei liegt unter ${file}`,
  settingsDamaged: 'Die Datei mit den Einstellungen war beschädigt.',
  secretsDamaged: 'Die Datei mit den versiegelten Zugangsdaten war beschädigt.',
  fileReplaced: (fault, instead, file) =>
    `Die Datei war nicht lesbar (${fault}). ${instead} Die beschädigte liegt unter ${file}`,
  lastGoodIsBack: 'Die letzte gute Kopie wurde wiederhergestellt.',
  beganWithDefaults: 'Bellhop hat mit den Voreinstellungen begonnen.',
  ruleUnusable: 'Eine Regel ist nicht brauchbar.',
  commandUnreachable: 'Der Befehl „bellhop“ erreicht dieses Bellhop nicht.',
  sourceNotAdded: (address) => `${address} ließ sich nicht als Quelle hinzufügen.`,
};

export const startTroubles: typeof englishStart = {
  folderOnFullDisk: (folder, detail) =>
    `Der Datenträger ist voll: Bellhop kann seinen Datenordner ${folder} nicht öffnen. Platz schaffen und neu starten. (${detail})`,
  folderNotWritable: (folder, detail) =>
    `Bellhop kann nicht in seinen Datenordner ${folder} schreiben. Diesem Konto das Schreiben dort erlauben oder mit --data einen anderen wählen. (${detail})`,
  folderHeld: (folder, detail) =>
    `Ein anderes Programm belegt Bellhops Verlauf in ${folder}. Ihn dort schließen und Bellhop neu starten. (${detail})`,
  folderMixedUp: (folder, detail) =>
    `In Bellhops Datenordner ${folder} liegt eine Datei, wo ein Ordner sein sollte, oder umgekehrt. (${detail})`,
  folderInUse: (holder, folder) => `Der Datenordner ${folder} wird schon benutzt (${holder}).`,
  newerHistory: (schema, known) =>
    `Ein neueres Bellhop hat den Verlauf geschrieben (Schema ${schema}; dieses kennt ${known}). Die neuere Version starten oder die Datei verschieben, um einen neuen Verlauf zu beginnen.`,
};
