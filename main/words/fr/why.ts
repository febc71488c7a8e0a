import type { why as english, toastFailures as englishFailures } from '../en/why.ts';

export const why: typeof english = {
  arrivals: {
    first: 'importée à l’ajout de la source',
    'catch-up': 'récupérée après une coupure de la connexion',
    live: 'arrivée par la connexion en cours',
  },

  occasions: {
    update: 'une version plus récente est arrivée',
    again: 'arrivée une fois de plus',
    snooze: 'l’heure est venue : de retour après une mise en attente',
  },

  reasons: {
    arrived: 'rien ne s’opposait à une bannière',
    history: 'plus ancienne que la source dans Bellhop, et marquée comme lue',
    'source-off': 'la source était désactivée',
    'source-muted': 'la source est en sourdine',
    rule: 'une de vos règles en a décidé',
    paused: 'les bannières étaient en pause',
    'quiet-hours': 'arrivée pendant vos heures calmes, annoncée quand elles se terminent',
    urgent: 'les urgentes s’affichent même pendant vos heures calmes',
    'quiet-end': 'vos heures calmes étaient terminées',
    'back-together': 'dans un résumé : plusieurs sont revenues en même temps',
    'in-view': 'la boîte de réception était au premier plan et l’affichait',
  },
  flood: (batch, toasts, seconds) =>
    `dans un résumé : plus de ${batch} à la fois, ou ${toasts} en ${seconds} s`,

  rules: {
    toast: (rule) => `${rule} demande une bannière`,
    quiet: (rule) => `sans bannière, selon ${rule}`,
    none: (rule) => `sans bannière et marquée comme lue, selon ${rule}`,
    archive: (rule) => `archivée, selon ${rule}`,
    urgent: (rule) => `rendue urgente, selon ${rule}`,
    sound: (rule) => `son choisi, selon ${rule}`,
    hold: (rule) => `mise en attente, selon ${rule}`,
  },
  ruleCalled: (name) => `votre règle « ${name} »`,
  someRule: 'une de vos règles',

  readBefore: 'lue avant le tour de sa bannière',
  single: {
    waits: 'la bannière attend son tour',
    handedOver: 'bannière remise au système, pas encore de réponse',
    uncertain: (why) => `bannière peut-être affichée : ${why}`,
    failed: (why) => `bannière non affichée : ${why}`,
    shown: 'bannière affichée',
  },
  digest: {
    waits: 'le résumé attend son tour',
    handedOver: 'résumé remis au système, pas encore de réponse',
    uncertain: (why) => `résumé peut-être affiché : ${why}`,
    failed: (why) => `résumé non affiché : ${why}`,
    shown: 'résumé affiché',
  },
};

export const toastFailures: typeof englishFailures = {
  nothingLeft: 'déjà lue, déplacée ou supprimée le moment venu',
  endedBeforeAnswer: 'Bellhop s’est arrêté avant la réponse du système',
  noAnswer: 'le système n’a pas confirmé l’affichage',
  noToastService: 'ce système n’a pas de service de notifications',
  systemRefused: (error) => `refus du système : ${error}`,
  notRunning: 'Bellhop n’est pas lancé',
};
