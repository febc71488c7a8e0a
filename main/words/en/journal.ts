const number = (n: number): string => n.toLocaleString('en');

/** What happened to a source: lines with a time before them. */
export const journal = {
  isConnected: 'connected',
  endedAsUsual: 'the server ended the connection, as it does now and then',
  /** Of troubles.ts. */
  serverFailed: (trouble: string) => trouble,
  missedNotHad: (trouble: string) => `asked for what was missed, it ${trouble}`,
  caughtUp: (n: number) => `caught up: ${number(n)} new`,
  notLearned: 'could not keep what was learned about the server',
  prunedOne: 'One old notice was removed, as the settings say.',
  pruned: (n: number) => `${number(n)} old notices were removed, as the settings say.`,

  slept: 'the machine slept',
  woke: 'the machine woke',
  addressLost: 'this machine lost a network address',
  addressGained: 'this machine got a network address',
  signedIn: 'signed in',
  credentialChanged: 'the credential was changed',
  credentialImported: 'its credential was imported',
  askedToTry: 'asked to try now',

  tooLarge: 'an event over 1 MiB was left out',
  moreUnreadable: (n: number) => `${number(n)} more events could not be read`,
  notJson: 'the event is no JSON',
  notRows: 'the event is no JSON array of rows',
  /** `mistake` is technical, in English. */
  badPart: (where: string, mistake: string) => `${where}: ${mistake}`,
  theEvent: 'the event',
  theRow: 'the row',
  moreRows: (n: number) => `${number(n)} more rows of this event are like that`,
  emptyEvent: 'there is nothing in the event',
  nothingAt: (pointer: string) => `there is nothing at ${pointer}`,
  tooManyInList: (n: number) => `one list held ${number(n)} notices too many`,
};

/** Why something may have been missed for good; goes on after the source’s name and a colon. */
export const gaps = {
  neverAgain: 'it was not connected, and this server doesn’t send again what was missed',
  keptTooShort: (hours: number) =>
    `it was not connected, and this server keeps its notifications for ${hours} h only`,
  lostWithConnection: 'its connection broke, and this server doesn’t send again what was lost with it',
  listensElsewhere: 'the source listens to another address now, where what it missed can’t be asked for',
  serverForgot: 'the server no longer had all that was sent meanwhile',
};
