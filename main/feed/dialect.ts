import type { Draft } from '../notice.ts';

/** How one kind of server speaks: what to request, and how to read an event. Pure: no clocks, no I/O. */
export type Dialect = {
  /** `event:` names to listen to beside the unnamed ones. */
  eventNames: readonly string[];
  /** What to ask for. `now` in unix milliseconds. */
  request(url: string, position: Position, now: number): { url: string; headers: Record<string, string> };
  /** What the response's headers tell about the server. */
  hello(headers: { get(name: string): string | null }): Hello;
  read(event: StreamEvent): Reading;
};

export type Position = { cursor: string | null; greeted: boolean };

export type Hello = {
  /** The server sends what was missed, from the cursor on, and says when it is through (`caughtUp`). */
  resumable: boolean;
  /** How often it gives a sign of life, where it says so. */
  heartbeatMs: number | null;
};

export type StreamEvent = { name: string; data: string; id: string };

export type Reading = {
  drafts: Draft[];
  /** Where to resume once the drafts are committed; null leaves the cursor where it is. */
  cursor: string | null;
  /** The server is through with what was missed: from here on it is live. */
  caughtUp: boolean;
  /** What could not be read, each in words with a short excerpt. The stream goes on. */
  unreadable: { text: string; excerpt: string }[];
};

/** The first connection to a source imports at most this much of its history. */
export const FIRST_IMPORT_MS = 24 * 60 * 60_000;

/** Long enough to recognise an event in the journal, short enough to keep it readable. */
export const excerpt = (text: string): string => text.slice(0, 200);
