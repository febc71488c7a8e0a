/** A notice as a dialect read it, before it has a place in the history. */
export type Draft = {
  /** Identity within its source: the server's id, or a hash where there is none. */
  key: string;
  title: string | null;
  body: string;
  topic: string | null;
  /** 1 (least) to 5 (urgent); 3 is ordinary. */
  priority: number;
  /** http or https only. */
  link: string | null;
  tags: string[];
  /** The server's clock, unix milliseconds; null when it says nothing. */
  createdAt: number | null;
};

export const URGENT = 5;

/**
 * How a notice came: in the import of a first connection, in a catch-up after a gap, or live.
 */
export type Arrival = 'first' | 'catch-up' | 'live';
