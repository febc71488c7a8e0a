/**
 * Random numbers in [0, 1) that are the same for the same seed, so that a run can be repeated.
 * https://github.com/bryc/code/blob/master/jshash/PRNGs.md (mulberry32)
 */
export function seededRandom(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
