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
    hint: 'La première qui correspond décide du sort d’une notification.',
    add: 'Ajouter une règle',
    edit: 'Modifier',
    remove: 'Supprimer',
    removeNamed: (name) => `Supprimer ${name}`,
    up: (name) => `Monter ${name}`,
    down: (name) => `Descendre ${name}`,
    everything: 'Tout',
    never: 'Elle n’a encore rien fait.',
    did: (n, when) => (n === 1 ? `Une fois, ${le(when)}.` : `${number(n)} fois, la dernière ${le(when)}.`),
    name: 'Nom',
    source: 'De',
    anySource: 'Toutes les sources',
    topic: 'Le sujet est',
    text: 'Le texte contient',
    regex: 'Motif (expression régulière)',
    minPriority: 'Priorité minimale',
    anyPriority: 'Toutes',
    action: 'Alors',
    until: 'Jusqu’à',
    actions: {
      quiet: 'Pas de bannière',
      toast: 'Toujours une bannière',
      none: 'Pas de bannière, lue aussitôt',
      archive: 'Archiver',
      urgent: 'Traiter comme urgente',
      sound: 'Sans son',
      hold: 'Mettre en attente',
    },
    preview: (matched, looked) =>
      `Elle aurait concerné ${number(matched)} des ${number(looked)} dernières notifications.`,
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
    hint: 'Seul ce qui est lu ou archivé est supprimé.',
  },
};
