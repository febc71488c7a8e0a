import { type Block, makeBlock } from './blocks.ts';
import { type Random, seeded } from './random.ts';
import { type Tongue, tongues } from './tongues.ts';

export type Stream = { tongue: Tongue; limit: number; blocks: Block[]; bytes: Buffer; chunks: Buffer[] };

const NONE = Buffer.alloc(0);

/**
 * A stream out of a few numbers.
 * @param numbers one for each block
 * @param how for the dialect, how the stream begins and ends, and where it is cut into chunks: the least are the plainest
 */
export function makeStream(numbers: number[], how: number): Stream {
  const random = seeded(how);
  const tongue = tongues[how % tongues.length] as Tongue;
  const limit = how % 1_000 === 999 ? 32_768 : 1_024;
  const plain = how < tongues.length;
  const blocks = numbers.map((number, index) =>
    makeBlock(number, { tongue, serial: index + 1, limit }, true),
  );
  const last = makeBlock(0, { tongue, serial: numbers.length + 1, limit }, false);
  const bytes = Buffer.concat([
    !plain && random.chance(0.1) ? bomFor(blocks[0], limit) : NONE,
    ...blocks.map((block) => block.bytes),
    !plain && random.chance(0.2) ? truncated(random, last.bytes) : NONE,
  ]);
  const chunks = plain ? [bytes] : chop(random, bytes, random.pick([4, 30, 30, 200, 200, 1_000]));
  return { tongue, limit, blocks, bytes, chunks };
}

/** The splitter leaves it to the parser: there it counts as a part of the first line, for its size too. */
function bomFor(first: Block | undefined, limit: number): Buffer {
  const bom = Buffer.from('\uFEFF');
  const fits = first?.expected && first.retries.length === 0 && first.bytes.length + bom.length <= limit;
  return fits ? bom : NONE;
}

/** Without a part of the blank line at least, so that it is no event yet. */
function truncated(random: Random, block: Buffer): Buffer {
  return block.subarray(0, random.below(block.length - 1));
}

/** @param size of a chunk, on average */
export function chop(random: Random, bytes: Buffer, size: number): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + random.below(2 * size) + 1;
    chunks.push(bytes.subarray(at, end));
    at = end;
  }
  return chunks;
}
