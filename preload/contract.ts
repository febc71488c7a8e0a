/**
 * The one file both sides of the window agree on: every request the inbox may make, every push it may receive,
 * with the zod schemas main parses arguments with. The renderer and the preload import types only, so zod
 * stays out of their bundles.
 */
import { z } from 'zod';
import type { Language } from './shapes/language.ts';
import { mistakes } from './shapes/mistakes.ts';
import {
  amongSchema,
  type Download,
  filterSchema,
  noticeId as id,
  type JournalLine,
  type NoticeDetail,
  type NoticeRow,
  noticeKeySchema,
  type Page,
  type SavedFilter,
  savedFiltersSchema,
} from './shapes/notices.ts';
import {
  type ExportedSettings,
  type HistoryExport,
  historyFormatSchema,
  type Imported,
  type ImportPreview,
  type LoginStart,
  newPassphraseSchema,
  passphraseSchema,
  type ShortcutState,
  shortcutSchema,
} from './shapes/portability.ts';
import { type Preferences, preferencesSchema } from './shapes/preferences.ts';
import {
  type Pause,
  pauseSchema,
  type QuietHours,
  quietHoursSchema,
  type RuleView,
  ruleSchema,
  rulesSchema,
} from './shapes/rules.ts';
import { type SearchPage, searchSchema } from './shapes/search.ts';
import {
  credentialSchema,
  type Diagnosis,
  httpUrl,
  type Preset,
  type SecretStorage,
  type SourceView,
  sourceDraftSchema,
  sourceId,
  type TestResult,
} from './shapes/sources.ts';

export * from './shapes/language.ts';
export * from './shapes/notices.ts';
export * from './shapes/portability.ts';
export * from './shapes/preferences.ts';
export * from './shapes/rules.ts';
export * from './shapes/search.ts';
export * from './shapes/sources.ts';

// ── The whole state ──────────────────────────────────────────────────────────────────────────────────────────

/** Something the person should know, which stays until they dismiss it. */
export type Problem = { id: string; text: string; detail: string | null };

export type AppState = {
  version: string;
  sources: SourceView[];
  unread: number;
  /** `total`: all that is kept, of removed sources too, and what was deleted but can still be taken back. */
  counts: { total: number; unread: number; snoozed: number };
  /** In their order, each with what it did. */
  rules: RuleView[];
  quietHours: QuietHours;
  /** When the quiet hours of now end, unix milliseconds; null outside of them. */
  quietUntil: number | null;
  paused: Pause;
  preferences: Preferences;
  /** The one to speak: chosen, or of those that the system prefers. */
  language: Language;
  /** What the system prefers, best first, as Intl writes them: `de-AT`. */
  systemLanguages: string[];
  /** In their order. */
  savedFilters: SavedFilter[];
  secretStorage: SecretStorage;
  startAtLogin: LoginStart;
  shortcut: ShortcutState;
  /** The latest export of the history since Bellhop started; null: there is none, or it was cancelled. */
  historyExport: HistoryExport | null;
  /** Attachments that were asked for since Bellhop started. */
  downloads: Download[];
  problems: Problem[];
  lastNoticeAt: number | null;
};

const ids = z.array(id).min(1).max(1000);
const index = z.number().int().min(0).max(100);
const path = z.string().min(1).max(4096);
const webAddress = z.url({ protocol: /^https?$/, error: mistakes.webOnly }).max(8192, mistakes.longAddress);

// ── Requests: window → main ──────────────────────────────────────────────────────────────────────────────────

