import type { doctor as english, advice as englishAdvice, sentTest as englishTest } from '../en/doctor.ts';

export const doctor: typeof english = {
  aMoment: 'un momento',
  aMomentAgo: 'hace un momento',
  inAMoment: 'en un momento',

  turnedOff: 'La fuente está desactivada.',
  notReached: 'No se llegó.',

  answers: (host) => `${host} responde.`,
  takesButSilent: (host, time) => `${host} acepta conexiones, pero no respondió en ${time}.`,
  isSilent: (host, time) => `${host} no respondió en ${time}.`,

  unencrypted: 'La dirección empieza por http://: la conexión no está cifrada.',
  useHttps: 'Usa https:// si el servidor lo ofrece: la credencial se puede leer por el camino.',
  noAnswerYet: 'Aún sin respuesta.',
  encrypted: 'La conexión está cifrada y el servidor ha demostrado quién es.',

  onlyRunningReads: 'Solo el Bellhop en ejecución puede leer la credencial.',
  startAndAsk: 'Inicia Bellhop y pregunta otra vez.',
  credentialGone: 'La credencial ya no está aquí.',
  giveAgain: 'Indícala de nuevo en los ajustes de la fuente.',
  giveOne: 'Dale a la fuente una credencial en sus ajustes, o inicia sesión allí.',
  neitherYesNorNo: 'El servidor no ha dicho ni sí ni no.',
  asksForNone: 'El servidor no pide ninguna.',
  accepts: 'El servidor acepta la credencial.',

  connectedFor: (time) => `Bellhop lleva conectado ${time}.`,
  secondRefused: (trouble) => `Una segunda conexión se rechazó: el servidor ${trouble}.`,
  missedNotHad: (trouble) =>
    `Lo perdido aún no ha llegado: el servidor ${trouble}. Bellhop sigue preguntando.`,
  notLetIn: 'Sin acceso.',
  tookRequest: 'El servidor aceptó la petición. Algunos solo responden con su primera notificación.',
  canCome: 'Pueden llegar notificaciones.',
  worksNow: (trouble) =>
    `Ahora funciona, pero la conexión de Bellhop había fallado (el servidor ${trouble}).`,
  worksNowRetries: (trouble, when) =>
    `Ahora funciona, pero la conexión de Bellhop había fallado (el servidor ${trouble}); nuevo intento ${when}.`,
  useTryNow: 'Usa «Intentar ahora» en la página de la fuente.',

  due: (time) => ` (se esperan cada ${time})`,
  wentSilent: (n, due) => `El flujo calló ${n} ${n === 1 ? 'vez' : 'veces'} en un día${due}.`,
  signsCome: (due) => `Llegan señales de vida${due}.`,
  noSign: (time, due) => `No llegó ninguna señal de vida en ${time}${due}.`,
  nothingCame: (time, due) =>
    `No llegó nada en ${time}${due}; puede que un servidor tranquilo no tenga nada que enviar.`,
  buffering:
    'Puede que un proxy por el camino retenga o corte los flujos callados: pide a quien lo administra que desactive el búfer para esta dirección.',

  writable: (free) => `El historial se puede escribir; espacio libre: ${free}.`,
  diskFull: 'El disco está lleno.',
  makeRoom: 'Libera espacio en el disco: lo que no se puede guardar se pide de nuevo en cuanto lo haya.',
  notWritable: (why) => `El historial no se puede escribir: ${why}.`,
  isFull: 'el disco está lleno',
  isReadOnly: 'el archivo es de solo lectura',
  isHeld: 'otro programa lo ocupa',
  isDamaged: 'el archivo está dañado',
  letWrite: 'Permite que esta cuenta escriba en la carpeta de datos de Bellhop.',
  closeOthers: 'Cierra los demás programas que abrieron el historial de Bellhop.',
  startAgain: 'Inicia Bellhop de nuevo: aparta un historial dañado, y los servidores llenan otro.',

  paused: 'Los avisos están en pausa: las notificaciones llegan en silencio.',
  resume: 'Reanúdalos en la bandeja del sistema o en la ventana.',
  muted: 'Esta fuente está silenciada: sus notificaciones llegan en silencio.',
  unmute: 'Deja de silenciarla en su página.',
  quiet: 'Son horas de silencio: se avisa cuando terminan.',
  changeQuiet: 'Se cambian en los ajustes.',
  noneYet: 'Hasta ahora no se ha mostrado ninguno.',
  sendTest: 'Envía una prueba, si el servidor las acepta.',
  lastShown: (ago) => `El último se mostró ${ago}.`,
  lastFailed: (ago, why) => `Puede que el último aviso, ${ago}, no se mostrara: ${why}.`,
  lookInSystem:
    'Mira si el sistema deja que Bellhop muestre notificaciones (sus ajustes de notificaciones, «No molestar») y luego envía una prueba.',
};

