/** Times are unix milliseconds. */
export default /* sql */ `
CREATE TABLE notices (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  source     TEXT NOT NULL,
  title      TEXT,
  body       TEXT NOT NULL,
  topic      TEXT,
  priority   INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 5),
  link       TEXT,
  tags       TEXT NOT NULL,     -- JSON array of strings
  createdAt  INTEGER,           -- the server's clock; NULL when it says nothing
  receivedAt INTEGER NOT NULL,
  sortAt     INTEGER NOT NULL,  -- the earlier of the two: a server's clock can't pin a notice to the top
  readAt     INTEGER,
  arrival    TEXT NOT NULL CHECK (arrival IN ('first', 'catch-up', 'live'))
) STRICT;
CREATE INDEX notices_newest ON notices (sortAt, id);
CREATE INDEX notices_of_source ON notices (source, sortAt, id);
CREATE INDEX notices_unread ON notices (sortAt, id) WHERE readAt IS NULL;
CREATE INDEX notices_unread_of_source ON notices (source, sortAt, id) WHERE readAt IS NULL;

-- Apart from notices, so that deleting or pruning history never brings a notice back.
CREATE TABLE seen (
  source TEXT NOT NULL,
  key    TEXT NOT NULL,
  PRIMARY KEY (source, key)
) STRICT, WITHOUT ROWID;

-- What a feed must remember between two runs.
CREATE TABLE feeds (
  source      TEXT PRIMARY KEY,
  cursor      TEXT,
  greetedAt   INTEGER,          -- when the first connection was through with its history
  heartbeatMs INTEGER,          -- as the server announced it
  periodMs    INTEGER           -- how long the server lets a connection live, once learned
) STRICT, WITHOUT ROWID;

CREATE TABLE toasts (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  kind        TEXT NOT NULL CHECK (kind IN ('single', 'digest')),
  createdAt   INTEGER NOT NULL,
  attemptedAt INTEGER,          -- set before it is handed to the system: at most once
  answeredAt  INTEGER,
  failure     TEXT              -- NULL when shown
) STRICT;
CREATE INDEX toasts_pending ON toasts (id) WHERE attemptedAt IS NULL;

-- The key is the promise: one verdict, so at most one toast, for a notice and an occasion.
CREATE TABLE verdicts (
  notice   INTEGER NOT NULL REFERENCES notices (id) ON DELETE CASCADE,
  occasion TEXT NOT NULL,
  verdict  TEXT NOT NULL CHECK (verdict IN ('toast', 'quiet', 'digest', 'hold', 'none')),
  reason   TEXT NOT NULL,
  at       INTEGER NOT NULL,
  toast    INTEGER REFERENCES toasts (id),
  PRIMARY KEY (notice, occasion)
) STRICT, WITHOUT ROWID;
CREATE INDEX verdicts_of_toast ON verdicts (toast) WHERE toast IS NOT NULL;
CREATE INDEX verdicts_recent_toasts ON verdicts (at) WHERE verdict = 'toast';

CREATE TABLE journal (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL,
  source TEXT,
  kind   TEXT NOT NULL,
  text   TEXT NOT NULL,
  detail TEXT
) STRICT;
CREATE INDEX journal_of_source ON journal (source, id);
`;
