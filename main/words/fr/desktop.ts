import type { Words } from '../words.ts';

const number = (n: number): string => n.toLocaleString('fr');

export const desktop: Words['desktop'] = {
  comma: ', ',

  toast: {
    one: 'Nouvelle notification',
    several: (n) => `${number(n)} nouvelles notifications`,
    whileQuiet: (n) => `${number(n)} pendant les heures calmes`,
    from: (source, n) => `${source} ${number(n)}`,
    urgent: (n) => (n === 1 ? `${number(n)} urgente` : `${number(n)} urgentes`),
    high: (n) => (n === 1 ? `${number(n)} importante` : `${number(n)} importantes`),
    removedSource: 'Une source supprimée',
  },

  couldNotStart: 'Bellhop n’a pas pu démarrer',

  tray: {
    tooltip: (state) => `Bellhop : ${state}`,
    nothingUnread: 'rien de non lu',
    unread: (n) => (n === 1 ? `${number(n)} non lue` : `${number(n)} non lues`),
    paused: (until) => (until === null ? 'bannières en pause' : `bannières en pause ${until}`),
    quiet: (until) => `heures calmes ${until}`,
    untilTime: (time) => `jusqu’à ${time}`,
    untilDay: (weekday, time) => `jusqu’à ${weekday}, ${time}`,

    nothingToConnect: 'Aucune source activée',
    connecting: 'Connexion…',
    connected: 'Connecté',
    oneDisconnected: (source) => `${source} n’est pas connecté`,
    manyDisconnected: (n) => `${number(n)} sources ne sont pas connectées`,

    open: 'Ouvrir la boîte de réception',
    openUnread: (n) =>
      `Ouvrir la boîte de réception (${n === 1 ? `${number(n)} non lue` : `${number(n)} non lues`})`,
    markAllRead: 'Tout marquer comme lu',
    pause: 'Suspendre les bannières',
    forAnHour: 'Pendant une heure',
    untilTomorrow: 'Jusqu’à demain matin',
    untilResumed: 'Jusqu’à nouvel ordre',
    arePaused: (until) => (until === null ? 'Bannières en pause' : `Bannières en pause ${until}`),
    resume: 'Réactiver les bannières',
    quit: 'Quitter Bellhop',
  },

  menu: {
    about: 'À propos de Bellhop',
    services: 'Services',
    hide: 'Masquer Bellhop',
    hideOthers: 'Masquer les autres',
    showAll: 'Tout afficher',
    quit: 'Quitter Bellhop',
    edit: 'Édition',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    pasteAndMatch: 'Coller et adapter le style',
    remove: 'Supprimer',
    selectAll: 'Tout sélectionner',
    view: 'Présentation',
    biggerText: 'Agrandir le texte',
    smallerText: 'Réduire le texte',
    usualText: 'Taille normale du texte',
    window: 'Fenêtre',
    minimize: 'Placer dans le Dock',
    zoom: 'Réduire/agrandir',
    close: 'Fermer la fenêtre',
    bringToFront: 'Tout ramener au premier plan',
  },

  signIn: {
    title: 'Connexion',
    at: (host) => `${host} – Connexion`,
    notEncrypted: (host) => `${host} (non chiffré) – Connexion`,
  },
};
