import type { NoticeText } from '../en/notice.ts';
import { numbersIn } from '../numbers.ts';

const { number } = numbersIn('de');
const notices = (n: number) => (n === 1 ? 'Benachrichtigung' : `${number(n)} Benachrichtigungen`);
const say = (n: number, what: string) => (n === 1 ? `${what}.` : `${notices(n)} ${what.toLowerCase()}.`);

export const noticeText: NoticeText = {
  commands: {
    label: 'Was damit geschehen soll',
    more: 'Mehr',
    open: 'Link öffnen',
    archive: 'Archivieren',
    inbox: 'In den Eingang',
    snooze: 'Später …',
    read: 'Gelesen',
    unread: 'Ungelesen',
    choose: 'Auswählen',
    copy: 'Text kopieren',
    rule: 'Regel daraus machen …',
    delete: 'Löschen',
  },

  chosen: {
    count: (n) => (n === 1 ? '1 Benachrichtigung ausgewählt' : `${notices(n)} ausgewählt`),
    hint: 'Was jetzt geschieht, gilt für alle.',
    none: 'Auswahl aufheben',
    all: 'Alle geladenen auswählen',
  },

  filters: {
    label: 'Filter',
    saved: 'Gespeichert',
    priority: (least) =>
      least === null ? 'Jede Priorität' : least >= 5 ? 'Nur dringend' : 'Hoch und dringend',
    topic: (topic) => topic ?? 'Jedes Thema',
    remove: (what) => `Ohne den Filter „${what}“`,
    save: 'Speichern unter …',
    keep: 'Speichern',
    name: 'Name des Filters',
    forget: 'Diesen Filter löschen',
    forgotten: (name) => `Filter „${name}“ gelöscht.`,
    nothing: 'Nichts passt zum Filter',
    whole: 'Alles anzeigen',
  },

  attachments: {
    save: 'Speichern',
    cancel: 'Abbrechen',
    again: 'Erneut versuchen',
    show: 'Im Ordner zeigen',
    saved: 'Liegt bei den Downloads.',
    of: (received, total) => `${received} von ${total}`,
    progress: (name) => `${name} wird gespeichert`,
  },

  images: {
    image: 'Bild',
    show: (n) => (n === 1 ? 'Bild anzeigen' : `${number(n)} Bilder anzeigen`),
    loading: 'Wird geladen …',
    done: 'Erledigt:',
    open: 'Offen:',
  },

  undo: {
    moved: {
      inbox: (n) => (n === 1 ? 'Wieder im Eingang.' : `${notices(n)} sind wieder im Eingang.`),
      archived: (n) => say(n, 'Archiviert'),
      deleted: (n) => say(n, 'Gelöscht'),
    },
    snoozed: (n, when) =>
      n === 1 ? `Zurückgestellt bis ${when}.` : `${notices(n)} bis ${when} zurückgestellt.`,
    marked: (n, read) => say(n, read ? 'Als gelesen markiert' : 'Als ungelesen markiert'),
    gone: (n) => say(n, 'Inzwischen gelöscht'),
    nothing: 'Es gibt nichts rückgängig zu machen.',
    undone: 'Rückgängig gemacht.',
    tooLate: 'Dafür ist es zu spät.',
  },
};