/** The arguments main accepts. Every request takes one object. */
export const requestSchemas = {
  /** The whole snapshot above, and the notice a toast click asked for before the window was there. */
  getState: z.object({}),
  /** The same snapshot, for whoever is not the window: it changes nothing. */
  readState: z.object({}),
  listNotices: z.object({
    filter: filterSchema,
    /** Rows older than this key; null starts at the newest. */
    before: noticeKeySchema.nullable(),
    limit: z.number().int().min(1).max(1000),
  }),
  /** The newest search wins: one that is still running is refused with words the window never needs to show. */
  search: searchSchema,
  getNotice: z.object({ id }),
  markRead: z.object({ ids, read: z.boolean() }),
  /** What is unread in the inbox. */
  markAllRead: amongSchema,
  moveNotices: z.object({ ids, to: z.enum(['inbox', 'archived', 'deleted']) }),
  /** Out of the inbox until then (unix milliseconds); then unread at its top, with a toast. */
  snoozeNotices: z.object({ ids, until: z.number().int().nonnegative() }),
  /** Takes one of the changes above back: for ten minutes, and as long as not many others came after it. */
  undo: z.object({ undo: z.number().int().nonnegative() }),
  openLink: z.object({ id }),
  /** Opens an address that a notice's text names, in the browser. */
  openAddress: z.object({ url: webAddress }),
  /** Fetches an image that a notice names, for the person asked for it: as a `data:` URL. Takes up to 20 s. */
  fetchImage: z.object({ id, url: webAddress }),
  /** Does what the server offers with a notice: the action at that place in its list. */
  runAction: z.object({ id, index }),
  /** Opens an attachment in the browser. */
  openAttachment: z.object({ id, index }),
  /** Begins to save it among the person's downloads: see `downloads` of the state. At most 1 GB. */
  downloadAttachment: z.object({ id, index }),
  cancelDownload: z.object({ id, index }),
  /** Shows a saved attachment in its folder; opening it is up to the person. */
  showDownload: z.object({ id, index }),
  copyText: z.object({ text: z.string().max(100_000) }),
  /** `credential: null` tries the stored one of `source`. */
  testSource: z.object({
    url: httpUrl,
    credential: credentialSchema.nullable(),
    source: sourceId.nullable(),
  }),
  getPresets: z.object({}),
  addSource: sourceDraftSchema,
  /** `credential: null` keeps the stored one. */
  editSource: sourceDraftSchema.extend({ id: sourceId, credential: credentialSchema.nullable() }),
  setSourceEnabled: z.object({ id: sourceId, enabled: z.boolean() }),
  setSourceMuted: z.object({ id: sourceId, muted: z.boolean() }),
  removeSource: z.object({ id: sourceId, keepHistory: z.boolean() }),
  retrySource: z.object({ id: sourceId }),
  /** All of them, in their new order: that of the list in the window. */
  reorderSources: z.object({ ids: z.array(sourceId).max(200) }),
  /**
   * Opens the site's own login page in a window of its own; answers once the person is signed in or has given up. From
   * then on the source's credential is of the kind `session`.
   */
  signIn: z.object({ id: sourceId }),
  /** What happened lately, newest first. */
  getJournal: z.object({ source: sourceId }),
  /** Walks from the server to the toast and says what is wrong; `source: null` takes every source. Takes up to 10 s. */
  diagnose: z.object({ source: sourceId.nullable() }),
  /** Publishes a notice at the source's own server and follows it to the toast. Takes up to 15 s. */
  sendTest: z.object({ id: sourceId }),
  /** All of them, in their order. What those that are left out did is forgotten. */
  setRules: z.object({ rules: rulesSchema }),
  /** What a rule, saved or not, would have matched in the newest part of the history. */
  previewRule: z.object({ rule: ruleSchema }),
  setQuietHours: quietHoursSchema,
  setPaused: z.object({ until: pauseSchema }),
  setPreferences: preferencesSchema.partial(),
  /** One step up or down, as far as there are any; 0 is back to the usual. */
  changeTextSize: z.object({ by: z.literal([1, -1, 0]) }),
  /** All of them, in their order. */
  setSavedFilters: z.object({ filters: savedFiltersSchema }),
  /** Asks the person for a file. Without a passphrase no credential is in it. */
  exportSettings: z.object({ passphrase: newPassphraseSchema.nullable() }),
  /** Asks the person for a file and says what importing it would do. */
  previewImport: z.object({}),
  /** Does it. Without the passphrase, credentials are left out. */
  importSettings: z.object({ import: z.number().int(), passphrase: passphraseSchema.nullable() }),
  /** The same for the command line, which names the file itself: an absolute path. Not for the window. */
  exportSettingsTo: z.object({ file: path, passphrase: newPassphraseSchema.nullable() }),
  previewImportOf: z.object({ file: path }),
  /** Asks the person for a file and writes the history to it, which may take minutes: see `historyExport` of the state. */
  exportHistory: z.object({ format: historyFormatSchema }),
  cancelHistoryExport: z.object({}),
  /** Whether Bellhop starts with the system, hidden. */
  setStartAtLogin: z.object({ on: z.boolean() }),
  /** Keys that bring up the inbox wherever one is; null: none. */
  setShortcut: z.object({ keys: shortcutSchema.nullable() }),
  dismissProblem: z.object({ id: z.string().max(64) }),
  /**
   * What the person sees now, so that a notice in plain view raises no toast. `attended`: pointer or keys were used
   * in this window within the last minute; a focused window on an unattended desk must not swallow toasts.
   */
  reportView: z.object({
    filter: filterSchema,
    atTop: z.boolean(),
    listVisible: z.boolean(),
    attended: z.boolean(),
  }),
} as const;

