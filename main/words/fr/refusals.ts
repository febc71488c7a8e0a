import type {
  refusals as english,
  patterns as englishPatterns,
  system as englishSystem,
} from '../en/refusals.ts';

export const refusals: typeof english = {
  asIs: (text) => text,
  textTooLong: (most) => `Ce texte est trop long : il peut compter au plus ${most} caractères.`,

  quitting: 'Bellhop est en train de quitter.',
  sourceGone: 'Cette source a été supprimée.',
  alreadyListens: (source) => `« ${source} » écoute déjà à cette adresse.`,
  otherServersCredential: (given, asked) =>
    `Les identifiants ont été donnés pour ${given}. Donnez ceux de ${asked}.`,
  orderAgain: 'Des sources ont été ajoutées ou supprimées entre-temps. Veuillez les ordonner à nouveau.',
  changedMeanwhile: 'La source a été modifiée pendant la connexion. Veuillez vous connecter à nouveau.',
  cannotPublish: (source) =>
    `Impossible de publier un test sur « ${source} » : à notre connaissance, son serveur ne fait qu’envoyer.`,
  signedInAt: (host) => `Connecté à ${host}.`,
  signedInUntilQuit: (host) => `Connecté à ${host}, jusqu’à la fermeture de Bellhop.`,

  noLink: 'Cette notification n’a pas de lien.',
  noOffer: 'Cette notification ne propose plus cela.',
  noAttachment: 'Cette notification n’a plus cette pièce jointe.',
  noImage: 'Cette notification n’a plus cette image.',
  opened: 'Ouvert.',
  copied: 'Copié.',
  done: (status) => `Fait (${status}).`,
  serverFailedIt: (status) => `Le serveur n’y est pas parvenu (${status}).`,
  serverRefusedIt: (status) => `Le serveur a refusé (${status}).`,
  noAnswerWithin: (seconds) => `Pas de réponse en ${seconds} s. Le serveur l’a peut-être fait quand même.`,

  theServer: (trouble) => `Le serveur ${trouble}.`,
  theSite: (trouble) => `Le site ${trouble}.`,
  serverSilent: (seconds) => `Le serveur est resté muet pendant ${seconds} s.`,
  notGiven: (status) => `Le serveur ne le donne pas (${status}).`,
  largerThan: (megabytes) => `Plus de ${megabytes} Mo.`,
  imageLate: (seconds) => `L’image n’est pas arrivée en ${seconds} s.`,
  notAnImage: 'Ce que le serveur a envoyé n’est pas une image que Bellhop peut afficher.',
  tooMuchFetched: 'Trop de téléchargements sont déjà en cours.',
  notSaved: 'Cette pièce jointe n’est pas enregistrée.',

  searchBroke: 'La recherche s’est interrompue. Réessayez : elle est relancée.',
  newerSearch: 'Une recherche plus récente a pris sa place.',
  searchedAsText: (words, help) => `« ${words} » a été recherché comme du texte. ${help}`,
  helpIs: 'Il existe is:unread, is:read, is:archived et is:snoozed.',
  helpSource: 'Aucune source ne porte un tel nom.',
  helpDate: 'Une date s’écrit 2024-05-01, 2024-05 ou 2024.',
  helpPriority: 'Les priorités vont de 1 à 5, comme priority:5 ou priority:>3.',
  nothingToSearch: (words) => `« ${words} » ne contient ni lettre ni chiffre à rechercher.`,

  unknownZone: (zone) => `Le fuseau horaire « ${zone} » n’existe pas sur cet ordinateur.`,
  endlessQuiet:
    'Ces heures calmes ne finissent jamais. Pour ne rien entendre du tout, suspendez les bannières.',

  fileTrouble: (what, detail) => `${what} (${detail})`,
  noSpace: 'Le disque est plein.',
  noPermission: 'Votre compte n’a pas accès à cet emplacement.',
  readOnlyPlace: 'Impossible d’écrire à cet endroit.',
  noSuchFile: 'Ce fichier ou ce dossier n’existe pas.',
  isAFolder: 'C’est un dossier.',
  openElsewhere: 'Ce fichier est ouvert dans un autre programme.',
  notAFile: 'Ce n’est pas un fichier.',
  tooLargeForSettings: 'Le fichier est trop gros pour contenir des réglages de Bellhop.',
  notSettings: 'Ce n’est pas un fichier de réglages exporté par Bellhop.',
  newerSettings: 'Ce fichier vient d’un Bellhop plus récent. Importez-le avec cette version.',
  unusableSettings: (where, mistake) => `Le fichier est inutilisable (${where} : ${mistake}).`,
  asAWhole: 'dans son ensemble',
  wrongPassphrase: 'La phrase secrète est fausse, ou le fichier a été modifié.',
  sealedUnreadable: 'Les identifiants du fichier sont illisibles.',
  chooseAgain: 'Veuillez choisir à nouveau le fichier.',
  importBusy: 'Un import ou un export de réglages est déjà en cours.',
  exportBusy: 'L’historique est déjà en cours d’export.',
  notKept: (fault) => `Cela ne peut pas être conservé (${fault}).`,
};

