import type { mistakes as english } from '../../../preload/shapes/mistakes.ts';

export const mistakes: typeof english = {
  webAddress: 'Donnez une adresse web qui commence par http:// ou https://.',
  noPasswordInAddress:
    'Donnez l’utilisateur et le mot de passe dans leurs propres champs, pas dans l’adresse.',
  token: 'Un jeton est un seul mot, sans espaces, sauts de ligne ni lettres hors ASCII.',
  cookie: 'Un cookie est une seule ligne de caractères ASCII.',
  pointer: 'Un pointeur JSON est vide ou commence par une barre oblique.',
  eventName: 'Il n’est pas possible d’écouter les événements nommés « open » ou « error ».',
  listAddress: 'Donnez une adresse web, ou un chemin sur le même serveur qui commence par une barre oblique.',
  idForMissed: 'Pour demander ce qui a été manqué, il faut savoir où se trouve l’identifiant.',
  sourceName: 'Donnez un nom à la source.',
  filterName: 'Donnez un nom au filtre.',
  manyFilters: 'Cinquante filtres enregistrés au plus.',
  filterNameTaken: 'Un autre filtre porte ce nom.',
  clockTime: 'Donnez une heure comme 22:00.',
  noDay: 'Choisissez au moins un jour.',
  priorities: 'La priorité la plus haute ne peut pas être inférieure à la plus basse.',
  manyRules: 'Cent règles au plus.',
  ruleIdTaken: 'Deux règles ont le même identifiant.',
  manySources: '200 sources au plus.',
  shortPassphrase: 'Une phrase secrète compte au moins 8 caractères.',
  longPassphrase: 'Une phrase secrète compte au plus 1000 caractères.',
  shortcut:
    'Un raccourci se compose de touches comme Ctrl ou Alt et d’une autre, par exemple « Ctrl+Alt+B ».',
  longSearch: 'Une recherche compte au plus 500 caractères.',
  webOnly: 'Bellhop n’ouvre que des adresses web.',
  longAddress: 'Cette adresse est trop longue.',
};
