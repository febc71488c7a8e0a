/** Français : vouvoiement; « notification » est au féminin, d’où « lue » et « archivée ». */
import type { Catalogue } from '../en/index.ts';
import { numbersIn } from '../numbers.ts';
import { noticeText } from './notice.ts';
import { sourceText } from './source.ts';
import { tuneText } from './tune.ts';
import { jusqua, le } from './when.ts';

const { number, plural } = numbersIn('fr');
const sources = (n: number) => plural(n, 'source', 'sources');
const rules = (n: number) => plural(n, 'règle', 'règles');

export const fr: Catalogue = {
  writing: { direction: 'ltr' },

  nav: {
    label: 'Vues et sources',
    open: 'Vues et sources',
    inbox: 'Boîte de réception',
    unread: 'Non lues',
    snoozed: 'En attente',
    archived: 'Archivées',
    sources: 'Sources',
    add: 'Ajouter une source…',
    settings: 'Réglages',
    unreadCount: (n) => plural(n, 'non lue', 'non lues'),
    snoozedCount: (n) => `${number(n)} en attente`,
    muted: 'Sans bannières',
    mute: 'Couper ses bannières',
    unmute: 'Afficher ses bannières',
    turnOff: 'Désactiver',
    turnOn: 'Activer',
    moveUp: 'Monter',
    moveDown: 'Descendre',
    moved: (name, place, of) => `${name} : ${number(place)} sur ${number(of)}`,
  },
  phrase: {
    of: (what, which) => `${what} : ${which}`,
    sentence: (words) => `${words}.`,
  },
  health: {
    live: 'Connectée',
    connecting: 'Connexion…',
    waiting: 'Non connectée',
    stopped: 'À vous d’agir',
    off: 'Désactivée',
  },

  list: {
    label: 'Notifications',
    markAllRead: 'Tout marquer comme lu',
    aboutSource: (name) => `À propos de ${name}`,
    unread: 'Non lue',
    urgent: 'Urgente',
    high: 'Importante',
    newAbove: (n) => plural(n, 'nouvelle notification', 'nouvelles notifications'),
    failed: 'La liste n’a pas pu être chargée.',
    tryAgain: 'Réessayer',
    removedSource: 'Source supprimée',
    gap: (when, count) => (count === 1 ? when : `${when}, ${number(count)} fois`),
    gapWhy: (source, why) => `${source} : ${why}.`,
    gapHint: 'Voir ce qui s’est passé',
    announceOne: (title, source) => `Nouveau : ${title}, de ${source}`,
    announceMany: (n) => `${number(n)} nouvelles notifications`,
  },

  detail: {
    label: 'Notification',
    close: 'Fermer',
    back: 'Revenir à la liste',
    copy: 'Copier',
    copied: 'Copié',
    heading: (source) => `Notification de ${source}`,
    whyToast: 'Pourquoi cette bannière',
    whyNoToast: 'Pourquoi pas de bannière',
    noneUnread: (n) =>
      n === 0 ? 'Tout est lu' : plural(n, 'notification non lue', 'notifications non lues'),
    gone: 'Cette notification a été supprimée.',
    keysHint: 'raccourcis clavier',
    moveHint: 'parcourir',
    attachments: 'Pièces jointes',
    inBrowser: 'Ouvrir dans le navigateur',
    until: (when) => jusqua(when),
    wasThereUntil: (when) => `disponible ${jusqua(when)}`,
    running: 'Interrogation du serveur…',
    targets: {
      view: (target) => target,
      copy: (target) => `Copie « ${target} »`,
      http: (target) => `Appelle ${target}`,
    },
    raw: 'Ce que le serveur a envoyé',
  },

  empty: {
    welcome: 'Rien ne sonne encore',
    welcomeText:
      'Connectez un serveur qui envoie des notifications. Bellhop garde la ligne ouverte, conserve un historique sur cet ordinateur et affiche une bannière à chaque arrivée.',
    addFirst: 'Ajouter une source',
    nothing: 'Rien pour l’instant',
    nothingText: (name) => `Ce qu’envoie ${name} apparaîtra ici.`,
    nothingAny: 'Ce qu’envoient vos sources apparaîtra ici.',
    noneSnoozed: 'Rien en attente',
    noneSnoozedText: 'Appuyez sur s pour qu’une notification revienne plus tard.',
    noneArchived: 'Rien d’archivé',
    noneArchivedText: 'Appuyez sur e quand vous en avez fini avec une notification.',
    allRead: 'Tout est lu',
    allDone: 'Tout est traité',
    arriving: 'Les nouvelles notifications apparaîtront ici.',
    off: (name) => `${name} est désactivée : rien n’arrive.`,
    turnOn: 'Activer',
  },

  banner: {
    many: (n) => `${number(n)} sources ne sont pas connectées.`,
    manyMissed: (n) =>
      `${number(n)} sources sont connectées, mais ce qui a été manqué n’est pas encore arrivé.`,
    missed: (why) => `est connectée, mais ce qui a été manqué n’est pas encore arrivé : le serveur ${why}.`,
    show: 'Afficher',
    hide: 'Masquer',
    credential: 'demande à nouveau son jeton ou son mot de passe.',
    session: 'vous demande de vous reconnecter.',
    silence: 'n’a pas encore répondu.',
    hints: {
      unauthorized: 'Vérifiez les identifiants.',
      forbidden: 'Vérifiez les identifiants.',
      'not-found': 'Vérifiez l’adresse.',
      'not-a-stream': 'Vérifiez l’adresse.',
      redirect: 'Vérifiez l’adresse.',
    },
    trying: 'Nouvel essai…',
    inSeconds: (n) => `Prochain essai dans ${n} s.`,
    inMinutes: (n) => `Prochain essai dans ${n} min.`,
    tryNow: 'Essayer maintenant',
    edit: 'Modifier',
  },

  problems: { label: 'Problèmes', dismiss: 'Ignorer' },

  ...noticeText,
  ...sourceText,
  ...tuneText,

  settings: {
    title: 'Réglages',
    toasts: 'Bannières',
    pausedText: 'Pendant la pause, les notifications continuent d’arriver dans la boîte de réception.',
    hideText: 'Masquer le texte des notifications dans les bannières',
    hideTextText: 'Les bannières ne nomment que la source. Pour les écrans partagés.',
    appearance: 'Apparence',
    theme: 'Thème',
    language: 'Langue',
    systemLanguage: 'Celle du système',
    wordsMissing: 'Les textes de cette langue n’ont pas pu être chargés.',
    themes: { system: 'Système', light: 'Clair', dark: 'Sombre', contrast: 'Contraste élevé' },
    density: 'Densité',
    densities: { comfortable: 'Aérée', compact: 'Compacte' },
    textSize: 'Taille du texte',
    secrets: 'Identifiants',
    secretsText: {
      keyring: 'Les jetons et les mots de passe sont conservés dans le trousseau de cet ordinateur.',
      file: 'Les jetons et les mots de passe sont conservés dans un fichier que seul votre compte peut lire.',
      session:
        'Cet ordinateur n’a pas de trousseau : Bellhop oublie les jetons et les mots de passe quand vous quittez.',
    },
    inFile: 'Conserver les identifiants dans un fichier privé',
    inFileText: 'Quiconque peut lire vos fichiers peut les lire.',
    version: (v) => `Bellhop ${v}`,
    keys: 'Raccourcis clavier',
  },

  keys: {
    title: 'Raccourcis clavier',
    names: {
      Shift: 'Maj',
      Ctrl: 'Ctrl',
      Enter: 'Entrée',
      Delete: 'Suppr',
      Esc: 'Échap',
      Space: 'Espace',
      Tab: 'Tab',
      Backspace: 'Retour arrière',
      Insert: 'Inser',
      Home: 'Début',
      End: 'Fin',
      PageUp: 'Page préc.',
      PageDown: 'Page suiv.',
    },
    list: {
      next: 'Notification suivante',
      previous: 'Notification précédente',
      open: 'Ouvrir son lien',
      read: 'Marquer comme lue',
      unread: 'Marquer comme lue ou non lue',
      choose: 'Sélectionner aussi celle-ci',
      chooseRange: 'Sélectionner une plage',
      chooseAll: 'Sélectionner tout ce qui est chargé',
      copy: 'Copier son texte',
      rule: 'En faire une règle',
      menu: 'Tout ce qu’on peut en faire',
      archive: 'Archiver ou désarchiver',
      snooze: 'Mettre en attente',
      delete: 'Supprimer',
      undo: 'Annuler',
      search: 'Rechercher',
      goToList: 'Boîte de réception, non lues, en attente, archivées',
      goToSource: 'Aller à une source',
      moveSource: 'Déplacer une source dans la barre latérale',
      textSize: 'Texte plus grand, plus petit, normal',
      close: 'Fermer ce qui est ouvert',
      help: 'Ces raccourcis',
    },
  },

  confirm: {
    cancel: 'Annuler',
  },

  system: {
    title: 'Sur cet ordinateur',
    login: 'Démarrer avec l’ordinateur',
    loginText: 'En arrière-plan, dans la zone de notification.',
    shortcut: 'Raccourci vers la boîte de réception',
    shortcutText: 'Affiche la boîte de réception depuis n’importe quel programme.',
    shortcutIs: (keys: string) => `Raccourci vers la boîte de réception : ${keys}`,
    noShortcut: 'Aucun',
    record: 'Enregistrer',
    removeShortcut: 'Supprimer',
    pressKeys: 'Appuyez sur les touches…',
    recording: 'Échap annule, Retour arrière supprime le raccourci.',
    refused: {
      alone: (control: string, alt: string) =>
        `Seule, cette touche ne pourrait plus servir à écrire. Maintenez ${control} ou ${alt} avec elle.`,
      unknown:
        'Cette touche ne convient pas à un raccourci. Prenez une lettre, un chiffre ou une touche de fonction.',
    },
  },

  takeAlong: {
    title: 'Transférer',
    passphrase: 'Phrase secrète pour les identifiants',
    passphraseHint: 'Sans elle, les identifiants restent ici',
    export: 'Exporter les réglages…',
    import: 'Importer des réglages…',
    importNow: 'Importer',
    exported: (n, credentials) => `Écrit : ${sources(n)}, dont ${number(credentials)} avec identifiants.`,
    would: (n, ruleCount, settings) =>
      `L’import ajouterait ${sources(n)} et ${rules(ruleCount)}, et modifierait ${plural(settings, 'réglage', 'réglages')}. Ce qui est ici reste.`,
    hasCredentials:
      'Le fichier contient des identifiants : indiquez sa phrase secrète ci-dessus pour les reprendre.',
    imported: (n, ruleCount) => `Ajouté : ${sources(n)} et ${rules(ruleCount)}.`,
    historyJson: 'Exporter l’historique en JSON Lines…',
    historyCsv: 'Exporter l’historique en CSV…',
    writing: 'Écriture de l’historique',
    historyWritten: (n: number) => `${plural(n, 'notification écrite', 'notifications écrites')}.`,
  },

  triage: {
    snooze: 'Mettre en attente',
    undo: 'Annuler',
    snoozeTitle: 'Mettre en attente jusqu’à',
    choices: {
      hours: 'Plus tard',
      evening: 'Ce soir',
      tomorrow: 'Demain',
      monday: 'La semaine prochaine',
    },
    ownMoment: 'Ou bien',
    noMoment: {
      none: 'Indiquez une date et une heure.',
      over: 'Ce moment est passé. Choisissez-en un plus tard.',
    },
    backAt: (when) => `de retour ${le(when)}`,
    repeats: (n) => `${n}×`,
    repeatsLong: (n) => `${number(n)} identiques`,
    repeatsLast: (n, when) => `${number(n)} identiques, la dernière fois ${le(when)}`,
  },

  search: {
    label: 'Rechercher dans l’historique',
    placeholder: 'Rechercher',
    titleOf: (source) => (source === undefined ? 'Recherche' : `Recherche dans ${source}`),
    looking: 'Recherche en cours…',
    nothing: 'Aucun résultat',
    nothingText: 'Essayez moins de mots, ou seulement le début d’un mot.',
    found: (n, more) =>
      n === 0 ? 'Aucun résultat' : `${more ? 'Plus de ' : ''}${plural(n, 'résultat', 'résultats')}`,
    indexing: 'Les notifications plus anciennes sont encore en cours d’indexation.',
  },

  footer: {
    live: (live, all) => `${number(live)} sur ${number(all)} en ligne`,
    noSources: 'Aucune source',
    lastNotice: (when) => `Dernière : ${when}`,
    toastsOn: 'Bannières activées',
    toastsPaused: 'Bannières en pause',
  },
};
