/** A notice as a dialect read it, before it has a place in the history. */
export type Draft = {
  /** Identity within its source: the server's id, or a hash where there is none. */
  key: string;
  title: string | null;
  body: string;
  /** The body is Markdown. */
  markdown: boolean;
  topic: string | null;
  /** 1 (least) to 5 (urgent); 3 is ordinary. */
  priority: number;
  /** http or https only, as every address here. */
  link: string | null;
  icon: string | null;
  tags: string[];
  attachments: Attachment[];
  actions: Action[];
  /** Versions of one item share it: a newer one takes the place of the older. */
  sequence: string | null;
  /** The server's clock, unix milliseconds; null when it says nothing. */
  createdAt: number | null;
  /** As the server sent it, JSON; null where that is too long to keep (`RAW_CHARS`). */
  raw: string | null;
};

/** What a dialect that knows nothing of these leaves out. */
export const PLAIN = {
  ...{ markdown: false, icon: null, attachments: [], actions: [], sequence: null },
} satisfies Partial<Draft>;

export const RAW_CHARS = 64 * 1024;

export type Attachment = {
  name: string;
  url: string;
  /** Media type, as the server says. */
  type: string | null;
  bytes: number | null;
  /** Unix milliseconds. */
  expiresAt: number | null;
};

/** What the server offers to do with a notice. `clear`: it counts as read once that succeeded. */
export type Action = { label: string; clear: boolean } & (
  | { kind: 'view'; url: string }
  | { kind: 'copy'; text: string }
  | { kind: 'http'; url: string; method: string; headers: Record<string, string>; body: string | null }
);

/**
 * The server takes an item back (`delete`), or says it is dealt with (`clear`: read). `at`: when, by the server's clock; what
 * is newer stays. `key`: its identity, as a draft's. It takes effect once: asked for again, it would undo what the person or
 * the server did since, by clocks that count in seconds.
 */
export type Retraction = { key: string; sequence: string; kind: 'delete' | 'clear'; at: number | null };

export const URGENT = 5;

/**
 * How a notice came: in the import of a first connection, in a catch-up after a gap, or live.
 */
export type Arrival = 'first' | 'catch-up' | 'live';
