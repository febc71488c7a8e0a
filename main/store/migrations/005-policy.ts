/** What rules did, and what quiet hours hold back. */
export default /* sql */ `
ALTER TABLE verdicts ADD COLUMN rules TEXT;          -- JSON: those that took part, as they were called then
ALTER TABLE verdicts ADD COLUMN releasedAt INTEGER;  -- when what quiet hours held back was told, or had become old news
CREATE INDEX verdicts_held ON verdicts (notice) WHERE reason = 'quiet-hours' AND releasedAt IS NULL;

CREATE TABLE rule_counts (
  rule    TEXT PRIMARY KEY,
  matched INTEGER NOT NULL,
  lastAt  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