export type RequestName = keyof typeof requestSchemas;
/** A page must not name files of this computer. */
export const NOT_FOR_THE_WINDOW = ['exportSettingsTo', 'previewImportOf'] as const satisfies RequestName[];
export type WindowRequest = Exclude<RequestName, (typeof NOT_FOR_THE_WINDOW)[number]>;
export type RequestArgs<N extends RequestName> = z.infer<(typeof requestSchemas)[N]>;

/** What each request answers. Kept apart from the schemas: answers come from main and are not parsed. */
export type RequestResults = {
  getState: { state: AppState; show: number | null };
  readState: AppState;
  listNotices: Page;
  search: SearchPage;
  getNotice: NoticeDetail | null;
  markRead: { undo: number };
  markAllRead: { undo: number; marked: number };
  /** `there`: how many of them are there now; the others were deleted meanwhile. */
  moveNotices: { undo: number; there: number };
  snoozeNotices: { undo: number; there: number };
  /** `undone: false`: too late, or what it was about has changed since. */
  undo: { undone: boolean };
  openLink: null;
  openAddress: null;
  fetchImage: { data: string };
  runAction: { ok: boolean; text: string };
  openAttachment: null;
  downloadAttachment: null;
  cancelDownload: null;
  showDownload: null;
  copyText: null;
  testSource: TestResult;
  getPresets: Preset[];
  addSource: { id: string };
  editSource: null;
  setSourceEnabled: null;
  setSourceMuted: null;
  removeSource: null;
  retrySource: null;
  reorderSources: null;
  signIn: { signedIn: boolean; text: string };
  getJournal: JournalLine[];
  diagnose: Diagnosis[];
  sendTest: { ok: boolean; text: string };
  setRules: null;
  /** `looked`: at so many notices; `sample`: the newest of those that matched. */
  previewRule: { matched: number; looked: number; sample: NoticeRow[] };
  setQuietHours: null;
  setPaused: null;
  setPreferences: null;
  changeTextSize: null;
  setSavedFilters: null;
  exportSettings: ExportedSettings | null;
  /** Null where the person chose no file. */
  previewImport: ImportPreview | null;
  importSettings: Imported;
  exportSettingsTo: ExportedSettings;
  previewImportOf: ImportPreview;
  /** Null where the person chose no file, or ended it: then there is none. */
  exportHistory: { file: string; notices: number } | null;
  cancelHistoryExport: null;
  setStartAtLogin: null;
  setShortcut: null;
  dismissProblem: null;
  reportView: null;
};

/** A refusal in words for the person, or the answer. Errors never cross as exceptions: Electron garbles them. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: string };

// ── Pushes: main → window ────────────────────────────────────────────────────────────────────────────────────

export type Pushes = {
  /** Sources, counts, pause, preferences or problems changed: the new snapshot. Sent at most 10 times a second. */
  state: AppState;
  /** Notices were added, changed or removed: fetch again what is on screen. Sent at most 10 times a second. */
  noticesChanged: { mark: number };
  /** A toast was clicked: show this notice. */
  show: { id: number };
};
export type PushName = keyof Pushes;

/** What preload puts on `window.bellhop`, and main hands to who draws its first picture. */
export type Bridge = {
  request<N extends WindowRequest>(name: N, args: RequestArgs<N>): Promise<Reply<RequestResults[N]>>;
  /** Listens to a push; returns how to stop. */
  on<N extends PushName>(name: N, listener: (payload: Pushes[N]) => void): () => void;
  platform: string;
};
