import type { NoticeText } from '../en/notice.ts';
import { numbersIn } from '../numbers.ts';
import { jusqua } from './when.ts';

const { plural } = numbersIn('fr');
/** Of one notice only what was done is said; of several also how many. */
const say = (n: number, one: string, many: string) =>
  n === 1 ? `${one}.` : `${plural(n, 'notification', 'notifications')} ${many}.`;

export const noticeText: NoticeText = {
  commands: {
    label: 'Que voulez-vous en faire ?',
    more: 'Plus',
    open: 'Ouvrir le lien',
    archive: 'Archiver',
    inbox: 'Remettre dans la réception',
    snooze: 'Plus tard…',
    read: 'Lue',
    unread: 'Non lue',
    choose: 'Sélectionner',
    copy: 'Copier le texte',
    rule: 'En faire une règle…',
    delete: 'Supprimer',
  },

  chosen: {
    count: (n) => plural(n, 'notification sélectionnée', 'notifications sélectionnées'),
    hint: 'Ce que vous faites maintenant s’applique à toutes.',
    none: 'Tout désélectionner',
    all: 'Sélectionner tout ce qui est chargé',
  },

  filters: {
    label: 'Filtrer',
    saved: 'Enregistrés',
    priority: (least) =>
      least === null ? 'Toutes les priorités' : least >= 5 ? 'Urgentes seulement' : 'Importantes et urgentes',
    topic: (topic) => topic ?? 'Tous les sujets',
    remove: (what) => `Sans le filtre « ${what} »`,
    save: 'Enregistrer sous…',
    keep: 'Enregistrer',
    name: 'Nom du filtre',
    forget: 'Supprimer ce filtre',
    forgotten: (name) => `Filtre « ${name} » supprimé.`,
    nothing: 'Rien ne correspond au filtre',
    whole: 'Tout afficher',
  },

  attachments: {
    save: 'Enregistrer',
    cancel: 'Annuler',
    again: 'Réessayer',
    show: 'Afficher dans le dossier',
    saved: 'Enregistré dans vos téléchargements.',
    of: (received, total) => `${received} sur ${total}`,
    progress: (name) => `Enregistrement de ${name}`,
  },

  images: {
    image: 'Image',
    show: (n) => (n === 1 ? 'Afficher l’image' : `Afficher ${plural(n, 'image', 'images')}`),
    loading: 'Chargement…',
    done: 'Fait :',
    open: 'À faire :',
  },

  undo: {
    moved: {
      inbox: (n) => say(n, 'De retour dans la réception', 'de retour dans la réception'),
      archived: (n) => say(n, 'Archivée', 'archivées'),
      deleted: (n) => say(n, 'Supprimée', 'supprimées'),
    },
    snoozed: (n, when) => say(n, `En attente ${jusqua(when)}`, `en attente ${jusqua(when)}`),
    marked: (n, read) =>
      read
        ? say(n, 'Marquée comme lue', 'marquées comme lues')
        : say(n, 'Marquée comme non lue', 'marquées comme non lues'),
    gone: (n) => say(n, 'Supprimée entre-temps', 'supprimées entre-temps'),
    nothing: 'Il n’y a rien à annuler.',
    undone: 'Annulé.',
    tooLate: 'Il est trop tard pour annuler cela.',
  },
};
