import type { journal as english, gaps as englishGaps } from '../en/journal.ts';

const number = (n: number): string => n.toLocaleString('fr');

export const journal: typeof english = {
  isConnected: 'connecté',
  endedAsUsual: 'le serveur a mis fin à la connexion, comme il le fait de temps en temps',
  serverFailed: (trouble) => trouble,
  missedNotHad: (trouble) => `interrogé sur ce qui a été manqué, le serveur ${trouble}`,
  caughtUp: (n) => (n === 1 ? `rattrapé : ${number(n)} nouvelle` : `rattrapé : ${number(n)} nouvelles`),
  notLearned: 'ce qui a été appris sur le serveur n’a pas pu être conservé',
  prunedOne: 'Une ancienne notification a été supprimée, selon les réglages.',
  pruned: (n) => `${number(n)} anciennes notifications ont été supprimées, selon les réglages.`,

  slept: 'l’ordinateur était en veille',
  woke: 'l’ordinateur est sorti de veille',
  addressLost: 'cet ordinateur a perdu une adresse réseau',
  addressGained: 'cet ordinateur a obtenu une adresse réseau',
  signedIn: 'connexion au site effectuée',
  credentialChanged: 'les identifiants ont été modifiés',
  credentialImported: 'les identifiants ont été importés',
  askedToTry: 'nouvel essai demandé',

  tooLarge: 'un événement de plus de 1 Mio a été ignoré',
  moreUnreadable: (n) => `${number(n)} autres événements étaient illisibles`,
  notJson: 'l’événement n’est pas du JSON',
  notRows: 'l’événement n’est pas un tableau JSON de lignes',
  badPart: (where, mistake) => `${where} : ${mistake}`,
  theEvent: 'l’événement',
  theRow: 'la ligne',
  moreRows: (n) => `${number(n)} autres lignes de cet événement sont dans le même cas`,
  emptyEvent: 'il n’y a rien dans l’événement',
  nothingAt: (pointer) => `il n’y a rien à ${pointer}`,
  tooManyInList: (n) => `une liste contenait ${number(n)} notifications de trop`,
};

export const gaps: typeof englishGaps = {
  neverAgain: 'pas de connexion, et ce serveur ne renvoie pas ce qui a été manqué',
  keptTooShort: (hours) => `pas de connexion, et ce serveur ne garde ses notifications que ${hours} h`,
  lostWithConnection: 'la connexion s’est rompue, et ce serveur ne renvoie pas ce qui a été perdu avec elle',
  listensElsewhere:
    'la source écoute désormais une autre adresse, où ce qui a été manqué ne peut pas être redemandé',
  serverForgot: 'le serveur n’avait plus tout ce qui a été envoyé entre-temps',
};
