/** Español: impersonal donde se puede, si no de tú; «notificación» es femenino, de ahí «leída» y «archivada». */
import type { Catalogue } from '../en/index.ts';
import { numbersIn } from '../numbers.ts';
import { noticeText } from './notice.ts';
import { sourceText } from './source.ts';
import { tuneText } from './tune.ts';
import { el } from './when.ts';

const { number, plural } = numbersIn('es');
const sources = (n: number) => plural(n, 'fuente', 'fuentes');
const rules = (n: number) => plural(n, 'regla', 'reglas');

export const es: Catalogue = {
  writing: { direction: 'ltr' },

  nav: {
    label: 'Vistas y fuentes',
    open: 'Vistas y fuentes',
    inbox: 'Bandeja de entrada',
    unread: 'Sin leer',
    snoozed: 'Pospuestas',
    archived: 'Archivadas',
    sources: 'Fuentes',
    add: 'Añadir una fuente…',
    settings: 'Ajustes',
    unreadCount: (n) => `${number(n)} sin leer`,
    snoozedCount: (n) => plural(n, 'pospuesta', 'pospuestas'),
    muted: 'Sin avisos',
    mute: 'Silenciar sus avisos',
    unmute: 'Mostrar sus avisos',
    turnOff: 'Desactivar',
    turnOn: 'Activar',
    moveUp: 'Subir',
    moveDown: 'Bajar',
    moved: (name, place, of) => `${name}: ${number(place)} de ${number(of)}`,
  },
  phrase: {
    of: (what, which) => `${what}: ${which}`,
    sentence: (words) => `${words}.`,
  },
  health: {
    live: 'Conectada',
    connecting: 'Conectando…',
    waiting: 'Sin conexión',
    stopped: 'Requiere atención',
    off: 'Desactivada',
  },

  list: {
    label: 'Notificaciones',
    markAllRead: 'Marcar todo como leído',
    aboutSource: (name) => `Acerca de ${name}`,
    unread: 'Sin leer',
    urgent: 'Urgente',
    high: 'Importante',
    newAbove: (n) => plural(n, 'notificación nueva', 'notificaciones nuevas'),
    failed: 'No se ha podido cargar la lista.',
    tryAgain: 'Reintentar',
    removedSource: 'Fuente eliminada',
    gap: (when, count) => (count === 1 ? when : `${when}, ${number(count)} veces`),
    gapWhy: (source, why) => `${source}: ${why}.`,
    gapHint: 'Ver qué ha pasado',
    announceOne: (title, source) => `Nueva: ${title}, de ${source}`,
    announceMany: (n) => `${number(n)} notificaciones nuevas`,
  },

  detail: {
    label: 'Notificación',
    close: 'Cerrar',
    back: 'Volver a la lista',
    copy: 'Copiar',
    copied: 'Copiado',
    heading: (source) => `Notificación de ${source}`,
    whyToast: 'Por qué se ha avisado',
    whyNoToast: 'Por qué no se ha avisado',
    noneUnread: (n) =>
      n === 0 ? 'Nada sin leer' : plural(n, 'notificación sin leer', 'notificaciones sin leer'),
    gone: 'Esa notificación se ha eliminado.',
    keysHint: 'atajos de teclado',
    moveHint: 'recorrer',
    attachments: 'Adjuntos',
    inBrowser: 'Abrir en el navegador',
    until: (when) => `hasta ${el(when)}`,
    wasThereUntil: (when) => `disponible hasta ${el(when)}`,
    running: 'Preguntando al servidor…',
    targets: {
      view: (target) => target,
      copy: (target) => `Copia «${target}»`,
      http: (target) => `Llama a ${target}`,
    },
    raw: 'Lo que ha enviado el servidor',
  },

  empty: {
    welcome: 'Todavía no suena nada',
    welcomeText:
      'Conecta un servidor que envíe notificaciones. Bellhop mantiene la línea abierta, guarda un historial en este equipo y muestra un aviso cuando llega algo.',
    addFirst: 'Añadir una fuente',
    nothing: 'Todavía no hay nada',
    nothingText: (name) => `Lo que envíe ${name} aparecerá aquí.`,
    nothingAny: 'Lo que envíen las fuentes aparecerá aquí.',
    noneSnoozed: 'Nada pospuesto',
    noneSnoozedText: 'Con la tecla s, una notificación vuelve más tarde.',
    noneArchived: 'Nada archivado',
    noneArchivedText: 'Con la tecla e se guarda lo que ya está resuelto.',
    allRead: 'Todo leído',
    allReadText: 'Las notificaciones nuevas aparecerán aquí.',
    off: (name) => `${name} está desactivada, así que no llega nada.`,
    turnOn: 'Activar',
  },

  banner: {
    many: (n) => `${number(n)} fuentes no están conectadas.`,
    manyMissed: (n) => `${number(n)} fuentes están conectadas, pero lo perdido aún no ha llegado.`,
    missed: (why) => `está conectada, pero lo perdido aún no ha llegado: el servidor ${why}.`,
    show: 'Mostrar',
    hide: 'Ocultar',
    credential: 'necesita otra vez su token o su contraseña.',
    session: 'pide iniciar sesión de nuevo.',
    silence: 'aún no ha respondido.',
    hints: {
      unauthorized: 'Revisa las credenciales.',
      forbidden: 'Revisa las credenciales.',
      'not-found': 'Revisa la dirección.',
      'not-a-stream': 'Revisa la dirección.',
      redirect: 'Revisa la dirección.',
    },
    trying: 'Intentándolo de nuevo…',
    inSeconds: (n) => `Próximo intento en ${n} s.`,
    inMinutes: (n) => `Próximo intento en ${n} min.`,
    tryNow: 'Intentar ahora',
    edit: 'Editar',
  },

  problems: { label: 'Problemas', dismiss: 'Descartar' },

  ...noticeText,
  ...sourceText,
  ...tuneText,

  settings: {
    title: 'Ajustes',
    toasts: 'Avisos',
    pausedText: 'Durante la pausa, las notificaciones siguen llegando a la bandeja de entrada.',
    hideText: 'Ocultar el texto de las notificaciones en los avisos',
    hideTextText: 'Los avisos solo nombran la fuente. Para pantallas compartidas.',
    appearance: 'Aspecto',
    theme: 'Tema',
    language: 'Idioma',
    systemLanguage: 'El del sistema',
    wordsMissing: 'No se han podido cargar los textos de este idioma.',
    themes: { system: 'Sistema', light: 'Claro', dark: 'Oscuro', contrast: 'Alto contraste' },
    density: 'Densidad',
    densities: { comfortable: 'Amplia', compact: 'Compacta' },
    textSize: 'Tamaño del texto',
    secrets: 'Credenciales',
    secretsText: {
      keyring: 'Los tokens y las contraseñas se guardan en el depósito de claves de este equipo.',
      file: 'Los tokens y las contraseñas se guardan en un archivo que solo tu cuenta puede leer.',
      session:
        'Este equipo no tiene depósito de claves: Bellhop olvida los tokens y las contraseñas al salir.',
    },
    inFile: 'Guardar las credenciales en un archivo privado',
    inFileText: 'Quien pueda leer tus archivos puede leerlas.',
    version: (v) => `Bellhop ${v}`,
    keys: 'Atajos de teclado',
  },

  keys: {
    title: 'Atajos de teclado',
    names: {
      Shift: 'Mayús',
      Ctrl: 'Ctrl',
      Enter: 'Intro',
      Delete: 'Supr',
      Esc: 'Esc',
      Space: 'Espacio',
      Tab: 'Tab',
      Backspace: 'Retroceso',
      Insert: 'Insert',
      Home: 'Inicio',
      End: 'Fin',
      PageUp: 'Re Pág',
      PageDown: 'Av Pág',
    },
    list: {
      next: 'Notificación siguiente',
      previous: 'Notificación anterior',
      open: 'Abrir su enlace',
      read: 'Marcar como leída',
      unread: 'Marcar como leída o no leída',
      choose: 'Seleccionar también esta',
      chooseRange: 'Seleccionar un intervalo',
      chooseAll: 'Seleccionar todas las cargadas',
      copy: 'Copiar su texto',
      rule: 'Crear una regla a partir de ella',
      menu: 'Todo lo que se puede hacer con ella',
      archive: 'Archivar o desarchivar',
      snooze: 'Posponer',
      delete: 'Eliminar',
      undo: 'Deshacer',
      search: 'Buscar',
      goToList: 'Bandeja de entrada, sin leer, pospuestas, archivadas',
      goToSource: 'Ir a una fuente',
      moveSource: 'Mover una fuente en la barra lateral',
      textSize: 'Texto más grande, más pequeño, normal',
      close: 'Cerrar lo que esté abierto',
      help: 'Estos atajos',
    },
  },

  confirm: {
    cancel: 'Cancelar',
  },

  system: {
    title: 'En este equipo',
    login: 'Iniciar con el equipo',
    loginText: 'Oculto, en el área de notificación.',
    shortcut: 'Atajo para la bandeja de entrada',
    shortcutText: 'Muestra la bandeja de entrada desde cualquier programa.',
    shortcutIs: (keys: string) => `Atajo para la bandeja de entrada: ${keys}`,
    noShortcut: 'Ninguno',
    record: 'Grabar',
    removeShortcut: 'Quitar',
    pressKeys: 'Pulsa las teclas…',
    recording: 'Esc cancela, Retroceso quita el atajo.',
    refused: {
      alone: (control: string, alt: string) =>
        `Sola, esta tecla ya no se podría escribir en ningún sitio. Mantén pulsada también ${control} o ${alt}.`,
      unknown: 'Esta tecla no sirve para un atajo. Usa una letra, un número o una tecla de función.',
    },
  },

  takeAlong: {
    title: 'Llevar a otro equipo',
    passphrase: 'Frase de contraseña para las credenciales',
    passphraseHint: 'Sin ella, las credenciales se quedan aquí',
    export: 'Exportar los ajustes…',
    import: 'Importar ajustes…',
    importNow: 'Importar',
    exported: (n, credentials) => `Escrito: ${sources(n)}, ${number(credentials)} con credenciales.`,
    would: (n, ruleCount, settings) =>
      `Se añadirían ${sources(n)} y ${rules(ruleCount)}, y cambiarían ${plural(settings, 'ajuste', 'ajustes')}. Lo que hay aquí se queda.`,
    hasCredentials: 'El archivo contiene credenciales: para traerlas, indica arriba su frase de contraseña.',
    imported: (n, ruleCount) => `Añadido: ${sources(n)} y ${rules(ruleCount)}.`,
    historyJson: 'Exportar el historial como JSON Lines…',
    historyCsv: 'Exportar el historial como CSV…',
    writing: 'Escribiendo el historial',
    historyWritten: (n: number) => `${plural(n, 'notificación escrita', 'notificaciones escritas')}.`,
  },

  triage: {
    snooze: 'Posponer',
    undo: 'Deshacer',
    snoozeTitle: 'Posponer hasta',
    choices: {
      hours: 'Más tarde',
      evening: 'Esta tarde',
      tomorrow: 'Mañana',
      monday: 'La semana que viene',
    },
    ownMoment: 'O bien',
    noMoment: { none: 'Indica una fecha y una hora.', over: 'Esa hora ya pasó. Elige una posterior.' },
    backAt: (when) => `vuelve: ${when}`,
    repeats: (n) => `${n}×`,
    repeatsLong: (n) => `${number(n)} iguales`,
    repeatsLast: (n, when) => `${number(n)} iguales, la última vez ${when}`,
  },

  search: {
    label: 'Buscar en el historial',
    placeholder: 'Buscar',
    titleOf: (source) => (source === undefined ? 'Búsqueda' : `Búsqueda en ${source}`),
    nothing: 'Sin resultados',
    nothingText: 'Prueba con menos palabras, o solo con el principio de una.',
    found: (n, more) =>
      n === 0 ? 'Sin resultados' : `${more ? 'Más de ' : ''}${plural(n, 'resultado', 'resultados')}`,
    indexing: 'Aún se están indexando las notificaciones más antiguas.',
  },

  footer: {
    live: (live, all) => `${number(live)} de ${number(all)} en línea`,
    noSources: 'Ninguna fuente',
    lastNotice: (when) => `Última: ${when}`,
    toastsOn: 'Avisos activados',
    toastsPaused: 'Avisos en pausa',
  },
};
