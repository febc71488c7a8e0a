import type { problems as english, startTroubles as englishStart } from '../en/problems.ts';

export const problems: typeof english = {
  toastLost: 'No se pudo tramitar un aviso.',
  signInNotKept: (source) => `No se pudo conservar la sesión en «${source}».`,
  snoozeStuck: 'Una notificación pospuesta no pudo volver.',
  quietFailed: 'No se pudieron atender las horas de silencio.',
  notTidied: 'No se pudieron eliminar notificaciones antiguas.',
  notDeleted: 'No se pudieron borrar notificaciones eliminadas.',
  notSearchable: 'No se pudieron indexar notificaciones antiguas para la búsqueda.',
  journalFailed: 'No se puede escribir el registro.',
  unsaved: 'No se pudo guardar un cambio.',
  damagedNow:
    'El historial está dañado. Hay que salir de Bellhop e iniciarlo de nuevo: empieza otro, y los servidores lo llenan.',
  unreadableNow: 'No se puede leer el historial.',
  historyReplaced: 'El historial estaba dañado. Bellhop empezó otro, y los servidores lo llenan de nuevo.',
  damagedKeptAs: (file) => `El archivo dañado se conserva como ${file}`,
  settingsDamaged: 'El archivo de ajustes estaba dañado.',
  secretsDamaged: 'El archivo de credenciales selladas estaba dañado.',
  fileReplaced: (fault, instead, file) =>
    `No se pudo leer el archivo (${fault}). ${instead} El dañado se conserva como ${file}`,
  lastGoodIsBack: 'Se restauró la última copia buena.',
  beganWithDefaults: 'Bellhop empezó con los valores predeterminados.',
  ruleUnusable: 'Una regla no se puede usar.',
  commandUnreachable: 'La orden «bellhop» no puede comunicarse con este Bellhop.',
  sourceNotAdded: (address) => `${address} no se pudo añadir como fuente.`,
};

export const startTroubles: typeof englishStart = {
  folderOnFullDisk: (folder, detail) =>
    `El disco está lleno: Bellhop no puede abrir su carpeta de datos ${folder}. Libera espacio e inícialo de nuevo. (${detail})`,
  folderNotWritable: (folder, detail) =>
    `Bellhop no puede escribir en su carpeta de datos ${folder}. Permite que esta cuenta escriba allí, o elige otra con --data. (${detail})`,
  folderHeld: (folder, detail) =>
    `Otro programa ocupa el historial de Bellhop en ${folder}. Ciérralo e inicia Bellhop de nuevo. (${detail})`,
  folderMixedUp: (folder, detail) =>
    `La carpeta de datos ${folder} de Bellhop tiene un archivo donde debería haber una carpeta, o al revés. (${detail})`,
  folderInUse: (holder, folder) => `La carpeta de datos ${folder} ya está en uso (${holder}).`,
  newerHistory: (schema, known) =>
    `El historial es de un Bellhop más reciente (esquema ${schema}; este conoce ${known}). Inicia la versión más reciente, o mueve el archivo para empezar otro historial.`,
};
