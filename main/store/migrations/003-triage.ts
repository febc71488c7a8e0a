/** Places in the inbox, snoozing, equal notices that count as one, and counts that need no counting. */
export default /* sql */ `
ALTER TABLE notices ADD COLUMN place TEXT NOT NULL DEFAULT 'inbox'
  CHECK (place IN ('inbox', 'snoozed', 'archived', 'deleted')); -- 'deleted' can still be undone
ALTER TABLE notices ADD COLUMN heldUntil INTEGER;               -- when it comes back from 'snoozed'
ALTER TABLE notices ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0;
ALTER TABLE notices ADD COLUMN sound TEXT;
ALTER TABLE seen ADD COLUMN at INTEGER;                         -- when the server last sent it; NULL: before this was kept

DROP INDEX notices_newest;
DROP INDEX notices_of_source;
DROP INDEX notices_unread;
DROP INDEX notices_unread_of_source;
-- One for every way to walk a list. What stands behind the id is only looked at, so that what doesn't fit costs no row.
CREATE INDEX notices_placed ON notices (place, sortAt, id, priority);
CREATE INDEX notices_of_source ON notices (place, source, sortAt, id, priority);
CREATE INDEX notices_of_topic ON notices (place, topic, sortAt, id, priority, source) WHERE topic IS NOT NULL;
CREATE INDEX notices_important ON notices (place, sortAt, id) WHERE priority >= 4;
CREATE INDEX notices_unread ON notices (sortAt, id, priority) WHERE place = 'inbox' AND readAt IS NULL;
CREATE INDEX notices_unread_of_source ON notices (source, sortAt, id, priority)
  WHERE place = 'inbox' AND readAt IS NULL;
CREATE INDEX notices_snoozed ON notices (heldUntil, id) WHERE place = 'snoozed';

-- Asked ten times a second while notices come: with a million unread, counting them would block. Whoever inserts notices
-- counts them, all of a transaction at once; what becomes of them is followed by triggers.
CREATE TABLE counts (
  source   TEXT PRIMARY KEY,
  total    INTEGER NOT NULL,
  unread   INTEGER NOT NULL,    -- in the inbox
  snoozed  INTEGER NOT NULL,
  newestAt INTEGER NOT NULL     -- when the last one came
) STRICT, WITHOUT ROWID;
INSERT INTO counts
  SELECT source, count(*), count(*) FILTER (WHERE readAt IS NULL), 0, max(sortAt) FROM notices GROUP BY source;
CREATE TRIGGER counts_change AFTER UPDATE OF place, readAt ON notices BEGIN
  UPDATE counts SET
    unread = unread + (NEW.place = 'inbox' AND NEW.readAt IS NULL) - (OLD.place = 'inbox' AND OLD.readAt IS NULL),
    snoozed = snoozed + (NEW.place = 'snoozed') - (OLD.place = 'snoozed')
  WHERE source = NEW.source;
END;
CREATE TRIGGER counts_go AFTER DELETE ON notices BEGIN
  UPDATE counts SET total = total - 1,
    unread = unread - (OLD.place = 'inbox' AND OLD.readAt IS NULL), snoozed = snoozed - (OLD.place = 'snoozed')
  WHERE source = OLD.source;
END;
`;
