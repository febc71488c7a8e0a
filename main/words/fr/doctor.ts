import type { doctor as english, advice as englishAdvice, sentTest as englishTest } from '../en/doctor.ts';

export const doctor: typeof english = {
  aMoment: 'un instant',
  aMomentAgo: 'il y a un instant',
  inAMoment: 'dans un instant',

  turnedOff: 'La source est désactivée.',
  notReached: 'Pas atteint.',

  answers: (host) => `${host} répond.`,
  takesButSilent: (host, time) => `${host} accepte les connexions, mais n’a pas répondu (attente : ${time}).`,
  isSilent: (host, time) => `${host} n’a pas répondu (attente : ${time}).`,

  unencrypted: 'L’adresse commence par http:// : la connexion n’est pas chiffrée.',
  useHttps: 'Utilisez https:// si le serveur le propose : les identifiants peuvent être lus en chemin.',
  noAnswerYet: 'Pas encore de réponse.',
  encrypted: 'La connexion est chiffrée, et le serveur a prouvé son identité.',

  onlyRunningReads: 'Seul le Bellhop en cours d’exécution peut lire les identifiants.',
  startAndAsk: 'Lancez Bellhop, puis redemandez.',
  credentialGone: 'Les identifiants ne sont plus là.',
  giveAgain: 'Donnez-les à nouveau dans les réglages de la source.',
  giveOne: 'Donnez des identifiants à la source dans ses réglages, ou connectez-vous-y.',
  neitherYesNorNo: 'Le serveur n’a dit ni oui ni non.',
  asksForNone: 'Le serveur n’en demande pas.',
  accepts: 'Le serveur accepte les identifiants.',

  connectedFor: (time) => `Bellhop est connecté (durée : ${time}).`,
  secondRefused: (trouble) => `Une seconde connexion a été refusée : le serveur ${trouble}.`,
  missedNotHad: (trouble) =>
    `Ce qui a été manqué n’est pas encore arrivé : le serveur ${trouble}. Bellhop continue de demander.`,
  notLetIn: 'Accès refusé.',
  tookRequest: 'Le serveur a pris la demande. Certains ne répondent qu’avec leur première notification.',
  canCome: 'Les notifications peuvent arriver.',
  worksNow: (trouble) =>
    `Cela marche à présent, mais la connexion de Bellhop avait échoué (le serveur ${trouble}).`,
  worksNowRetries: (trouble, when) =>
    `Cela marche à présent, mais la connexion de Bellhop avait échoué (le serveur ${trouble}) ; nouvel essai ${when}.`,
  useTryNow: 'Utilisez « Essayer maintenant » sur la page de la source.',

  due: (time) => ` (intervalle attendu : ${time})`,
  wentSilent: (n, due) => `Le flux s’est tu ${n} fois en un jour${due}.`,
  signsCome: (due) => `Les signes de vie arrivent${due}.`,
  noSign: (time, due) => `Aucun signe de vie pendant l’attente de ${time}${due}.`,
  nothingCame: (time, due) =>
    `Rien n’est arrivé pendant l’attente de ${time}${due} ; un serveur calme n’a peut-être rien à envoyer.`,
  buffering:
    'Un proxy en chemin retient ou coupe peut-être les flux silencieux : demandez à qui le gère de désactiver la mise en tampon pour cette adresse.',

  writable: (free) => `L’historique peut être écrit ; espace libre : ${free}.`,
  diskFull: 'Le disque est plein.',
  makeRoom: 'Libérez de l’espace disque : ce qui ne peut pas être enregistré est redemandé dès qu’il y en a.',
  notWritable: (why) => `L’historique ne peut pas être écrit : ${why}.`,
  isFull: 'le disque est plein',
  isReadOnly: 'le fichier est en lecture seule',
  isHeld: 'un autre programme le bloque',
  isDamaged: 'le fichier est endommagé',
  letWrite: 'Autorisez ce compte à écrire dans le dossier de données de Bellhop.',
  closeOthers: 'Fermez les autres programmes qui ont ouvert l’historique de Bellhop.',
  startAgain:
    'Relancez Bellhop : il met de côté un historique endommagé, et vos serveurs en remplissent un nouveau.',

  paused: 'Les bannières sont en pause : les notifications arrivent en silence.',
  resume: 'Réactivez-les depuis la zone de notification ou la fenêtre.',
  muted: 'Cette source est en sourdine : ses notifications arrivent en silence.',
  unmute: 'Retirez la sourdine sur sa page.',
  quiet: 'Ce sont vos heures calmes : vous serez prévenu quand elles se terminent.',
  changeQuiet: 'Modifiez-les dans les réglages.',
  noneYet: 'Aucune n’a été affichée jusqu’ici.',
  sendTest: 'Envoyez un test, si le serveur en accepte.',
  lastShown: (ago) => `La dernière a été affichée ${ago}.`,
  lastFailed: (ago, why) => `La dernière bannière, ${ago}, n’a peut-être pas été affichée : ${why}.`,
  lookInSystem:
    'Vérifiez que le système laisse Bellhop afficher des notifications (ses réglages de notifications, « Ne pas déranger »), puis envoyez un test.',
};

