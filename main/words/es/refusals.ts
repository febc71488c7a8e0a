import type {
  refusals as english,
  patterns as englishPatterns,
  system as englishSystem,
} from '../en/refusals.ts';

export const refusals: typeof english = {
  asIs: (text) => text,
  textTooLong: (most) => `Este texto es demasiado largo: tiene que tener como máximo ${most} caracteres.`,

  quitting: 'Bellhop se está cerrando.',
  sourceGone: 'Esta fuente se ha eliminado.',
  alreadyListens: (source) => `«${source}» ya escucha en esta dirección.`,
  otherServersCredential: (given, asked) => `La credencial se dio para ${given}. Indica la de ${asked}.`,
  orderAgain: 'Entretanto se añadieron o eliminaron fuentes. Ordénalas de nuevo.',
  changedMeanwhile: 'La fuente cambió durante el inicio de sesión. Inicia sesión de nuevo.',
  cannotPublish: (source) =>
    `No se puede publicar una prueba en «${source}»: su servidor solo envía, por lo que se sabe.`,
  signedInAt: (host) => `Sesión iniciada en ${host}.`,
  signedInUntilQuit: (host) => `Sesión iniciada en ${host}, hasta salir de Bellhop.`,

  noLink: 'Esta notificación no tiene enlace.',
  noOffer: 'Esta notificación ya no ofrece eso.',
  noAttachment: 'Esta notificación ya no tiene ese adjunto.',
  noImage: 'Esta notificación ya no tiene esa imagen.',
  opened: 'Abierto.',
  copied: 'Copiado.',
  done: (status) => `Hecho (${status}).`,
  serverFailedIt: (status) => `El servidor no lo consiguió (${status}).`,
  serverRefusedIt: (status) => `El servidor lo rechazó (${status}).`,
  noAnswerWithin: (seconds) =>
    `Sin respuesta en ${seconds} s. Puede que el servidor lo haya hecho de todos modos.`,

  theServer: (trouble) => `El servidor ${trouble}.`,
  theSite: (trouble) => `El sitio ${trouble}.`,
  serverSilent: (seconds) => `El servidor no dio señales durante ${seconds} s.`,
  notGiven: (status) => `El servidor no lo entrega (${status}).`,
  largerThan: (megabytes) => `Ocupa más de ${megabytes} MB.`,
  imageLate: (seconds) => `La imagen no llegó en ${seconds} s.`,
  notAnImage: 'Lo que envió el servidor no es una imagen que Bellhop pueda mostrar.',
  tooMuchFetched: 'Ya hay demasiadas descargas en curso.',
  notSaved: 'Este adjunto no está guardado.',

  searchBroke: 'La búsqueda se interrumpió. Inténtalo otra vez: se inicia de nuevo.',
  newerSearch: 'Una búsqueda más reciente ocupó su lugar.',
  searchedAsText: (words, help) => `«${words}» se buscó como texto. ${help}`,
  helpIs: 'Existen is:unread, is:read, is:archived e is:snoozed.',
  helpSource: 'Ninguna fuente se llama así.',
  helpDate: 'Las fechas se escriben 2024-05-01, 2024-05 o 2024.',
  helpPriority: 'Las prioridades van de 1 a 5, como priority:5 o priority:>3.',
  nothingToSearch: (words) => `«${words}» no tiene letras ni cifras que buscar.`,

  unknownZone: (zone) => `En este equipo no existe la zona horaria «${zone}».`,
  endlessQuiet: 'Estas horas de silencio no terminan nunca. Para no oír nada en absoluto, pausa los avisos.',

  fileTrouble: (what, detail) => `${what} (${detail})`,
  noSpace: 'El disco está lleno.',
  noPermission: 'Tu cuenta no tiene acceso a este lugar.',
  readOnlyPlace: 'Ahí no se puede escribir nada.',
  noSuchFile: 'No existe ese archivo o carpeta.',
  isAFolder: 'Es una carpeta.',
  openElsewhere: 'Otro programa tiene abierto este archivo.',
  notAFile: 'No es un archivo.',
  tooLargeForSettings: 'El archivo es demasiado grande para ser de ajustes de Bellhop.',
  notSettings: 'No es un archivo de ajustes exportado por Bellhop.',
  newerSettings: 'Este archivo es de un Bellhop más reciente. Impórtalo con esa versión.',
  unusableSettings: (where, mistake) => `El archivo no se puede usar (${where}: ${mistake}).`,
  asAWhole: 'en conjunto',
  wrongPassphrase: 'La frase de contraseña es incorrecta, o el archivo se modificó.',
  sealedUnreadable: 'No se pueden leer las credenciales del archivo.',
  chooseAgain: 'Elige el archivo de nuevo.',
  importBusy: 'Ya hay una importación o exportación de ajustes en curso.',
  exportBusy: 'El historial ya se está exportando.',
  notKept: (fault) => `Esto no se puede guardar (${fault}).`,
};