export const advice: typeof englishAdvice = {
  refused: '¿Se está ejecutando allí el servidor y es correcto el puerto de la dirección?',
  dns: 'Comprueba que la dirección no tenga erratas y que este equipo esté en línea.',
  timeout: '¿Está encendida esa máquina? También un cortafuegos por el camino puede tragarse la conexión.',
  unreachable: 'Conecta este equipo a una red.',
  failed: 'Comprueba la dirección y que este equipo esté en línea.',
  reset:
    'Puede que algo por el camino, como un proxy o un cortafuegos, la corte: pregunta a quien administra el servidor.',
  unauthorized: 'Dale a la fuente un token o una contraseña nuevos en sus ajustes.',
  'sign-in': 'Usa «Iniciar sesión» en la página de la fuente en Bellhop.',
  forbidden: 'Pide a quien administra el servidor que deje escuchar a esta cuenta.',
  redirect:
    'Abre la dirección en un navegador: dale a Bellhop aquella en la que termina, o inicia sesión si lo pide.',
  'not-found': 'Comprueba la ruta de la dirección.',
  'not-a-stream': 'Puede que sea la dirección de una página: pide la del flujo.',
  'no-content':
    'Pregunta el motivo a quien administra el servidor; Bellhop vuelve a preguntar cada 15 minutos.',
  'rate-limited': 'Nada que hacer: Bellhop espera lo que pidió el servidor y lo intenta de nuevo.',
  serverInTrouble: 'El propio servidor tiene problemas. Bellhop lo sigue intentando.',
  notHttps: 'Parece que allí no se habla https: prueba la dirección con http://, u otro puerto.',
  outOfDate:
    'Su certificado ha caducado, o el reloj de este equipo va mal. Lo renueva quien administra el servidor.',
  anotherName: 'Su certificado es para otro nombre: usa el nombre para el que se hizo.',
  unknownSigner:
    'Este equipo no sabe quién firmó su certificado. Si confías en él, añade su autoridad a los certificados del sistema.',
  certificate: 'Pide a quien administra el servidor que revise su certificado.',
};

export const sentTest: typeof englishTest = {
  title: 'Prueba',
  body: (mark) => `Una prueba de Bellhop (${mark}).`,
  sourceOff: (source) => `«${source}» está desactivada.`,
  notRunning: 'Bellhop no se está ejecutando: inícialo y envía la prueba de nuevo.',
  notConnected: (source) => `«${source}» no está conectada ahora: una prueba no volvería.`,
  notConnectedBecause: (source, trouble) =>
    `«${source}» no está conectada ahora (el servidor ${trouble}): una prueba no volvería.`,
  takesNone: 'Este tipo de servidor no acepta notificaciones de Bellhop.',
  notPublished: (trouble) => `La prueba no se pudo publicar: el servidor ${trouble}.`,
  notAllowed: (said) =>
    `El servidor no deja publicar a esta cuenta (${said}). Puede que sí le deje escuchar.`,
  notTaken: (said) => `El servidor no aceptó la prueba (${said}).`,
  notBack: (seconds) => `Publicada, pero no volvió en ${seconds} s. Quizá el diagnóstico diga por qué.`,
  noAnswer: (seconds) =>
    `Publicada, llegó a los ${seconds} s, pero el sistema aún no ha dicho nada de su aviso.`,
  arrived: (seconds, fate) => `Publicada, llegó a los ${seconds} s; ${fate}.`,
  deletedBefore: 'se eliminó antes de su aviso',
  noToast: (why) => `sin aviso: ${why}`,
};
