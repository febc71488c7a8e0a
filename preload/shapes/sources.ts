/** Sources as both sides know them: what may be typed about one, and how it does. */
import { z } from 'zod';
import { mistakes } from './mistakes.ts';

export const sourceId = z.string().min(1).max(64);
/** `https://user:password@host` would put a secret into the settings file, and into every error that names the address. */
export const holdsNoSecret = (url: string): boolean => !/^https?:\/\/[^/?#]*@/i.test(url);
/** Normalized, so that one address written in two ways is found to be the same. */
export const httpUrl = z
  .url({
    protocol: /^https?$/,
    normalize: true,
    error: mistakes.webAddress,
  })
  .max(2048, mistakes.longAddress)
  .refine(holdsNoSecret, mistakes.noPasswordInAddress);

/** What can't be sent in a header is refused here: the error of a failed request would quote it. */
export const tokenSchema = z
  .string()
  .trim()
  .min(1)
  .max(8192)
  .regex(/^[\x21-\x7e]*$/, mistakes.token);

const cookieSchema = z
  .string()
  .trim()
  .min(1)
  .max(16384)
  .regex(/^[\x20-\x7e]*$/, mistakes.cookie);

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
  .regex(/^(\/.*)?$/s, mistakes.pointer);
const pointers = z.array(pointer).max(5).default([]);

/** `open` and `error` are what an EventSource itself says. */
const eventName = z
  .string()
  .min(1)
  .max(100)
  .regex(/^(?!(?:open|error)$)/, mistakes.eventName);

/**
 * Where missed notices can be had: whole, or a path on the source’s own server (one that can’t lead to another). Another
 * server is asked without the credential.
 */
const listUrl = z.union(
  [
    httpUrl,
    z
      .string()
      .max(2048)
      .regex(/^\/(?![/\\])[\x21-\x7e]*$/),
  ],
  { error: mistakes.listAddress },
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
    error: mistakes.idForMissed,
  });
export type Mapping = z.infer<typeof mappingSchema>;

export const sourceDraftSchema = z.object({
  name: z.string().trim().min(1, mistakes.sourceName).max(80),
  url: httpUrl,
  dialect: dialectSchema,
  mapping: mappingSchema.nullable(),
  credential: credentialSchema,
});
export type SourceDraft = z.infer<typeof sourceDraftSchema>;

/**
 * Why a feed is not open, in words that go on after the source's name ("isn't answering"); `detail` is the
 * technical rest, for whoever asks. `since`: when it was last well; it stays the same over further tries.
 */
export type Trouble = { since: number; code: string; text: string; detail: string | null };

/** What was missed could not be had yet, though the stream is live: why, and when it is asked for again. */
export type Missing<Why = Trouble> = { until: number; why: Why };

/** What a source's feed is doing. Times are unix milliseconds. */
export type FeedState<Why = Trouble> =
  | { kind: 'off' }
  /** `why` is null on a first or routine connection; after a failure it is that failure. */
  | { kind: 'connecting'; since: number; why: Why | null }
  | { kind: 'open'; since: number; missing?: Missing<Why> }
  | { kind: 'waiting'; until: number; why: Why }
  | { kind: 'stopped'; until: number | null; why: Why };

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

/** Where secrets go on this machine: the keyring, nowhere past quit, or a private file. */
export type SecretStorage = 'keyring' | 'session' | 'file';

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
