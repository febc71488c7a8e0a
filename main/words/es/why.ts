import type { why as english, toastFailures as englishFailures } from '../en/why.ts';

export const why: typeof english = {
  arrivals: {
    first: 'importada al añadir la fuente',
    'catch-up': 'recuperada tras un corte de la conexión',
    live: 'llegó por la conexión en curso',
  },

  occasions: {
    update: 'llegó una versión más reciente',
    again: 'llegó una vez más',
    snooze: 'llegó su hora: ya no está pospuesta',
  },

  reasons: {
    arrived: 'nada impedía un aviso',
    history: 'es anterior a la fuente en Bellhop y se marcó como leída',
    'source-off': 'la fuente estaba desactivada',
    'source-muted': 'la fuente está silenciada',
    rule: 'lo decidió una regla propia',
    paused: 'los avisos estaban en pausa',
    'quiet-hours': 'llegó en las horas de silencio y se anuncia cuando terminan',
    urgent: 'lo urgente se muestra también en las horas de silencio',
    'quiet-end': 'las horas de silencio habían terminado',
    'back-together': 'parte de un resumen: varias volvieron a la vez',
    'in-view': 'la bandeja de entrada estaba a la vista y la mostraba',
  },
  flood: (batch, toasts, seconds) =>
    `parte de un resumen: más de ${batch} a la vez, o ${toasts} en ${seconds} s`,

  rules: {
    toast: (rule) => `${rule} pide un aviso`,
    quiet: (rule) => `sin aviso, según ${rule}`,
    none: (rule) => `sin aviso y marcada como leída, según ${rule}`,
    archive: (rule) => `archivada, según ${rule}`,
    urgent: (rule) => `marcada como urgente, según ${rule}`,
    sound: (rule) => `sonido elegido, según ${rule}`,
    hold: (rule) => `pospuesta, según ${rule}`,
  },
  ruleCalled: (name) => `la regla «${name}»`,
  someRule: 'una regla propia',

  readBefore: 'leída antes de que le tocara el aviso',
  single: {
    waits: 'el aviso espera su turno',
    handedOver: 'aviso entregado al sistema, aún sin respuesta',
    uncertain: (why) => `aviso quizá mostrado: ${why}`,
    failed: (why) => `aviso no mostrado: ${why}`,
    shown: 'aviso mostrado',
  },
  digest: {
    waits: 'el resumen espera su turno',
    handedOver: 'resumen entregado al sistema, aún sin respuesta',
    uncertain: (why) => `resumen quizá mostrado: ${why}`,
    failed: (why) => `resumen no mostrado: ${why}`,
    shown: 'resumen mostrado',
  },
};

export const toastFailures: typeof englishFailures = {
  nothingLeft: 'ya estaba leída, movida o eliminada cuando llegó su turno',
  endedBeforeAnswer: 'Bellhop se cerró antes de que el sistema respondiera',
  noAnswer: 'el sistema no confirmó que lo mostró',
  noToastService: 'este sistema no tiene servicio de notificaciones',
  systemRefused: (error) => `el sistema lo rechazó: ${error}`,
  notRunning: 'Bellhop no se está ejecutando',
};
