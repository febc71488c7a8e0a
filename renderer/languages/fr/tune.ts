import type { TuneText } from '../en/tune.ts';
import { numbersIn } from '../numbers.ts';
import { jusqua, le } from './when.ts';

const { number } = numbersIn('fr');

export const tuneText: TuneText = {
  quiet: {
    title: 'Heures calmes',
    on: 'Rester silencieux à certaines heures',
    onText:
      'Les notifications attendent dans la boîte de réception ; à la fin, une seule bannière les résume.',
    span: (n) => `Heures calmes ${n}`,
    days: 'À partir du',
    from: 'De',
    to: 'À',
    add: 'Ajouter des heures',
    remove: 'Supprimer ces heures',
    zone: 'Fuseau horaire',
    systemZone: 'Celui de cet ordinateur',
    urgent: 'Laisser passer les notifications urgentes',
  },
  rules: {
    title: 'Règles',
    hint: 'Appliquées de haut en bas. La première qui correspond décide du sort d’une notification ; celles qui touchent à l’urgence et au son laissent les suivantes décider.',
    add: 'Ajouter une règle',
    edit: 'Modifier',
    editNamed: (name) => `Modifier ${name}`,
    remove: 'Supprimer',
    removeNamed: (name) => `Supprimer ${name}`,
    removed: (name) => `La règle « ${name} » est supprimée.`,
    saved: (name) => `La règle « ${name} » est enregistrée.`,
    up: (name) => `Monter ${name}`,
    down: (name) => `Descendre ${name}`,
    moved: (name, place, of) => `${name} : ${number(place)} sur ${number(of)}`,
    never: 'Elle n’a encore rien fait.',
    did: (n, when) => (n === 1 ? `Une fois, ${le(when)}.` : `${number(n)} fois, la dernière ${le(when)}.`),
    newTitle: 'Nouvelle règle',
    like: {
      title: 'Pour les notifications avec',
      source: (name) => `Source ${name}`,
      topic: (topic) => `Sujet ${topic}`,
      text: (text) => `« ${text} »`,
      priority: (priority) => `Priorité ${priority.toLowerCase()}`,
    },
    name: 'Nom',
    source: 'Source',
    anySource: 'Toutes les sources',
    removedSource: 'Une source supprimée',
    topic: 'Le sujet est',
    text: 'Le texte contient',
    regex: 'Motif (expression régulière)',
    priority: 'Priorité',
    atLeast: 'au moins',
    atMost: 'au plus',
    minPriority: 'Priorité minimale',
    maxPriority: 'Priorité maximale',
    anyPriority: 'Toutes',
    when: 'Arrive',
    whenOptions: { any: 'À tout moment', hours: 'À certaines heures' },
    hours: 'Heures de la règle',
    zone: (zone) => `Les heures sont celles de ${zone}, comme pour les heures calmes.`,
    action: 'Alors',
    until: 'Jusqu’à',
    sound: 'Son',
    soundChoices: { none: 'Sans son', default: 'Avec son' },
    actions: {
      quiet: 'Pas de bannière',
      toast: 'Toujours une bannière',
      none: 'Pas de bannière, lue aussitôt',
      archive: 'Archiver',
      urgent: 'Traiter comme urgente',
      sound: 'Changer le son',
      hold: 'Mettre en attente',
    },
    described: {
      everything: 'Tout',
      text: (text) => `« ${text} »`,
      regex: (pattern) => `/${pattern}/`,
      priority: (priority) => `priorité ${priority.toLowerCase()}`,
      atLeast: (priority) => `priorité ${priority.toLowerCase()} ou plus`,
      atMost: (priority) => `priorité ${priority.toLowerCase()} ou moins`,
      between: (low, high) => `priorité ${low.toLowerCase()} à ${high.toLowerCase()}`,
      hold: (until) => `Mettre en attente jusqu’à ${until}`,
    },
    preview: (matched, looked) =>
      looked === 0
        ? 'Il n’y a pas encore d’historique pour l’essayer.'
        : matched === 0
          ? `Elle n’aurait concerné aucune des ${number(looked)} dernières notifications.`
          : `Elle aurait concerné ${number(matched)} des ${number(looked)} dernières notifications.`,
    trying: 'Essai sur l’historique…',
    save: 'Enregistrer la règle',
  },

  pause: {
    title: 'Suspendre les bannières',
    short: (when) => `Bannières en pause ${jusqua(when)}`,
    hour: 'Pendant une heure',
    tomorrow: 'Jusqu’à demain',
    forever: 'Jusqu’à nouvel ordre',
    until: (when) => `Les bannières sont en pause ${jusqua(when)}.`,
    untilEnded: 'Les bannières sont en pause jusqu’à nouvel ordre.',
    end: 'Réactiver les bannières',
  },
  sounds: {
    title: 'Sons',
    hint: 'Les bannières qui se font entendre. Sous Linux, les réglages du bureau décident.',
    priorities: { 5: 'Urgente', 4: 'Importante', 3: 'Normale', 2: 'Basse', 1: 'Très basse' },
  },
  keep: {
    title: 'Historique',
    days: 'Supprimer après',
    daysOptions: { 30: '30 jours', 90: '90 jours', 365: 'un an' },
    count: 'Garder au plus',
    counts: (n) => `${n} notifications`,
    never: 'Jamais',
    all: 'Tout',
    hint: 'Seul ce qui est lu ou archivé est supprimé, une minute après votre choix.',
    imported:
      'Il modifierait aussi la durée de conservation des notifications ; ce qui est plus ancien serait supprimé.',
  },
};
