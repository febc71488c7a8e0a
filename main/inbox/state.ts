import type { AppState, SourceView } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import { canPublish } from '../doctor/can-publish.ts';
import type { Downloads } from '../downloads/downloads.ts';
import type { Feeds } from '../feed/feeds.ts';
import { disconnectedFrom, patienceMs } from '../feed/health.ts';
import { sayFeedState } from '../feed/state.ts';
import type { HistoryExporter } from '../history-export/exporter.ts';
import type { Badge, Host } from '../host.ts';
import { pauseAt } from '../policy/pause.ts';
import { quietUntil } from '../policy/quiet.ts';
import { type Problems, reportHistory, sayProblem } from '../problems.ts';
import type { Credentials } from '../settings/credentials.ts';
import type { GuardedFile } from '../settings/guarded-file.ts';
import { languageOf, systemLanguages } from '../settings/language.ts';
import type { Settings } from '../settings/schema.ts';
import type { Shortcut } from '../shortcut.ts';
import { readCounts, type SourceCounts } from '../store/counts.ts';
import type { Db } from '../store/database.ts';
import { NO_MEMORY, readFeedMemory } from '../store/feeds.ts';
import { type RuleCount, readRuleCounts } from '../store/rule-counts.ts';
import { type Message, say } from '../words/message.ts';
import type { Words } from '../words/words.ts';

export type StateParts = {
  version: string;
  db: Db;
  clock: Clock;
  feeds: Feeds;
  settings: GuardedFile<Settings>;
  credentials: Credentials;
  problems: Problems;
  host: Host;
  shortcut: Shortcut;
  historyExporter: HistoryExporter;
  downloads: Downloads;
};

/**
 * Everything the window shows beside the notices themselves. A history that can't be read is a problem to tell, and no
 * reason to tell nothing.
 */
export function readState(parts: StateParts, words: Words): AppState {
  try {
    return describeState(parts, parts.db, words);
  } catch (error) {
    reportHistory(parts.problems, parts.db, error);
    return describeState(parts, null, words);
  }
}

function describeState(parts: StateParts, db: Db | null, words: Words): AppState {
  const { version, clock, feeds, settings, credentials, problems } = parts;
  const { sources, rules, quietHours, paused, preferences, savedFilters } = settings.read();
  const counts = db ? readCounts(db) : new Map<string, SourceCounts>();
  const did = db ? readRuleCounts(db) : new Map<string, RuleCount>();
  const views = sources.map((source): SourceView => {
    const { id, name, url, dialect, mapping, enabled, muted, credentialKind } = source;
    const feed = feeds.state(id);
    const memory = db ? readFeedMemory(db, id) : NO_MEMORY;
    return {
      ...{ id, name, url, dialect, mapping, enabled, muted, credentialKind },
      feed: sayFeedState(words, feed),
      // Who isn't signed in is told so by the site.
      credentialMissing: !['none', 'session'].includes(credentialKind) && credentials.get(id) === null,
      canPublish: canPublish(source, memory),
      unread: counts.get(id)?.unread ?? 0,
      lastNoticeAt: counts.get(id)?.newestAt ?? null,
      patienceMs: patienceMs(feed, memory.heartbeatMs),
    };
  });
  const exported = parts.historyExporter.latest();
  const newest = views.map(({ lastNoticeAt }) => lastNoticeAt ?? 0);
  const sum = (what: 'total' | 'unread' | 'snoozed') =>
    [...counts.values()].reduce((total, one) => total + one[what], 0);
  return {
    version,
    sources: views,
    unread: sum('unread'),
    counts: { total: sum('total'), unread: sum('unread'), snoozed: sum('snoozed') },
    rules: rules.map((rule) => ({ ...rule, ...(did.get(rule.id) ?? { matched: 0, lastAt: null }) })),
    quietHours,
    quietUntil: quietUntil(quietHours, clock()),
    paused: pauseAt(paused, clock()),
    preferences,
    language: languageOf(settings, parts.host),
    systemLanguages: systemLanguages(parts.host),
    savedFilters,
    secretStorage: credentials.storage(),
    startAtLogin: sayIt(words, parts.host.startAtLogin.read()),
    shortcut: sayIt(words, parts.shortcut.state()),
    historyExport: exported && sayIt(words, exported),
    downloads: parts.downloads.list().map((one) => sayIt(words, one)),
    problems: problems.list().map((problem) => sayProblem(words, problem)),
    lastNoticeAt: Math.max(0, ...newest) || null,
  };
}

function sayIt<Told extends { says: Message | null }>(words: Words, { says, ...told }: Told) {
  return { ...told, text: says && say(words, says) };
}

/**
 * What the tray shows, and when it next changes by the mere passing of time (unix milliseconds; null: never).
 */
export function readBadge(state: AppState, now: number): { badge: Badge; changesAt: number | null } {
  const due = state.sources.flatMap(({ name, feed, patienceMs }) => {
    const from = disconnectedFrom(feed, patienceMs);
    return from === null ? [] : [{ name, from }];
  });
  const later = due.map(({ from }) => from).filter((from) => from > now);
  return {
    badge: {
      unread: state.unread,
      paused: state.paused,
      quietUntil: state.quietUntil,
      disconnected: due.filter(({ from }) => from <= now).map(({ name }) => name),
      sources: state.sources.filter(({ feed }) => feed.kind !== 'off').length,
      connected: state.sources.filter(({ feed }) => feed.kind === 'open').length,
    },
    changesAt: later.length > 0 ? Math.min(...later) : null,
  };
}
