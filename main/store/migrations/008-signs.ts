/**
 * The index takes each sign of a script without blanks for a word (`spread`, search/spread.ts, which database.ts gives to
 * SQLite). What is stored is indexed anew, in portions.
 */
export default /* sql */ `
DROP TRIGGER search_come;
DROP TRIGGER search_go;
DROP TRIGGER search_change;
INSERT INTO search (search) VALUES ('delete-all');
UPDATE search_progress SET indexedFrom = (SELECT coalesce(max(id), 0) + 1 FROM notices);

CREATE TRIGGER search_come AFTER INSERT ON notices BEGIN
  INSERT INTO search (rowid, title, body, topic, tags)
    VALUES (NEW.id, spread(NEW.title), spread(NEW.body), spread(NEW.topic), spread(NEW.tags));
END;
-- Taking out what is not in it would damage the index.
CREATE TRIGGER search_go AFTER DELETE ON notices WHEN OLD.id >= (SELECT indexedFrom FROM search_progress) BEGIN
  INSERT INTO search (search, rowid, title, body, topic, tags)
    VALUES ('delete', OLD.id, spread(OLD.title), spread(OLD.body), spread(OLD.topic), spread(OLD.tags));
END;
CREATE TRIGGER search_change AFTER UPDATE OF title, body, topic, tags ON notices
WHEN OLD.id >= (SELECT indexedFrom FROM search_progress)
  AND (OLD.title, OLD.body, OLD.topic, OLD.tags) IS NOT (NEW.title, NEW.body, NEW.topic, NEW.tags) BEGIN
  INSERT INTO search (search, rowid, title, body, topic, tags)
    VALUES ('delete', OLD.id, spread(OLD.title), spread(OLD.body), spread(OLD.topic), spread(OLD.tags));
  INSERT INTO search (rowid, title, body, topic, tags)
    VALUES (NEW.id, spread(NEW.title), spread(NEW.body), spread(NEW.topic), spread(NEW.tags));
END;
`;
