/**
 * The one file both sides of the window agree on: every request the inbox may make, every push it may receive,
 * with the zod schemas main parses arguments with. The renderer and the preload import types only, so zod
 * stays out of their bundles.
 */
import { z } from 'zod';
import {
  filterSchema,
  noticeId as id,
  type JournalLine,
  type NoticeDetail,
  noticeKeySchema,
  type Page,
} from './shapes/notices.ts';
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

export * from './shapes/notices.ts';
export * from './shapes/sources.ts';

// ── The whole state ──────────────────────────────────────────────────────────────────────────────────────────

export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;

const preferencesSchema = z.object({
  /** Toasts name the source only, never the notice's text: for shared screens. */
  hideToastText: z.boolean(),
  theme: themeSchema,
  /** Without a system keyring: keep secrets in a file only this account can read, instead of until quit. */
  storeSecretsInFile: z.boolean(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** Something the person should know, which stays until they dismiss it. */
export type Problem = { id: string; text: string; detail: string | null };

export type AppState = {
  version: string;
  sources: SourceView[];
  unread: number;
  paused: boolean;
  preferences: Preferences;
  secretStorage: SecretStorage;
  problems: Problem[];
  lastNoticeAt: number | null;
};

const index = z.number().int().min(0).max(100);

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
  getNotice: z.object({ id }),
  markRead: z.object({ ids: z.array(id).min(1).max(1000), read: z.boolean() }),
  markAllRead: z.object({ source: sourceId.nullable() }),
  deleteNotices: z.object({ ids: z.array(id).min(1).max(1000) }),
  openLink: z.object({ id }),
  /** Does what the server offers with a notice: the action at that place in its list. */
  runAction: z.object({ id, index }),
  /** Opens an attachment in the browser. */
  openAttachment: z.object({ id, index }),
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
  setPaused: z.object({ paused: z.boolean() }),
  setPreferences: preferencesSchema.partial(),
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
export type RequestArgs<N extends RequestName> = z.infer<(typeof requestSchemas)[N]>;

/** What each request answers. Kept apart from the schemas: answers come from main and are not parsed. */
export type RequestResults = {
  getState: { state: AppState; show: number | null };
  readState: AppState;
  listNotices: Page;
  getNotice: NoticeDetail | null;
  markRead: null;
  markAllRead: { marked: number };
  deleteNotices: null;
  openLink: null;
  runAction: { ok: boolean; text: string };
  openAttachment: null;
  copyText: null;
  testSource: TestResult;
  getPresets: Preset[];
  addSource: { id: string };
  editSource: null;
  setSourceEnabled: null;
  setSourceMuted: null;
  removeSource: null;
  retrySource: null;
  signIn: { signedIn: boolean; text: string };
  getJournal: JournalLine[];
  diagnose: Diagnosis[];
  sendTest: { ok: boolean; text: string };
  setPaused: null;
  setPreferences: null;
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

/** What preload puts on `window.bellhop`. */
export type Bridge = {
  request<N extends RequestName>(name: N, args: RequestArgs<N>): Promise<Reply<RequestResults[N]>>;
  /** Listens to a push; returns how to stop. */
  on<N extends PushName>(name: N, listener: (payload: Pushes[N]) => void): () => void;
  platform: string;
};
