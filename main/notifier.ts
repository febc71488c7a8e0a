import type { AppState } from '../preload/contract.ts';
import { createBadge } from './badge.ts';
import type { Clock } from './clock.ts';
import { coalesce } from './coalesce.ts';
import { createDownloads } from './downloads/downloads.ts';
import { dialects } from './feed/dialects.ts';
import { type Feed, startFeed } from './feed/feed.ts';
import { createFeeds, isSameStream } from './feed/feeds.ts';
import { createHistoryExporter } from './history-export/exporter.ts';
import type { Host } from './host.ts';
import { createInView } from './in-view.ts';
import type { Handlers } from './inbox/handlers.ts';
import { createRequests } from './inbox/requests.ts';
import { readState } from './inbox/state.ts';
import { createUndo } from './inbox/undo.ts';
import { untilQuit } from './inbox/until-quit.ts';
import { createJournal } from './journaling.ts';
import type { Arrival } from './notice.ts';
import { decide } from './policy/decide.ts';
import { policyAt } from './policy/laid-down.ts';
import { createProblems, type Report, reportHistory } from './problems.ts';
import { watchQuiet } from './quiet.ts';
import { keepTidy } from './retention.ts';
import { createReturns } from './returns.ts';
import { accessOf, authorizationHeaders, type Credentials } from './settings/credentials.ts';
import type { GuardedFile } from './settings/guarded-file.ts';
import { createJars } from './settings/jars.ts';
import type { Settings, Source } from './settings/schema.ts';
import { createShortcut } from './shortcut.ts';
import { type Db, isDamage } from './store/database.ts';
import { readFeedMemory } from './store/feeds.ts';
import { commitIntake, type Intake } from './store/intake.ts';
import type { Committed } from './store/outcome.ts';
import { indexInBackground } from './store/search/indexing.ts';
import { createSearcher } from './store/search/searcher.ts';
import { gatheringDigest } from './store/toasts.ts';
import { createWriteBack } from './store/write-back/write-back.ts';
import { createDelivery } from './toasts/deliver.ts';
import type { Words } from './words/words.ts';

export type NotifierOptions = {
  version: string;
  host: Host;
  db: Db;
  settings: GuardedFile<Settings>;
  credentials: Credentials;
  clock: Clock;
  /** Those of the person, at this moment. */
  words: () => Words;
  /** A new snapshot for the window; at most ten times a second. */
  onState: (state: AppState) => void;
  /** Notices came, changed or went; at most ten times a second. */
  onNotices: () => void;
};

export type Notifier = {
  requests: Handlers;
  report: Report;
  /** Connects every source and shows what an earlier run didn't get to show. */
  start: () => void;
  stop: () => Promise<void>;
};

const PUSH_MS = 100;

