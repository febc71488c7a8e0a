/** What more kinds of server tell of a notice, and gaps that no server can fill. */
export default /* sql */ `
ALTER TABLE notices ADD COLUMN markdown INTEGER NOT NULL DEFAULT 0;
ALTER TABLE notices ADD COLUMN icon TEXT;
ALTER TABLE notices ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]'; -- JSON arrays
ALTER TABLE notices ADD COLUMN actions TEXT NOT NULL DEFAULT '[]';
ALTER TABLE notices ADD COLUMN sequence TEXT;                          -- versions of one item share it
ALTER TABLE notices ADD COLUMN raw TEXT;                               -- as the server sent it
CREATE INDEX notices_of_sequence ON notices (source, sequence) WHERE sequence IS NOT NULL;

ALTER TABLE feeds ADD COLUMN aliveAt INTEGER;                          -- the last sign of life
ALTER TABLE feeds ADD COLUMN keptForMs INTEGER;                        -- how long the server keeps what it sent

ALTER TABLE journal ADD COLUMN fromAt INTEGER;                         -- the span of a gap
ALTER TABLE journal ADD COLUMN toAt INTEGER;
CREATE INDEX journal_gaps ON journal (toAt) WHERE kind = 'gap';
`;
