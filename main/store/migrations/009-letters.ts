/**
 * `spread` writes letters such as ß plainly as well. The triggers call it as it is now, so what is stored is indexed anew, in
 * portions: taking out of an index what isn’t in it so would damage it.
 */
export default /* sql */ `
INSERT INTO search (search) VALUES ('delete-all');
UPDATE search_progress SET indexedFrom = (SELECT coalesce(max(id), 0) + 1 FROM notices);
`;
