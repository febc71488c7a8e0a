/**
 * The one file both sides of the window agree on: every request the inbox may make, every push it may receive,
 * with the zod schemas main parses arguments with. The renderer and the preload import types only, so zod
 * stays out of their bundles.
 */
import { z } from 'zod';

// ── Shapes ───────────────────────────────────────────────────────────────────────────────────────────────────

const id = z.number().int().nonnegative();
const index = z.number().int().min(0).max(100);
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
  /** Signed in on the site's own page (`signIn`): its cookies stay in main. */
  z.object({ kind: z.literal('session') }),
]);
export type Credential = z.infer<typeof credentialSchema>;

/** The kinds of server Bellhop understands; main/feed/dialects.ts has one for each. */
export const dialectSchema = z.enum(['rows', 'ntfy', 'mercure', 'json']);
export type DialectName = z.infer<typeof dialectSchema>;

/** Where in a JSON value something is, https://www.rfc-editor.org/rfc/rfc6901; of several, the first that is there. */
const pointer = z
  .string()
  .max(200)
  .regex(/^(\/.*)?$/s, 'A JSON pointer is empty or begins with a slash.');
const pointers = z.array(pointer).max(5).default([]);

/** `open` and `error` are what an EventSource itself says. */
const eventName = z
  .string()
  .min(1)
  .max(100)
  .regex(/^(?!(?:open|error)$)/, 'Events named “open” or “error” can’t be listened to.');

/** Where missed notices can be had: whole, or a path on the source’s own server (one that can’t lead to another). */
const listUrl = z.union(
  [
    httpUrl,
    z
      .string()
      .max(2048)
      .regex(/^\/(?![/\\])[\x21-\x7e]*$/),
  ],
  { error: 'Give a web address, or a path on the same server that starts with one slash.' },
);

/** How to read the notices of a server that Bellhop knows nothing else of. */
export const mappingSchema = z
  .object({
    /** The `event:` names that bring notices; `message` stands for unnamed events. */
    events: z.array(eventName).min(1).max(20).default(['message']),
    /** Data that is no notice and no JSON, such as a `ping`. */
    ignore: z.array(z.string().max(100)).max(10).default([]),
    /** The notice in an event's data, or the array of them. */
    item: pointer.default(''),
    id: pointers,
    title: pointers,
    body: pointers,
    /** What the body is. */
    format: z.enum(['text', 'html', 'markdown']).default('text'),
    link: pointers,
    /** ISO 8601, or unix seconds or milliseconds. */
    time: pointers,
    /** 1 to 5, or a word such as `high`. */
    priority: pointers,
    topic: pointers,
    /** How often the server gives a sign of life; null where it doesn't. */
    heartbeatSeconds: z.number().min(1).max(3600).nullable().default(null),
    /** Where missed notices can be had: a JSON list, asked with the newest known id in the parameter `after`. */
    catchUp: z
      .object({ url: listUrl, after: z.string().min(1).max(100), item: pointer.default('') })
      .nullable()
      .default(null),
  })
  .refine(({ catchUp, id }) => catchUp === null || id.length > 0, {
    path: ['id'],
    error: 'To ask for missed notices, it must be known where their id is.',
  });
export type Mapping = z.infer<typeof mappingSchema>;

export const sourceDraftSchema = z.object({
  name: z.string().trim().min(1, 'Give the source a name.').max(80),
  url: httpUrl,
  dialect: dialectSchema,
  mapping: mappingSchema.nullable(),
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
  dialect: DialectName;
  mapping: Mapping | null;
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
  /** Its server takes notices too, as far as that is known: a test can be sent. */
  canPublish: boolean;
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
  markdown: boolean;
  icon: string | null;
  attachments: AttachmentView[];
  actions: ActionView[];
  /** As the server sent it, JSON; null where it was too long to keep. */
  raw: string | null;
};
export type AttachmentView = {
  name: string;
  url: string;
  type: string | null;
  bytes: number | null;
  expiresAt: number | null;
};
/** `target`: the address it opens or calls, or the text it copies. */
export type ActionView = { kind: 'view' | 'copy' | 'http'; label: string; target: string };

/** One thing that happened to a source's connection; the detail is technical. `gap`: what may be missing, unix ms. */
export type JournalLine = {
  id: number;
  at: number;
  gap: { from: number; to: number } | null;
  text: string;
  detail: string | null;
};

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

/** Between these times (unix milliseconds) notices of the source may have been missed for good. */
export type Gap = { id: number; source: string; from: number; to: number; why: string };

export type Page = {
  notices: NoticeRow[];
  /** Those that ended within the span of time of this page, newest first. */
  gaps: Gap[];
  /** Pass as `before` for the next page; null at the end of the history. */
  next: NoticeKey | null;
};

/** What a pasted address turned out to be: what to add as a source. `name` is a suggestion. */
export type Found = { dialect: DialectName; url: string; name: string; mapping: Mapping | null };

/**
 * What came of trying an address. `signIn`: the server wants a person to log in. `assume`: the best guess, where it
 * can't be told now (no answer yet, server down) and a person may want to add it anyway.
 */
export type TestResult =
  | { ok: true; text: string; found: Found }
  | { ok: false; text: string; detail: string | null; signIn: boolean; assume: Found | null };

/** A kind of server that the `json` dialect reads by this mapping; `url` is an example of its address. */
export type Preset = { id: string; name: string; hint: string; url: string; mapping: Mapping };

/** One thing that has to work for a notice to reach the screen, in the order it passes them. */
export type DiagnosisStep = {
  step: 'server' | 'tls' | 'auth' | 'stream' | 'heartbeat' | 'store' | 'toast';
  result: 'ok' | 'failed' | 'unknown' | 'skipped';
  text: string;
  /** What the person can do; null where there is nothing to do. */
  advice: string | null;
};
export type Diagnosis = { source: string; name: string; steps: DiagnosisStep[] };

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
