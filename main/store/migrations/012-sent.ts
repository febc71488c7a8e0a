/** A rule that is tried on the history must see what it would have seen. */
export default /* sql */ `
ALTER TABLE notices ADD COLUMN sentPriority INTEGER; -- where a rule made it another one: the server's own
`;
