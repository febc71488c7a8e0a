import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import manifest from '../package.json' with { type: 'json' };
import type { Credential, Found } from '../preload/contract.ts';
import type { Clock } from './clock.ts';
import type { Host } from './host.ts';
import type { Launch } from './launch.ts';
import { type LocalSocket, listenLocally } from './local-socket/listen.ts';
import { createNotifier, type Notifier, type NotifierOptions } from './notifier.ts';
import { takeOwnership } from './owner.ts';
import { mistakesIn } from './policy/laid-down.ts';
import { reportHistory } from './problems.ts';
import { createCredentials } from './settings/credentials.ts';
import { type MakeStore, openGuardedFile } from './settings/guarded-file.ts';
import { languageOf } from './settings/language.ts';
import { secretsSchema, settingsSchema } from './settings/schema.ts';
import { checkInBackground, type HistoryCheck } from './store/check/check.ts';
import { openOrReplaceDatabase } from './store/database.ts';
import { explainUnusable } from './unusable-folder.ts';
import { Refusal } from './words/refusal.ts';
import { wordsIn } from './words/words.ts';

export type Opened = {
  notifier: Notifier;
  settings: NotifierOptions['settings'];
  db: NotifierOptions['db'];
  /** Those that the person reads, at this moment. */
  words: NotifierOptions['words'];
  /** Adds or renews the source that a start asked for. Never rejects: what went wrong is a problem in the window. */
  apply: (launch: Launch) => Promise<void>;
  /** Connects every source, and answers other processes of this account. */
  start: () => void;
  close: () => Promise<void>;
};

/** @throws FolderInUse, DatabaseFromTheFuture, UnusableFolder */
function openFolder(folder: string, kind: string, makeStore: MakeStore, now: Date) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const ownership = takeOwnership(folder, kind, now);
    const history = openOrReplaceDatabase(join(folder, 'bellhop.db'), now);
    const common = { folder, defaults: {}, now };
    const settings = openGuardedFile({ ...common, name: 'settings', schema: settingsSchema }, makeStore);
    const secrets = openGuardedFile({ ...common, name: 'secrets', schema: secretsSchema }, makeStore);
    return { ownership, ...history, settings, secrets };
  } catch (error) {
    throw explainUnusable(error, folder);
  }
}

/**
 * Opens a data folder as its one owner and sets up the pipeline in it; the same for every host.
 * @param kind what owns it, as `takeOwnership` tells others
 * @param out where what happens goes; without `words`, in the person's language
 * @throws FolderInUse, DatabaseFromTheFuture, UnusableFolder: each says why in words
 */
export function openBellhop(
  folder: string,
  kind: string,
  host: Host,
  makeStore: MakeStore,
  out: Pick<NotifierOptions, 'onState' | 'onNotices'> & Partial<Pick<NotifierOptions, 'words'>>,
  clock: Clock = Date.now,
): Opened {
  const opened = openFolder(folder, kind, makeStore, new Date(clock()));
  const { ownership, db, unchecked, setAside, settings, secrets } = opened;
  const credentials = createCredentials(
    secrets,
    host.secrets,
    () => settings.read().preferences.storeSecretsInFile,
  );
  const words = out.words ?? (() => wordsIn(languageOf(settings, host)));
  const notifier = createNotifier({
    version: manifest.version,
    host,
    db,
    settings,
    credentials,
    clock,
    words,
    ...out,
  });

  if (setAside) {
    notifier.report('database', ['historyReplaced'], [['damagedKeptAs', setAside]]);
  }
  if (settings.problem) notifier.report('settings', ['settingsDamaged'], [settings.problem]);
  if (secrets.problem) {
    notifier.report('secrets', ['secretsDamaged'], [secrets.problem]);
  }

  const mistakes = mistakesIn(settings.read().rules); // the window refuses them; the file may be written by hand
  if (mistakes.length > 0) notifier.report('rules', ['ruleUnusable'], mistakes);

  let socket: LocalSocket | null = null;
  const listen = () =>
    listenLocally(folder, notifier.requests, ownership.announce, (error) =>
      notifier.report('socket', ['commandUnreachable'], String(error)),
    );

  let check: HistoryCheck | null = null;
  const lookAtHistory = () =>
    checkInBackground(
      db,
      (error) => reportHistory(notifier, db, error),
      (error) => console.error('The history could not be looked at:', error),
    );

  const sourceAt = (url: string) => settings.read().sources.find((source) => source.url === url);
  const findOut = async (url: string, credential: Credential): Promise<Found> => {
    const test = await notifier.requests.testSource({ url, credential, source: null });
    const name = new URL(url).host.slice(0, 80);
    return (test.ok ? test.found : test.assume) ?? { dialect: 'rows', url, name, mapping: null };
  };
  const listenTo = async ({ server, token, name }: Launch) => {
    if (!server) return;
    const url = new URL(server).href; // as the settings keep it
    const credential: Credential = token ? { kind: 'bearer', token } : { kind: 'none' };
    const found = sourceAt(url) ?? (await findOut(url, credential));
    const known = sourceAt(found.url);
    if (!known) {
      await notifier.requests.addSource({ ...found, name: name ?? found.name, credential });
    } else if (token && !isDeepStrictEqual(credential, credentials.get(known.id))) {
      await notifier.requests.editSource({ ...known, credential });
    }
  };

  return {
    notifier,
    settings,
    db,
    words,
    async apply(launch) {
      try {
        await listenTo(launch);
      } catch (error) {
        const why =
          error instanceof Refusal ? [error.says] : error instanceof Error ? error.message : String(error);
        notifier.report('start', ['sourceNotAdded', launch.server ?? ''], why);
      }
    },
    start() {
      socket = listen();
      notifier.start();
      if (unchecked) check = lookAtHistory();
    },
    async close() {
      const checked = check?.stop(); // may take a second or two: meanwhile the rest ends
      await socket?.close();
      await notifier.stop();
      await checked;
      db.close();
      ownership.release();
    },
  };
}