export const advice: typeof englishAdvice = {
  refused: 'Le programme du serveur y tourne-t-il, et le port de l’adresse est-il le bon ?',
  dns: 'Vérifiez que l’adresse est sans faute de frappe et que cet ordinateur est en ligne.',
  timeout: 'Cette machine est-elle allumée ? Un pare-feu en chemin peut aussi avaler la connexion.',
  unreachable: 'Connectez cet ordinateur à un réseau.',
  failed: 'Vérifiez l’adresse, et que cet ordinateur est en ligne.',
  reset:
    'Quelque chose en chemin, comme un proxy ou un pare-feu, la coupe peut-être : demandez à qui gère le serveur.',
  unauthorized: 'Donnez à la source un nouveau jeton ou mot de passe dans ses réglages.',
  'sign-in': 'Utilisez « Se connecter » sur la page de la source dans Bellhop.',
  forbidden: 'Demandez à qui gère le serveur d’autoriser ce compte à écouter.',
  redirect:
    'Ouvrez l’adresse dans un navigateur : donnez à Bellhop celle où elle aboutit, ou connectez-vous si cela vous est demandé.',
  'not-found': 'Vérifiez le chemin dans l’adresse.',
  'not-a-stream': 'C’est peut-être l’adresse d’une page : demandez celle du flux.',
  'no-content': 'Demandez pourquoi à qui gère le serveur ; Bellhop redemande toutes les 15 minutes.',
  'rate-limited': 'Rien à faire : Bellhop attend aussi longtemps que demandé, puis réessaie.',
  serverInTrouble: 'Le serveur lui-même est en difficulté. Bellhop continue d’essayer.',
  notHttps: 'Il ne semble pas parler https : essayez l’adresse avec http://, ou un autre port.',
  outOfDate:
    'Son certificat est périmé, ou l’horloge de cet ordinateur est fausse. C’est à qui gère le serveur de le renouveler.',
  anotherName: 'Son certificat est pour un autre nom : utilisez celui pour lequel il a été fait.',
  unknownSigner:
    'Cet ordinateur ne sait pas qui a signé son certificat. Si vous lui faites confiance, ajoutez son autorité aux certificats du système.',
  certificate: 'Demandez à qui gère le serveur de regarder son certificat.',
};

export const sentTest: typeof englishTest = {
  title: 'Test',
  body: (mark) => `Un test de Bellhop (${mark}).`,
  sourceOff: (source) => `« ${source} » est désactivée.`,
  notRunning: 'Bellhop n’est pas lancé : lancez-le, puis renvoyez le test.',
  notConnected: (source) => `« ${source} » n’est pas connectée : un test ne reviendrait pas.`,
  notConnectedBecause: (source, trouble) =>
    `« ${source} » n’est pas connectée (le serveur ${trouble}) : un test ne reviendrait pas.`,
  takesNone: 'Ce type de serveur n’accepte pas de notifications de Bellhop.',
  notPublished: (trouble) => `Le test n’a pas pu être publié : le serveur ${trouble}.`,
  notAllowed: (said) =>
    `Le serveur ne laisse pas ce compte publier (${said}). Il peut peut-être écouter quand même.`,
  notTaken: (said) => `Le serveur n’a pas pris le test (${said}).`,
  notBack: (seconds) => `Publié, mais pas revenu en ${seconds} s. Le diagnostic dira peut-être pourquoi.`,
  noAnswer: (seconds) =>
    `Publié, arrivé après ${seconds} s, mais le système n’a encore rien dit de sa bannière.`,
  arrived: (seconds, fate) => `Publié, arrivé après ${seconds} s ; ${fate}.`,
  deletedBefore: 'supprimé avant sa bannière',
  noToast: (why) => `pas de bannière : ${why}`,
};
