import Conf from 'conf';
import type { MakeStore } from '../main/settings/guarded-file.ts';

/** Settings files as the terminal keeps them; the app's electron-store is the same underneath. */
export const confStore: MakeStore = ({ cwd, name, fileMode }) =>
  new Conf({ cwd, configName: name, projectName: 'Bellhop', configFileMode: fileMode });
