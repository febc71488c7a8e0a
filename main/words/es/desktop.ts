import type { Words } from '../words.ts';

const number = (n: number): string => n.toLocaleString('es');

export const desktop: Words['desktop'] = {
  comma: ', ',

  toast: {
    one: 'Notificación nueva',
    several: (n) => `${number(n)} notificaciones nuevas`,
    whileQuiet: (n) => `${number(n)} durante las horas de silencio`,
    from: (source, n) => `${source} ${number(n)}`,
    urgent: (n) => (n === 1 ? `${number(n)} urgente` : `${number(n)} urgentes`),
    high: (n) => (n === 1 ? `${number(n)} importante` : `${number(n)} importantes`),
    removedSource: 'Una fuente eliminada',
  },

  couldNotStart: 'Bellhop no se pudo iniciar',

  tray: {
    tooltip: (state) => `Bellhop: ${state}`,
    nothingUnread: 'nada sin leer',
    unread: (n) => `${number(n)} sin leer`,
    paused: (until) => (until === null ? 'avisos en pausa' : `avisos en pausa ${until}`),
    quiet: (until) => `horas de silencio ${until}`,
    untilTime: (time) => `hasta las ${time}`,
    untilDay: (weekday, time) => `hasta el ${weekday} a las ${time}`,

    nothingToConnect: 'Ninguna fuente activada',
    connecting: 'Conectando…',
    connected: 'Conectado',
    oneDisconnected: (source) => `${source} no está conectado`,
    manyDisconnected: (n) => `${number(n)} fuentes no están conectadas`,

    open: 'Abrir la bandeja de entrada',
    openUnread: (n) => `Abrir la bandeja de entrada (${number(n)} sin leer)`,
    markAllRead: 'Marcar todo como leído',
    pause: 'Pausar los avisos',
    forAnHour: 'Durante una hora',
    untilTomorrow: 'Hasta mañana por la mañana',
    untilResumed: 'Hasta que los reanude',
    arePaused: (until) => (until === null ? 'Avisos en pausa' : `Avisos en pausa ${until}`),
    resume: 'Reanudar los avisos',
    quit: 'Salir de Bellhop',
  },

  menu: {
    about: 'Acerca de Bellhop',
    services: 'Servicios',
    hide: 'Ocultar Bellhop',
    hideOthers: 'Ocultar otros',
    showAll: 'Mostrar todo',
    quit: 'Salir de Bellhop',
    edit: 'Edición',
    undo: 'Deshacer',
    redo: 'Rehacer',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    pasteAndMatch: 'Pegar con el mismo estilo',
    remove: 'Eliminar',
    selectAll: 'Seleccionar todo',
    view: 'Visualización',
    biggerText: 'Aumentar el tamaño del texto',
    smallerText: 'Reducir el tamaño del texto',
    usualText: 'Tamaño normal del texto',
    window: 'Ventana',
    minimize: 'Minimizar',
    zoom: 'Zoom',
    close: 'Cerrar ventana',
    bringToFront: 'Traer todo al frente',
  },

  signIn: {
    title: 'Iniciar sesión',
    at: (host) => `${host} – Iniciar sesión`,
    notEncrypted: (host) => `${host} (sin cifrar) – Iniciar sesión`,
  },
};
