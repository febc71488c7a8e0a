import type { doctor as english, advice as englishAdvice, sentTest as englishTest } from '../en/doctor.ts';

export const doctor: typeof english = {
  aMoment: 'ein Augenblick',
  aMomentAgo: 'vor einem Augenblick',
  inAMoment: 'in einem Augenblick',

  turnedOff: 'Die Quelle ist ausgeschaltet.',
  notReached: 'Nicht erreicht.',

  answers: (host) => `${host} antwortet.`,
  takesButSilent: (host, time) =>
    `${host} nimmt Verbindungen an und hat noch nicht geantwortet (Wartezeit: ${time}).`,
  isSilent: (host, time) => `${host} hat nicht geantwortet (Wartezeit: ${time}).`,

  unencrypted: 'Die Adresse beginnt mit http://: Die Verbindung ist nicht verschlüsselt.',
  useHttps: 'Besser https://, wenn der Server es anbietet: Die Zugangsdaten sind unterwegs lesbar.',
  noAnswerYet: 'Noch keine Antwort.',
  encrypted: 'Die Verbindung ist verschlüsselt, und der Server hat sich ausgewiesen.',

  onlyRunningReads: 'Nur das laufende Bellhop kann die Zugangsdaten lesen.',
  startAndAsk: 'Bellhop starten und noch einmal fragen.',
  credentialGone: 'Die Zugangsdaten sind nicht mehr da.',
  giveAgain: 'Sie in den Einstellungen der Quelle noch einmal angeben.',
  giveOne: 'Der Quelle in ihren Einstellungen Zugangsdaten geben oder sich dort anmelden.',
  neitherYesNorNo: 'Der Server hat weder Ja noch Nein gesagt.',
  asksForNone: 'Der Server verlangt keine.',
  accepts: 'Der Server akzeptiert die Zugangsdaten.',

  connectedFor: (time) => `Bellhop ist verbunden (Dauer: ${time}).`,
  secondRefused: (trouble) => `Eine zweite Verbindung wurde abgelehnt: Der Server ${trouble}.`,
  missedNotHad: (trouble) =>
    `Verpasstes ist noch nicht da: Der Server ${trouble}. Bellhop fragt weiter nach.`,
  notLetIn: 'Nicht eingelassen.',
  tookRequest:
    'Der Server hat die Anfrage angenommen. Manche antworten erst mit ihrer ersten Benachrichtigung.',
  canCome: 'Benachrichtigungen können kommen.',
  worksNow: (trouble) =>
    `Jetzt geht es, aber Bellhops eigene Verbindung ist zuvor misslungen (der Server ${trouble}).`,
  worksNowRetries: (trouble, when) =>
    `Jetzt geht es, aber Bellhops eigene Verbindung ist zuvor misslungen (der Server ${trouble}); neuer Versuch ${when}.`,
  useTryNow: '„Jetzt versuchen“ auf der Seite der Quelle hilft.',

  due: (time) => ` (Takt: ${time})`,
  wentSilent: (n, due) => `Die Verbindung ist binnen eines Tages ${n}-mal verstummt${due}.`,
  signsCome: (due) => `Lebenszeichen kommen${due}.`,
  noSign: (time, due) => `Kein Lebenszeichen während der Wartezeit: ${time}${due}.`,
  nothingCame: (time, due) =>
    `Während der Wartezeit kam nichts: ${time}${due}; ein ruhiger Server hat vielleicht nichts zu senden.`,
  buffering:
    'Ein Proxy auf dem Weg hält stille Verbindungen vielleicht zurück oder trennt sie: Wer ihn betreibt, kann die Pufferung für diese Adresse abschalten.',

  writable: (free) => `Der Verlauf lässt sich schreiben; ${free} sind frei.`,
  diskFull: 'Der Datenträger ist voll.',
  makeRoom:
    'Speicherplatz freigeben: Was sich nicht speichern lässt, wird erneut angefordert, sobald Platz ist.',
  notWritable: (why) => `Der Verlauf lässt sich nicht schreiben: ${why}.`,
  isFull: 'der Datenträger ist voll',
  isReadOnly: 'die Datei ist schreibgeschützt',
  isHeld: 'ein anderes Programm belegt ihn',
  isDamaged: 'die Datei ist beschädigt',
  letWrite: 'Diesem Konto das Schreiben in Bellhops Datenordner erlauben.',
  closeOthers: 'Andere Programme schließen, die Bellhops Verlauf geöffnet haben.',
  startAgain:
    'Bellhop neu starten: Es legt einen beschädigten Verlauf beiseite, und die Server füllen einen neuen.',

  paused: 'Einblendungen sind pausiert: Benachrichtigungen kommen still.',
  resume: 'Sie im Infobereich oder im Fenster fortsetzen.',
  muted: 'Diese Quelle ist stummgeschaltet: Ihre Benachrichtigungen kommen still.',
  unmute: 'Die Stummschaltung auf ihrer Seite aufheben.',
  quiet: 'Es ist Ruhezeit: Gemeldet wird, wenn sie endet.',
  changeQuiet: 'Sie lässt sich in den Einstellungen ändern.',
  noneYet: 'Bisher gab es keine.',
  sendTest: 'Einen Test senden, wo der Server einen annimmt.',
  lastShown: (ago) => `Zuletzt eingeblendet: ${ago}.`,
  lastFailed: (ago, why) => `Die letzte Einblendung (${ago}) ist vielleicht nicht erschienen: ${why}.`,
  lookInSystem:
    'Nachsehen, ob das System Bellhop Mitteilungen zeigen lässt (seine Einstellungen dafür, „Nicht stören“), dann einen Test senden.',
};

