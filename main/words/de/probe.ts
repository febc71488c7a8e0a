import type { probe as english } from '../en/probe.ts';

export const probe: typeof english = {
  connected: 'Verbunden.',
  connectedTo: (server) => `Verbunden mit ${server}.`,
  aMercureHub: 'einem Mercure-Hub',
  readableSoFar: 'Verbunden. Bellhop zeigt, was es vom Eintreffenden lesen kann.',
  neverAgain: 'Dieser Server sendet nicht noch einmal, was ohne Bellhop verpasst wurde.',
  nothingLost: 'Auch ohne Bellhop geht nichts verloren: Der Server sendet Verpasstes nach.',
  missedComes: 'Was ohne Bellhop verpasst wurde, kommt nach, soweit der Server es noch hat.',
  elsewhere: (host, hub) =>
    `Die Benachrichtigungen dieser Seite kommen von ${host}. Diese Adresse angeben, mit den Zugangsdaten dafür: ${hub}`,
  noAnswerYet:
    'Der Server hat noch nicht geantwortet. Manche antworten erst mit ihrer ersten Benachrichtigung: Hinzufügen und abwarten ist möglich.',
  notJson: 'Der Server sendet etwas, das Bellhop nicht lesen kann: Es ist kein JSON.',
  wantsCredential: 'Der Server verlangt Zugangsdaten.',
  wantsSignInOrCredential: 'Der Server verlangt eine Anmeldung oder Zugangsdaten.',
  forbidsStrangers: 'Der Server erlaubt hier niemandem den Empfang ohne Zugangsdaten.',

  presets: {
    mastodon:
      'Nötig ist ein Zugriffstoken, das Benachrichtigungen lesen darf: in Mastodon unter Einstellungen, Entwicklung anlegen.',
    'home-assistant':
      'Nötig ist ein langlebiges Zugriffstoken eines Administrators (Profil, Sicherheit). Eine Automation löst das Ereignis „bellhop“ mit „title“ und „message“ aus; ohne „restrict“ in der Adresse kommt alles, was geschieht.',
  },
};
