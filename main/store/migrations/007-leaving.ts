/** Sources that were removed with their history, as long as some of it is left: a long one takes a while, over a restart. */
export default /* sql */ `
CREATE TABLE leaving (source TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`;