/** The pipeline: socket → feed → one transaction (notices, verdicts, cursor) → toasts, tray and window. */
export function createNotifier(options: NotifierOptions): Notifier {
  const { host, db, settings, credentials, clock, words } = options;
  const writeBack = createWriteBack(db, (error) => console.error('Main writes pages back itself:', error));
  const listeners = new Set<() => void>();

  const pushState = coalesce(() => {
    try {
      const state = readState(stateParts, words());
      badge.show(state);
      options.onState(state);
    } catch (error) {
      // Feeds ask for this in the middle of their loops: a store that can't be read must not end them.
      console.error('The state could not be told:', error);
    }
  }, PUSH_MS);
  const badge = createBadge(host, clock, pushState);
  const pushNotices = coalesce(options.onNotices, PUSH_MS);
  const changed = {
    state: pushState,
    notices: () => {
      pushNotices();
      pushState();
      void writeBack.look();
      for (const listener of listeners) listener();
    },
  };
  const problems = createProblems(changed.state);

  const inView = createInView(db, host, clock);
  const journal = createJournal(db, problems);
  const delivery = createDelivery({
    db,
    host,
    clock,
    nameOf: (id) => findSource(id)?.name,
    words,
    preferences: () => settings.read().preferences,
    onChange: changed.notices,
    onError: (error) => problems.report('toasts', ['toastLost'], String(error)),
  });
  const findSource = (id: string) => settings.read().sources.find((source) => source.id === id);
  /** Removed, or sent elsewhere: what its connection still has as it ends must not be taken for the new one's. */
  const isLeft = (source: Source): boolean => {
    const now = findSource(source.id);
    return !now || !isSameStream(now, source);
  };

  host.useJars(
    createJars(findSource, credentials, (source, error) =>
      problems.report('cookies', ['signInNotKept', source.name], String(error)),
    ),
  );

  const feeds = createFeeds(
    (source: Source): Feed =>
      startFeed({
        dialect: dialects[source.dialect](source),
        fetch: host.fetch(source.id),
        authorize: () => authorizationHeaders(credentials.get(source.id)),
        access: () => accessOf(findSource(source.id)?.credentialKind, credentials.get(source.id)),
        memory: () => readFeedMemory(db, source.id),
        commit(intake) {
          if (isLeft(source)) return 0;
          try {
            return take({ source: source.id, ...intake });
          } catch (error) {
            if (isDamage(error)) reportHistory(problems, db, error); // the feed tells of the rest, which passes
            throw error;
          }
        },
        onState: changed.state,
        journal(kind, says, detail = null, span) {
          if (isLeft(source)) return;
          journal({ at: clock(), source: source.id, kind, says, detail, span: span ?? null });
          if (kind === 'gap') changed.notices(); // the list shows it
        },
        clock,
      }),
  );

  /** What a feed brought: policy decides inside the transaction, and only what is committed is shown. */
  function take(intake: Intake): number {
    const { source, arrival } = intake;
    const { enabled, muted } = findSource(source) ?? { enabled: false, muted: false };
    const policy = policyAt(settings.read(), { enabled, muted }, clock());
    const committed = commitIntake(
      db,
      intake,
      (notices, recentToasts) => {
        const digestGathers = gatheringDigest(db) !== null;
        return decide({ source, arrival, notices, recentToasts, digestGathers }, policy, inView.look());
      },
      clock(),
    );
    tell(committed, arrival);
    if (policy.rules.rules.some(({ rule }) => rule.action.kind === 'hold')) returns.look();
    return committed.notices.length;
  }

  function tell(committed: Committed, arrival: Arrival): void {
    for (const toast of committed.outdated) host.withdraw(toast);
    delivery.deliver(committed, arrival);
    if (committed.notices.length + committed.retracted > 0) changed.notices();
  }

  const returns = createReturns({
    db,
    clock,
    decide({ source, ...notice }, back, recentToasts) {
      // The person asked for it: it comes back even when nothing new is to come from its source.
      const asked = { enabled: true, muted: findSource(source)?.muted ?? false };
      const policy = policyAt(settings.read(), asked, clock());
      const notices = [{ ...notice, createdAt: clock() }]; // where in the list it goes
      const [verdict] = decide(
        { source, arrival: 'live', notices, recentToasts, digestGathers: false, back },
        policy,
        inView.look(),
      );
      if (!verdict) throw new Error('Policy gave no verdict');
      return verdict;
    },
    onReturn: (committed) => tell(committed, 'live'),
    onError: (error) => problems.report('snooze', ['snoozeStuck'], String(error)),
  });
  const quiet = watchQuiet({
    ...{ db, settings, clock, onChange: changed.state },
    onRelease: (committed) => tell(committed, 'live'),
    onLoud: delivery.showRecovered,
    onError: (error) => problems.report('quiet', ['quietFailed'], String(error)),
  });
  const retention = keepTidy({
    ...{ db, clock, journal },
    preferences() {
      const { keepDays, keepCount } = settings.read().preferences;
      return { keepDays, keepCount };
    },
    canUndo: () => undo.canUndo(),
    rules: () => settings.read().rules.map(({ id }) => id),
    onChange: changed.notices,
    onError: (error) => problems.report('retention', ['notTidied'], String(error)),
  });
  const undo = createUndo(db, (error) => problems.report('delete', ['notDeleted'], String(error)));

  const searcher = createSearcher(db.name);
  const historyExporter = createHistoryExporter(db.name, changed.state);
  const downloads = createDownloads({ db, host, settings, credentials }, changed.state);
  const shortcut = createShortcut(host, () => settings.read().shortcut);
  let stopIndexing = () => {};

  const stateParts = {
    ...{ version: options.version, db, clock, host, feeds, settings, credentials, problems },
    ...{ shortcut, historyExporter, downloads },
  };
  const requests = createRequests({
    ...{ ...stateParts, changed, undo, returns, quiet, retention, searcher, inView, journal },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  let stopping = false;
  return {
    requests: untilQuit(requests, db, () => stopping),
    report: problems.report,
    start() {
      delivery.recover();
      downloads.recover();
      host.onWake(({ why, kind }) => {
        feeds.nudgeAll(why, kind !== 'network-changed');
        returns.look();
        quiet.look();
      });
      returns.look();
      retention.look();
      quiet.look();
      stopIndexing = indexInBackground(db, (error) =>
        problems.report('search', ['notSearchable'], String(error)),
      );
      shortcut.renew();
      feeds.start(settings.read().sources);
      changed.notices();
    },
    async stop() {
      stopping = true;
      delivery.stop();
      returns.stop();
      retention.stop();
      quiet.stop();
      undo.stop();
      stopIndexing();
      await historyExporter.cancel();
      await downloads.stop();
      await searcher.stop();
      await feeds.stop();
      await writeBack.stop();
      pushState.stop();
      pushNotices.stop();
      badge.stop(); // after the last push, which may set it
    },
  };
}
