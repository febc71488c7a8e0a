import type { problems as english, startTroubles as englishStart } from '../en/problems.ts';

export const problems: typeof english = {
  toastLost: 'Une bannière n’a pas pu être traitée.',
  signInNotKept: (source) => `La connexion à « ${source} » n’a pas pu être conservée.`,
  snoozeStuck: 'Une notification en attente n’a pas pu revenir.',
  quietFailed: 'Les heures calmes n’ont pas pu être suivies.',
  notTidied: 'D’anciennes notifications n’ont pas pu être supprimées.',
  notDeleted: 'Des notifications supprimées n’ont pas pu être effacées.',
  notSearchable: 'D’anciennes notifications n’ont pas pu être indexées pour la recherche.',
  journalFailed: 'Impossible d’écrire le journal.',
  unsaved: 'Une modification n’a pas pu être enregistrée.',
  damagedNow:
    'L’historique est endommagé. Quittez Bellhop et relancez-le : il en commence un nouveau, que vos serveurs remplissent.',
  unreadableNow: 'L’historique est illisible.',
  historyReplaced:
    'L’historique était endommagé. Bellhop en a commencé un nouveau, que vos serveurs remplissent à nouveau.',
  damagedKeptAs: (file) => `Le fichier endommagé est conservé sous ${file}`,
  settingsDamaged: 'Le fichier des réglages était endommagé.',
  secretsDamaged: 'Le fichier des identifiants scellés était endommagé.',
  fileReplaced: (fault, instead, file) =>
    `Le fichier était illisible (${fault}). ${instead} Le fichier endommagé est conservé sous ${file}`,
  lastGoodIsBack: 'La dernière bonne copie a été rétablie.',
  beganWithDefaults: 'Bellhop est reparti des réglages par défaut.',
  ruleUnusable: 'Une règle est inutilisable.',
  commandUnreachable: 'La commande « bellhop » ne peut pas joindre ce Bellhop.',
  sourceNotAdded: (address) => `${address} n’a pas pu être ajouté comme source.`,
};

export const startTroubles: typeof englishStart = {
  folderOnFullDisk: (folder, detail) =>
    `Le disque est plein : Bellhop ne peut pas ouvrir son dossier de données ${folder}. Libérez de l’espace et relancez-le. (${detail})`,
  folderNotWritable: (folder, detail) =>
    `Bellhop ne peut pas écrire dans son dossier de données ${folder}. Autorisez ce compte à y écrire, ou choisissez-en un autre avec --data. (${detail})`,
  folderHeld: (folder, detail) =>
    `Un autre programme bloque l’historique de Bellhop dans ${folder}. Fermez-le et relancez Bellhop. (${detail})`,
  folderMixedUp: (folder, detail) =>
    `Le dossier de données ${folder} de Bellhop contient un fichier là où il faudrait un dossier, ou l’inverse. (${detail})`,
  folderInUse: (holder, folder) => `Le dossier de données ${folder} est déjà utilisé (${holder}).`,
  newerHistory: (schema, known) =>
    `L’historique a été écrit par un Bellhop plus récent (schéma ${schema} ; celui-ci connaît ${known}). Lancez la version plus récente, ou déplacez le fichier pour commencer un nouvel historique.`,
};