export const patterns: typeof englishPatterns = {
  inRule: (mistake, rule) => `${mistake} (en la regla «${rule}»)`,
  patternTooLarge: (pattern) =>
    `El patrón «${pattern}» es demasiado grande: reduce el número de repeticiones.`,
  patternUnreadable: (pattern, why) => `El patrón «${pattern}» no se puede leer: ${why}.`,
  patternUnreadableAt: (pattern, why, piece, character) =>
    `El patrón «${pattern}» no se puede leer: ${why}, en «${piece}» (carácter ${character}).`,
  neverClosed: 'un «(» no se cierra nunca',
  closesNothing: 'un «)» no cierra nada',
  bracketNeverClosed: 'un «[» no se cierra nunca',
  badClass: 'lo que hay entre [ ] no tiene sentido',
  badRange: 'no existe ese intervalo o tipo de carácter',
  nothingToRepeat: 'no hay nada que repetir',
  repeatsRepetition: 'se repite una repetición',
  repeatsTooFar: 'una repetición cuenta demasiado, 1000 como máximo',
  noLookaround: 'no es posible mirar hacia delante o hacia atrás',
  badEscape: 'no existe ese escape, y no es posible remitir a grupos',
  trailingBackslash: 'un «\\» al final no escapa nada',
  badGroupName: 'el nombre de un grupo no es válido',
  twoGroupsOneName: 'dos grupos tienen el mismo nombre',
  nestedTooDeeply: 'el anidamiento es demasiado profundo',
  isTooLarge: 'es demasiado grande',
};

export const system: typeof englishSystem = {
  inACheckout:
    'Solo la aplicación instalada puede iniciarse con la sesión: esta se ejecuta desde su código fuente.',
  anotherCopy:
    'Con la sesión se inicia otra copia de Bellhop. Desactiva y vuelve a activar esto para que se inicie esta.',
  unreadableFile: (file, error) => `No se puede leer ${file} (${error}).`,
  offInTaskManager: 'Está desactivado en el Administrador de tareas, en «Aplicaciones de arranque».',
  offInLoginItems: 'Está desactivado en Ajustes del Sistema, en «Ítems de inicio».',
  loginNotTaken: 'El sistema no lo aceptó. Mira en sus propios ajustes.',
  shortcutTaken:
    'El sistema no cede este atajo: lo más probable es que lo tenga otro programa. Elige otras teclas.',
  noSuchKeys: 'Este teclado no tiene esas teclas. Elige otras.',
  shortcutOnWayland:
    'En Wayland, un programa solo oye las teclas mientras está activa una ventana del tipo antiguo (X11). Para tenerlo en todas partes, haz que los atajos de tu escritorio inicien «bellhop».',
  noShortcut: 'El sistema no cede este atajo.',
  signInClosed: 'La ventana se cerró antes de iniciar sesión.',
  takesToasts: 'El sistema acepta avisos.',
  takesNoToasts: 'Este sistema no tiene servicio de notificaciones.',
  startToastService: 'Instala o inicia uno; los escritorios traen el suyo.',
};
