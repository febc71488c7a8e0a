import type { Draft, Retraction } from '../notice.ts';
import type { Message } from '../words/message.ts';

/**
 * How one kind of server speaks: what to request, and how to read what it sends. Pure: no I/O, and the clock is an
 * argument. docs/dialects.md shows how to write one.
 */
export type Dialect = {
  /** What its positions are counted for: an address with the same goes on from where the other was. Absent: that address alone. */
  countedFor?: string;
  /** `event:` names to listen to beside the unnamed ones; `any`: whatever they are called, all come unnamed. */
  eventNames: readonly string[] | 'any';
  /** The live stream, from the position on where the server can resume by itself. `now` in unix milliseconds. */
  stream(position: Position, now: number): WireRequest;
  /** What the answer's headers tell about the server. */
  hello(headers: Headers, position: Position): Hello;
  read(event: StreamEvent, now: number): Reading;
  /** Where the stream doesn't bring what was missed: how to ask for it. Run once the stream is open. */
  catchUp?: CatchUp;
  /** How a notice is published there, for "send a test". */
  publish?(test: { title: string; body: string }): WireRequest & { method: 'POST' | 'PUT'; body: string };
};

export type CatchUp = {
  request(position: Position, now: number): WireRequest;
  /** Reads one page of the answer. Without it the answer is an event stream that ends, read by `read`. */
  readPage?(body: string, asked: WireRequest, now: number): Reading & { next: WireRequest | null };
};

/** A GET unless something else is said. The feed adds the credential. */
export type WireRequest = { url: string; headers: Record<string, string> };

export type Headers = { get(name: string): string | null };

/** What is committed; `greetedAt` (unix milliseconds) is null until the first connection is through with history. */
export type Position = { cursor: string | null; greetedAt: number | null };

export type Hello = {
  /** What was missed since the position comes, by this stream or by the catch-up. */
  resumable: boolean;
  /** How often it gives a sign of life, where that is known. */
  heartbeatMs: number | null;
  /** From when on notices are news: at once, when the server says so (`caughtUp`), or when the stream falls quiet. */
  live: 'at-once' | 'when-told' | 'when-quiet';
  /** The server gives to understand that it has lost what was asked for: why, in words. */
  loss: Message | null;
  /** A newcomer may at once be sent what the server has kept: what was made before is history. Absent: all of it is news. */
  sendsKept?: boolean;
  /** How long the server may sit on a notice before it sends it: when the connection ends, those are gone. Absent: 0. */
  lagMs?: number;
};

export type StreamEvent = {
  name: string;
  data: string;
  id: string;
  /** The id is an earlier event's, since this one has none. */
  inherited?: boolean;
  /** How many equal ones without an id came before it on its connection, within the same `TWIN_MS`. */
  nth?: number;
};

/** Two connections that overlap bring an event within this time of each other. */
export const TWIN_MS = 10_000;

export type Reading = {
  drafts: Draft[];
  /** Take effect after the drafts. */
  retractions: Retraction[];
  /** Where to resume once this is committed; null leaves the cursor where it is. */
  cursor: string | null;
  /** The server is through with what was missed: from here on it is live. */
  caughtUp: boolean;
  /** What could not be read, each in words with a short excerpt. The stream goes on. */
  unreadable: { says: Message; excerpt: string }[];
  /** How long the server keeps what it sent, where that can be told: what is older than that can't be asked for. */
  keptForMs: number | null;
};

export const EMPTY: Reading = {
  ...{ drafts: [], retractions: [], cursor: null, caughtUp: false, unreadable: [], keptForMs: null },
};

export function unreadable(says: Message, data: string): Reading {
  return { ...EMPTY, unreadable: [{ says, excerpt: excerpt(data) }] };
}

/** The first connection to a source imports at most this much of its history. */
export const FIRST_IMPORT_MS = 24 * 60 * 60_000;

/** Long enough to recognise an event in the journal, short enough to keep it readable. */
export const excerpt = (text: string): string => text.slice(0, 200);
