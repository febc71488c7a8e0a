/** Made-up notices that look like a server room’s: few frequent words, many rare ones, names, numbers and hashes. */

const SUBJECTS = 'backup build deploy certificate disk login payment queue job sensor update invoice'.split(
  ' ',
);
const EVENTS = 'failed finished started recovered expired stalled passed arrived'.split(' ');
const PLACES = 'production staging office cellar garden warehouse cluster gateway'.split(' ');

/** The same numbers in every run: https://en.wikipedia.org/wiki/Xorshift */
export function createDice(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const SYLLABLES = 'ka lo mi ter ban que sol ri fen tu gar pel nos dri vel'.split(' ');
/** A word of its own for every number, the lower the shorter. */
export function word(n: number): string {
  let text = '';
  for (let rest = n + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    text += SYLLABLES[rest % SYLLABLES.length];
  }
  return text;
}

export type Made = {
  source: string;
  title: string;
  body: string;
  topic: string;
  priority: number;
  tags: string;
};

const VOCABULARY = 20_000;

/** One notice; frequent words come as they do in language (Zipf). */
export function makeNotice(dice: () => number): Made {
  const pick = <T>(list: readonly T[]) => list[Math.floor(dice() ** 2 * list.length)] as T;
  const [subject, event, place] = [pick(SUBJECTS), pick(EVENTS), pick(PLACES)];
  const zipf = () => word(Math.floor(VOCABULARY ** dice()));
  const words = Array.from({ length: 6 + Math.floor(dice() * 18) }, zipf).join(' ');
  const hash = Math.floor(dice() * 2 ** 32).toString(16);
  return {
    source: `source-${Math.floor(dice() ** 2 * 8)}`,
    title: `${subject} ${event} on ${place}-${Math.floor(dice() * 40)}`,
    body: `${words}. Run #${Math.floor(dice() * 1e6)} of ${zipf()} (${hash}) took ${Math.floor(dice() * 900)} s.`,
    topic: `${subject}/${place}`,
    priority: 1 + Math.floor(dice() * 5),
    tags: JSON.stringify([event, zipf()]),
  };
}
