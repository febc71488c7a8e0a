/**
 * The one file both sides of the window agree on: every request the inbox may make, every push it may receive,
 * with the zod schemas main parses arguments with. The renderer and the preload import types only, so zod
 * stays out of their bundles.
 */
import { z } from 'zod';

// ── Shapes ───────────────────────────────────────────────────────────────────────────────────────────────────

const id = z.number().int().nonnegative();
const sourceId = z.string().min(1).max(64);
/** `https://user:password@host` would put a secret into the settings file, and into every error that names the address. */
export const holdsNoSecret = (url: string): boolean => !/^https?:\/\/[^/?#]*@/i.test(url);
/** Normalized, so that one address written in two ways is found to be the same. */
const httpUrl = z
  .url({
    protocol: /^https?$/,
    normalize: true,
    error: 'Give a web address that starts with http:// or https://.',
  })
  .max(2048)
  .refine(holdsNoSecret, 'Give the user and the password in their own fields, not in the address.');

/** What can't be sent in a header is refused here: the error of a failed request would quote it. */
export const tokenSchema = z
  .string()
  .trim()
  .min(1)
  .max(8192)
  .regex(/^[\x21-\x7e]*$/, 'A token is one word, without spaces, line breaks or letters beyond ASCII.');

const cookieSchema = z
  .string()
  .trim()
  .min(1)
  .max(16384)
  .regex(/^[\x20-\x7e]*$/, 'A cookie is one line of ASCII characters.');

/** How a person proves who they are to a server. The secret never leaves main once it is stored. */
export const credentialSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('bearer'), token: tokenSchema }),
  z.object({
    kind: z.literal('basic'),
    user: z.string().max(512),
    password: z.string().max(8192),
  }),
  z.object({ kind: z.literal('cookie'), cookie: cookieSchema }),
]);
export type Credential = z.infer<typeof credentialSchema>;

export const sourceDraftSchema = z.object({
  name: z.string().trim().min(1, 'Give the source a name.').max(80),
  url: httpUrl,
  credential: credentialSchema,
});
export type SourceDraft = z.infer<typeof sourceDraftSchema>;

/** Where a page ends: keyset order is (sortAt, id), newest first. */
const noticeKeySchema = z.object({ sortAt: z.number(), id });
export type NoticeKey = z.infer<typeof noticeKeySchema>;

const filterSchema = z.object({ unreadOnly: z.boolean(), source: sourceId.nullable() });
export type NoticeFilter = z.infer<typeof filterSchema>;

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

/**
 * Why a feed is not open, in words that go on after the source's name ("isn't answering"); `detail` is the
 * technical rest, for whoever asks. `since`: when it was last well; it stays the same over further tries.
 */
export type Trouble = { since: number; code: string; text: string; detail: string | null };

/** What a source's feed is doing. Times are unix milliseconds. */
export type FeedState =
  | { kind: 'off' }
  /** `why` is null on a first or routine connection; after a failure it is that failure. */
  | { kind: 'connecting'; since: number; why: Trouble | null }
  | { kind: 'open'; since: number }
  | { kind: 'waiting'; until: number; why: Trouble }
  | { kind: 'stopped'; until: number | null; why: Trouble };

export type SourceView = {
  id: string;
  name: string;
  url: string;
  enabled: boolean;
  muted: boolean;
  credentialKind: Credential['kind'];
  /** The secret is needed and not there (lost keyring, session-only storage after a restart). */
  credentialMissing: boolean;
  unread: number;
  feed: FeedState;
  lastNoticeAt: number | null;
  /** How long it may look disconnected before anyone is told: an original endpoint answers late by nature. */
  patienceMs: number;
};

export type NoticeRow = {
  id: number;
  source: string;
  title: string | null;
  body: string;
  /** The server's own name for the kind of notice, or its topic. */
  topic: string | null;
  /** 1 (least) to 5 (urgent); 3 is ordinary. */
  priority: number;
  link: string | null;
  tags: string[];
  sortAt: number;
  /** Unix milliseconds; null while unread. */
  readAt: number | null;
};

/** One line of "why did I (not) see this?". */
export type WhyLine = { at: number; text: string };
export type NoticeDetail = NoticeRow & {
  createdAt: number | null;
  receivedAt: number;
  /** A toast was shown for it, alone or in a digest: decides whether `why` explains the toast or its absence. */
  toasted: boolean;
  why: WhyLine[];
};

/** One thing that happened to a source's connection; the detail is technical. */
export type JournalLine = { id: number; at: number; text: string; detail: string | null };

/** Something the person should know, which stays until they dismiss it. */
export type Problem = { id: string; text: string; detail: string | null };

/** Where secrets go on this machine: the keyring, nowhere past quit, or a private file. */
export type SecretStorage = 'keyring' | 'session' | 'file';

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

export type Page = {
  notices: NoticeRow[];
  /** Pass as `before` for the next page; null at the end of the history. */
  next: NoticeKey | null;
};

export type TestResult = { ok: true; text: string } | { ok: false; text: string; detail: string | null };

// ── Requests: window → main ──────────────────────────────────────────────────────────────────────────────────

/** The arguments main accepts. Every request takes one object. */
export const requestSchemas = {
  /** The whole snapshot above, and the notice a toast click asked for before the window was there. */
  getState: z.object({}),
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
  copyText: z.object({ text: z.string().max(100_000) }),
  /** `credential: null` tries the stored one of `source`. */
  testSource: z.object({
    url: httpUrl,
    credential: credentialSchema.nullable(),
    source: sourceId.nullable(),
  }),
  addSource: sourceDraftSchema,
  /** `credential: null` keeps the stored one. */
  editSource: z.object({
    id: sourceId,
    name: sourceDraftSchema.shape.name,
    url: httpUrl,
    credential: credentialSchema.nullable(),
  }),
  setSourceEnabled: z.object({ id: sourceId, enabled: z.boolean() }),
  setSourceMuted: z.object({ id: sourceId, muted: z.boolean() }),
  removeSource: z.object({ id: sourceId, keepHistory: z.boolean() }),
  retrySource: z.object({ id: sourceId }),
  /** What happened lately, newest first. */
  getJournal: z.object({ source: sourceId }),
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
  listNotices: Page;
  getNotice: NoticeDetail | null;
  markRead: null;
  markAllRead: { marked: number };
  deleteNotices: null;
  openLink: null;
  copyText: null;
  testSource: TestResult;
  addSource: { id: string };
  editSource: null;
  setSourceEnabled: null;
  setSourceMuted: null;
  removeSource: null;
  retrySource: null;
  getJournal: JournalLine[];
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
