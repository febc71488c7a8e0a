import type { journal as english, gaps as englishGaps } from '../en/journal.ts';

const number = (n: number): string => n.toLocaleString('es');

export const journal: typeof english = {
  isConnected: 'conectado',
  endedAsUsual: 'el servidor cerró la conexión, como hace de vez en cuando',
  serverFailed: (trouble) => trouble,
  missedNotHad: (trouble) => `al pedirle lo perdido, el servidor ${trouble}`,
  caughtUp: (n) => (n === 1 ? `al día: ${number(n)} nueva` : `al día: ${number(n)} nuevas`),
  notLearned: 'no se pudo guardar lo aprendido sobre el servidor',
  prunedOne: 'Se eliminó una notificación antigua, según los ajustes.',
  pruned: (n) => `Se eliminaron ${number(n)} notificaciones antiguas, según los ajustes.`,

  slept: 'el equipo estuvo en suspensión',
  woke: 'el equipo se reactivó',
  addressLost: 'este equipo perdió una dirección de red',
  addressGained: 'este equipo obtuvo una dirección de red',
  signedIn: 'sesión iniciada',
  credentialChanged: 'se cambió la credencial',
  credentialImported: 'se importó la credencial',
  askedToTry: 'nuevo intento a petición',

  tooLarge: 'se omitió un evento de más de 1 MiB',
  moreUnreadable: (n) => `otros ${number(n)} eventos no se pudieron leer`,
  notJson: 'el evento no es JSON',
  notRows: 'el evento no es una lista JSON de filas',
  badPart: (where, mistake) => `${where}: ${mistake}`,
  theEvent: 'el evento',
  theRow: 'la fila',
  moreRows: (n) => `otras ${number(n)} filas de este evento están igual`,
  emptyEvent: 'no hay nada en el evento',
  nothingAt: (pointer) => `no hay nada en ${pointer}`,
  tooManyInList: (n) => `una lista contenía ${number(n)} notificaciones de más`,
};

export const gaps: typeof englishGaps = {
  neverAgain: 'no había conexión y este servidor no reenvía lo perdido',
  keptTooShort: (hours) => `no había conexión y este servidor guarda sus notificaciones solo ${hours} h`,
  lostWithConnection: 'la conexión se cortó y este servidor no reenvía lo que se perdió con ella',
  listensElsewhere: 'la fuente escucha ahora otra dirección, donde no se puede pedir lo que se perdió',
  serverForgot: 'el servidor ya no tenía todo lo que se envió entretanto',
};
