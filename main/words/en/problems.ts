/** What stays in a banner until it is dismissed. */
export const problems = {
  toastLost: 'A toast could not be handled.',
  signInNotKept: (source: string) => `The sign-in at “${source}” could not be kept.`,
  snoozeStuck: 'A snoozed notice could not come back.',
  quietFailed: 'Quiet hours could not be looked after.',
  notTidied: 'Old notices could not be removed.',
  notDeleted: 'Deleted notices could not be removed.',
  notSearchable: 'Older notices could not be made searchable.',
  journalFailed: 'The journal can’t be written.',
  unsaved: 'A change could not be saved.',
  damagedNow:
    'The history is damaged. Quit Bellhop and start it again: it begins a new one, and your servers fill it.',
  unreadableNow: 'The history can’t be read.',
  historyReplaced: 'The history was damaged. Bellhop began a new one, and your servers fill it again.',
  damagedKeptAs: (file: string) => `The damaged file is kept as ${file}`,
  settingsDamaged: 'The settings file was damaged.',
  secretsDamaged: 'The file of sealed credentials was damaged.',
  /** `fault` is technical, in English; `instead` one of the next two. */
  fileReplaced: (fault: string, instead: string, file: string) =>
    `The file could not be read (${fault}). ${instead} The broken one is kept as ${file}`,
  lastGoodIsBack: 'The last good copy was put back.',
  beganWithDefaults: 'Bellhop began with defaults.',
  ruleUnusable: 'A rule can’t be used.',
  commandUnreachable: 'The “bellhop” command can’t reach this Bellhop.',
  sourceNotAdded: (address: string) => `${address} could not be added as a source.`,
};

/** Why Bellhop can’t start. `detail`, `holder`: technical, in English. */
export const startTroubles = {
  folderOnFullDisk: (folder: string, detail: string) =>
    `The disk is full: Bellhop can’t open its data folder ${folder}. Make room, and start it again. (${detail})`,
  folderNotWritable: (folder: string, detail: string) =>
    `Bellhop can’t write to its data folder ${folder}. Let this account write there, or choose another with --data. (${detail})`,
  folderHeld: (folder: string, detail: string) =>
    `Another program holds Bellhop’s history in ${folder}. Close it there, and start Bellhop again. (${detail})`,
  folderMixedUp: (folder: string, detail: string) =>
    `Bellhop’s data folder ${folder} holds a file where a folder should be, or the other way round. (${detail})`,
  folderInUse: (holder: string, folder: string) => `${holder} already uses the data folder ${folder}.`,
  newerHistory: (schema: number, known: number) =>
    `The history was written by a newer Bellhop (schema ${schema}; this one knows ${known}). Start the newer version, or move the file away to begin a new history.`,
};
