/** What the server keeps. SQLite is the embedded default (sqlite.ts); anything that answers these can take its place. */

/** One notification as it stands on the wire. The first three names follow the original endpoint. */
export interface Row {
  id: number;
  content: string;
  notificationTypeId: number | string;
  /** ISO 8601 in UTC with milliseconds, by the server's clock. */
  createdAt: string;
  title?: string;
  /** 1 (lowest) to 5 (urgent); absent means ordinary. */
  priority?: number;
  link?: string;
  tags?: string[];
}

export type NewRow = Omit<Row, 'id' | 'createdAt'>;

/** Which of a user's rows to read: ids in (after, upTo], ascending, at most `limit`. */
export interface Span {
  after: number;
  upTo?: number;
  limit: number;
}

export interface TokenOwner {
  userId: string;
  /** May publish to other users too (a service account), not only to its own user. */
  publishAny: boolean;
}

export interface Token extends TokenOwner {
  /** SHA-256 of the token in hex; the token itself is never stored. */
  hash: string;
  label?: string;
  createdAt: string;
}

/** Calls are synchronous: a stream reads and starts to wait in one step, so no row can slip in between. */
export interface Store {
  /** Commits the row; when this returns it is on disk. */
  addRow(toUserId: string, row: NewRow): Row;
  /** Lazy, so that a reader can stop at its own size limit. Finish or leave the loop before the next call. */
  rows(userId: string, span: Span): Iterable<Row>;
  /** The original endpoint's query: rows with createdAt >= `since`, newest first. */
  rowsCreatedSince(userId: string, since: string): Row[];
  /** The user's highest id, 0 when there are no rows. */
  newestId(userId: string): number;
  addToken(token: Omit<Token, 'createdAt'>): void;
  ownerOfToken(hash: string): TokenOwner | undefined;
  hasUser(userId: string): boolean;
  tokens(): Token[];
  /** Removes the user's tokens, or the one whose hash begins with the id that `token list` shows. Returns how many. */
  revokeTokens(idOrUser: string): number;
  close(): void;
}