export const patterns: typeof englishPatterns = {
  inRule: (mistake, rule) => `${mistake} (dans la règle « ${rule} »)`,
  patternTooLarge: (pattern) => `Le motif « ${pattern} » est trop grand : réduisez le nombre de répétitions.`,
  patternUnreadable: (pattern, why) => `Le motif « ${pattern} » est illisible : ${why}.`,
  patternUnreadableAt: (pattern, why, piece, character) =>
    `Le motif « ${pattern} » est illisible : ${why}, à « ${piece} » (caractère ${character}).`,
  neverClosed: 'une « ( » n’est jamais fermée',
  closesNothing: 'une « ) » ne ferme rien',
  bracketNeverClosed: 'un « [ » n’est jamais fermé',
  badClass: 'ce qui se trouve entre [ ] n’a pas de sens',
  badRange: 'cet intervalle ou ce type de caractère n’existe pas',
  nothingToRepeat: 'il n’y a rien à répéter',
  repeatsRepetition: 'une répétition est répétée',
  repeatsTooFar: 'une répétition va trop loin, 1000 au plus',
  noLookaround: 'regarder en avant ou en arrière n’est pas possible',
  badEscape: 'cet échappement n’existe pas, et les renvois à des groupes ne sont pas possibles',
  trailingBackslash: 'un « \\ » à la fin n’échappe rien',
  badGroupName: 'le nom d’un groupe n’en est pas un',
  twoGroupsOneName: 'deux groupes ont le même nom',
  nestedTooDeeply: 'l’imbrication est trop profonde',
  isTooLarge: 'l’expression est trop grande',
};

export const system: typeof englishSystem = {
  inACheckout:
    'Seule l’application installée peut démarrer à l’ouverture de session : celle-ci tourne depuis ses sources.',
  anotherCopy:
    'Une autre copie de Bellhop démarre à l’ouverture de session. Désactivez puis réactivez ceci pour que ce soit celle-ci.',
  unreadableFile: (file, error) => `${file} est illisible (${error}).`,
  offInTaskManager: 'Désactivé dans le Gestionnaire des tâches, sous « Applications de démarrage ».',
  offInLoginItems: 'Désactivé dans les Réglages Système, sous « Ouverture ».',
  loginNotTaken: 'Le système ne l’a pas accepté. Regardez dans ses propres réglages.',
  shortcutTaken:
    'Le système ne donne pas ce raccourci : un autre programme l’utilise sans doute. Choisissez d’autres touches.',
  noSuchKeys: 'Ce clavier n’a pas ces touches. Choisissez-en d’autres.',
  shortcutOnWayland:
    'Sous Wayland, un programme n’entend les touches que lorsqu’une fenêtre d’ancien type (X11) est active. Pour l’avoir partout, faites lancer « bellhop » par les raccourcis de votre bureau.',
  noShortcut: 'Le système ne donne pas ce raccourci.',
  signInClosed: 'Vous avez fermé la fenêtre avant d’être connecté.',
  takesToasts: 'Le système accepte les bannières.',
  takesNoToasts: 'Ce système n’a pas de service de notifications.',
  startToastService: 'Installez-en ou démarrez-en un ; les bureaux fournissent le leur.',
};
