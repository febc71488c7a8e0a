import type { NoticeText } from '../en/notice.ts';
import { numbersIn } from '../numbers.ts';
import { el } from './when.ts';

const { number, plural } = numbersIn('es');
/** Of one notice only what was done is said; of several also how many. */
const say = (n: number, one: string, many: string) =>
  n === 1 ? `${one}.` : `${plural(n, 'notificación', 'notificaciones')} ${many}.`;

export const noticeText: NoticeText = {
  commands: {
    label: 'Qué hacer con ella',
    more: 'Más',
    open: 'Abrir el enlace',
    archive: 'Archivar',
    inbox: 'Mover a la bandeja de entrada',
    snooze: 'Posponer…',
    read: 'Leída',
    unread: 'No leída',
    choose: 'Seleccionar',
    copy: 'Copiar el texto',
    rule: 'Crear una regla…',
    delete: 'Eliminar',
  },

  chosen: {
    count: (n) => plural(n, 'notificación seleccionada', 'notificaciones seleccionadas'),
    hint: 'Lo que se haga ahora vale para todas.',
    none: 'Anular la selección',
    all: 'Seleccionar todas las cargadas',
  },

  filters: {
    label: 'Filtrar',
    saved: 'Guardados',
    priority: (least) =>
      least === null ? 'Cualquier prioridad' : least >= 5 ? 'Solo urgentes' : 'Importantes y urgentes',
    topic: (topic) => topic ?? 'Cualquier tema',
    remove: (what) => `Sin el filtro «${what}»`,
    save: 'Guardar como…',
    keep: 'Guardar',
    name: 'Nombre del filtro',
    forget: 'Eliminar este filtro',
    forgotten: (name) => `Filtro «${name}» eliminado.`,
    nothing: 'Nada coincide con el filtro',
    whole: 'Mostrar todo',
  },

  attachments: {
    save: 'Guardar',
    cancel: 'Cancelar',
    again: 'Reintentar',
    show: 'Mostrar en la carpeta',
    saved: 'Guardado en las descargas.',
    of: (received, total) => `${received} de ${total}`,
    progress: (name) => `Guardando ${name}`,
  },

  images: {
    image: 'Imagen',
    show: (n) => (n === 1 ? 'Mostrar la imagen' : `Mostrar ${number(n)} imágenes`),
    loading: 'Cargando…',
    done: 'Hecho:',
    open: 'Pendiente:',
  },

  undo: {
    moved: {
      inbox: (n) => say(n, 'De vuelta en la bandeja de entrada', 'de vuelta en la bandeja de entrada'),
      archived: (n) => say(n, 'Archivada', 'archivadas'),
      deleted: (n) => say(n, 'Eliminada', 'eliminadas'),
    },
    snoozed: (n, when) => say(n, `Pospuesta hasta ${el(when)}`, `pospuestas hasta ${el(when)}`),
    marked: (n, read) =>
      read
        ? say(n, 'Marcada como leída', 'marcadas como leídas')
        : say(n, 'Marcada como no leída', 'marcadas como no leídas'),
    gone: (n) => say(n, 'Eliminada entretanto', 'eliminadas entretanto'),
    nothing: 'No hay nada que deshacer.',
    undone: 'Deshecho.',
    tooLate: 'Ya es tarde para deshacerlo.',
  },
};
