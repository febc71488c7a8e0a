/** What is being saved outside of the data folder: only by this list is it known after a crash what is Bellhop's to remove. */
export default /* sql */ `
CREATE TABLE parts (path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`;
