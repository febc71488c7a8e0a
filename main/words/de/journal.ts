import type { journal as english, gaps as englishGaps } from '../en/journal.ts';

const number = (n: number): string => n.toLocaleString('de');

export const journal: typeof english = {
  isConnected: 'verbunden',
  endedAsUsual: 'der Server hat die Verbindung beendet, wie er es ab und zu tut',
  serverFailed: (trouble) => trouble,
  missedNotHad: (trouble) => `nach Verpasstem gefragt: Der Server ${trouble}`,
  caughtUp: (n) => `nachgeholt: ${number(n)} neue`,
  notLearned: 'was über den Server bekannt wurde, ließ sich nicht festhalten',
  prunedOne: 'Eine alte Benachrichtigung wurde entfernt, wie eingestellt.',
  pruned: (n) => `${number(n)} alte Benachrichtigungen wurden entfernt, wie eingestellt.`,

  slept: 'der Computer war im Ruhezustand',
  woke: 'der Computer ist aufgewacht',
  addressLost: 'dieser Computer hat eine Netzwerkadresse verloren',
  addressGained: 'dieser Computer hat eine Netzwerkadresse erhalten',
  signedIn: 'angemeldet',
  credentialChanged: 'die Zugangsdaten wurden geändert',
  credentialImported: 'die Zugangsdaten wurden importiert',
  askedToTry: 'neuer Versuch auf Wunsch',

  tooLarge: 'ein Ereignis von mehr als 1 MiB wurde ausgelassen',
  moreUnreadable: (n) => `${number(n)} weitere Ereignisse waren nicht lesbar`,
  notJson: 'das Ereignis ist kein JSON',
  notRows: 'das Ereignis ist keine JSON-Liste von Zeilen',
  badPart: (where, mistake) => `${where}: ${mistake}`,
  theEvent: 'das Ereignis',
  theRow: 'die Zeile',
  moreRows: (n) => `${number(n)} weitere Zeilen dieses Ereignisses sind ebenso`,
  emptyEvent: 'im Ereignis steht nichts',
  nothingAt: (pointer) => `unter ${pointer} steht nichts`,
  tooManyInList: (n) => `eine Liste enthielt ${number(n)} Benachrichtigungen zu viel`,
};

export const gaps: typeof englishGaps = {
  neverAgain: 'nicht verbunden, und dieser Server sendet Verpasstes nicht noch einmal',
  keptTooShort: (hours) => `nicht verbunden, und dieser Server bewahrt Benachrichtigungen nur ${hours} h auf`,
  lostWithConnection: 'die Verbindung brach ab, und dieser Server sendet dabei Verlorenes nicht noch einmal',
  listensElsewhere:
    'die Quelle hört jetzt an einer anderen Adresse, und dort lässt sich Verpasstes nicht nachfragen',
  serverForgot: 'der Server hatte nicht mehr alles, was inzwischen gesendet wurde',
};