export const advice: typeof englishAdvice = {
  refused: 'Läuft dort das Serverprogramm, und stimmt der Port in der Adresse?',
  dns: 'Prüfen, ob die Adresse Tippfehler hat und ob dieser Computer online ist.',
  timeout:
    'Ist jener Computer eingeschaltet? Auch eine Firewall auf dem Weg kann die Verbindung verschlucken.',
  unreachable: 'Diesen Computer mit einem Netzwerk verbinden.',
  failed: 'Die Adresse prüfen, und ob dieser Computer online ist.',
  reset:
    'Etwas auf dem Weg trennt sie vielleicht, etwa ein Proxy oder eine Firewall: Wer den Server betreibt, weiß mehr.',
  unauthorized: 'Der Quelle in ihren Einstellungen ein neues Token oder Passwort geben.',
  'sign-in': '„Anmelden“ auf der Seite der Quelle in Bellhop hilft.',
  forbidden: 'Wer den Server betreibt, kann diesem Konto den Empfang erlauben.',
  redirect:
    'Die Adresse im Browser öffnen: Bellhop die Adresse geben, bei der sie endet, oder sich dort anmelden.',
  'not-found': 'Den Pfad in der Adresse prüfen.',
  'not-a-stream': 'Das ist vielleicht die Adresse einer Seite: Nach der des Datenstroms fragen.',
  'no-content': 'Wer den Server betreibt, weiß warum; Bellhop fragt alle 15 Minuten wieder.',
  'rate-limited': 'Nichts zu tun: Bellhop wartet so lange wie verlangt und versucht es wieder.',
  serverInTrouble: 'Der Server selbst hat Schwierigkeiten. Bellhop versucht es weiter.',
  notHttps:
    'Dort scheint kein https gesprochen zu werden: die Adresse mit http:// versuchen oder einen anderen Port.',
  outOfDate:
    'Das Zertifikat ist abgelaufen, oder die Uhr dieses Computers geht falsch. Erneuern kann es, wer den Server betreibt.',
  anotherName: 'Das Zertifikat gilt für einen anderen Namen: den verwenden, für den es gemacht ist.',
  unknownSigner:
    'Dieser Computer weiß nicht, wer das Zertifikat unterschrieben hat. Wer ihm vertraut, kann die Zertifizierungsstelle zu denen des Systems hinzufügen.',
  certificate: 'Wer den Server betreibt, sollte sich das Zertifikat ansehen.',
};

export const sentTest: typeof englishTest = {
  title: 'Test',
  body: (mark) => `Ein Test von Bellhop (${mark}).`,
  sourceOff: (source) => `„${source}“ ist ausgeschaltet.`,
  notRunning: 'Bellhop läuft nicht: es starten und den Test noch einmal senden.',
  notConnected: (source) => `„${source}“ ist gerade nicht verbunden: Ein Test käme nicht zurück.`,
  notConnectedBecause: (source, trouble) =>
    `„${source}“ ist gerade nicht verbunden (der Server ${trouble}): Ein Test käme nicht zurück.`,
  takesNone: 'Diese Art von Server nimmt keine Benachrichtigungen von Bellhop an.',
  notPublished: (trouble) => `Der Test ließ sich nicht veröffentlichen: Der Server ${trouble}.`,
  notAllowed: (said) =>
    `Der Server lässt dieses Konto nicht veröffentlichen (${said}). Empfangen darf es vielleicht trotzdem.`,
  notTaken: (said) => `Der Server hat den Test nicht angenommen (${said}).`,
  notBack: (seconds) =>
    `Veröffentlicht, aber nach ${seconds} s noch nicht zurückgekommen. Die Prüfung sagt vielleicht, warum.`,
  noAnswer: (seconds) =>
    `Veröffentlicht, nach ${seconds} s eingetroffen, aber das System hat zur Einblendung noch nichts gesagt.`,
  arrived: (seconds, fate) => `Veröffentlicht, nach ${seconds} s eingetroffen; ${fate}.`,
  deletedBefore: 'vor der Einblendung gelöscht',
  noToast: (why) => `keine Einblendung: ${why}`,
};
