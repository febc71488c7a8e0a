import { type Random, seeded } from './random.ts';
import { BROKEN, type Expected, type Tongue, type WireEvent } from './tongues.ts';

/** A piece of a stream that ends with a blank line, and what must come of it. */
export type Block = {
  bytes: Buffer;
  /** The id it sets; undefined: none. */
  id: string | undefined;
  expected: Expected;
  oversized: boolean;
  /** Its valid `retry:` fields, milliseconds. */
  retries: number[];
};

/** @property limit of an event's size, bytes */
type Context = { tongue: Tongue; serial: number; limit: number };

type MakeBlock = (random: Random, context: Context) => Block;

const notices: MakeBlock = (random, context) => {
  const event = context.tongue.notices(random, context.serial);
  const id = random.chance(0.8) ? String(context.serial) : undefined;
  return decorated(random, fieldsOf(random, event, id), { id, expected: event.expected });
};

const quiet: MakeBlock = (random, { tongue }) => {
  const event = tongue.quiet(random);
  return decorated(random, fieldsOf(random, event), { expected: event.expected });
};

const bad: MakeBlock = (random, { tongue }) => {
  const event = tongue.bad(random);
  return decorated(random, fieldsOf(random, event), { expected: event.expected });
};

/** An event that nobody listens to, or whose name is another by a hair. */
const unheard: MakeBlock = (random, { tongue, serial }) => {
  const name = random.pick(['error', 'message ', 'Message', 'caught-up\0', BROKEN]);
  return decorated(random, fieldsOf(random, { ...tongue.notices(random, serial), name }));
};

const blankLines: MakeBlock = (random) => block(random, Array(random.below(4)).fill(''));
const rubbish: MakeBlock = (random) => decorated(random, [random.pick(HARMLESS), random.pick(HARMLESS)]);
const onlyId: MakeBlock = (random) => {
  const id = random.pick(['', 'x y', 'ü', '0x7']);
  return decorated(random, [`id:${random.pick([' ', ''])}${id}`, 'event: note'], { id });
};

/** As large as it may be. */
const brimful: MakeBlock = (random, context) => {
  const event = context.tongue.notices(random, context.serial);
  return block(random, filled(fieldsOf(random, event), context.limit), { expected: event.expected });
};

const overByOne: MakeBlock = (random, { tongue, serial, limit }) => {
  const fields = fieldsOf(random, tongue.notices(random, serial), 'never');
  return block(random, filled(fields, limit + 1), { oversized: true });
};

const tooLarge: MakeBlock = (random, { tongue, serial, limit }) => {
  const fields = fieldsOf(random, tongue.notices(random, serial), 'never');
  const size = limit + 1 + random.below(100);
  const large = random.pick([
    [`:${'x'.repeat(size)}`],
    [`data: [{"content":"${'x'.repeat(size)}"}]`],
    Array(Math.ceil(size / 8)).fill('data: 1'),
  ]);
  return block(random, [...large, ...fields], { oversized: true });
};

const deeplyNested: MakeBlock = (random, { limit }) => {
  const depth = Math.floor(limit / 2) - 10;
  const data = random.chance(0.5) ? '['.repeat(depth) + ']'.repeat(depth) : '['.repeat(2 * depth);
  return block(random, [`data: ${data}`], { expected: { bodies: [], unreadable: 1 } });
};

/** From the plainest to the oddest: a failing stream shrinks towards the plain ones. */
const small = [notices, notices, notices, notices, blankLines, quiet, bad, rubbish, unheard, onlyId];
const large = [brimful, overByOne, tooLarge, deeplyNested];

/**
 * @param number says which kind of block, and is the seed of all else about it
 * @param withLarge those too that are as large as the limit, or larger
 */
export function makeBlock(number: number, context: Context, withLarge: boolean): Block {
  const kinds = withLarge ? [...small, ...large] : small;
  const make = kinds[number % kinds.length] as MakeBlock;
  return make(seeded(number), context);
}

/** Lines that change nothing wherever they stand. */
const HARMLESS = [
  ...[':', ': keepalive', ':data: never', 'nonsense', 'nonsense: 1', ' data: never', 'Data: never'],
  ...['data : never', 'dataa: never', '\uFEFFdatum: never', 'id: a\0b', 'retry: soon', 'retry: -1', 'retry'],
  ...[`: ${BROKEN}`, `${BROKEN}: never`, '\0', '\0data: never', 'i', 'eventx: open', ': 🥊'],
];

function fieldsOf(random: Random, { name, data }: WireEvent, id?: string): string[] {
  const space = random.pick([' ', ' ', '']);
  const first = [
    ...(id === undefined ? [] : [`id:${space}${id}`]),
    ...(name === null ? [] : [`event:${space}${name}`]),
    ...(name === null && random.chance(0.1) ? ['event: x', 'event'] : []),
  ];
  const lines = data.split('\n').map((line) => `data:${space || (line.startsWith(' ') ? ' ' : '')}${line}`);
  return random.chance(0.9) ? [...first, ...lines] : [...lines, ...first];
}

/** With harmless lines and `retry:` in between. */
function decorated(random: Random, fields: string[], part: Partial<Block> = {}): Block {
  const lines = [...fields];
  const retries: number[] = [];
  while (random.chance(0.3)) lines.splice(random.below(lines.length + 1), 0, random.pick(HARMLESS));
  if (random.chance(0.1)) {
    retries.push(random.below(100_000));
    lines.splice(random.below(lines.length + 1), 0, `retry:${random.pick([' ', ''])}${retries[0]}`);
  }
  return block(random, lines, { ...part, retries });
}

/** With a field nobody knows, so that the event has this size, line ends counted as one byte each. */
function filled(lines: string[], size: number): string[] {
  const length = [...lines, 'pad:', ''].reduce((sum, line) => sum + toBytes(line).length + 1, 0);
  return [...lines, `pad:${'x'.repeat(size - length)}`];
}

function block(random: Random, lines: string[], part: Partial<Block> = {}): Block {
  const style = random.pick(['\n', '\n', '\r\n', '\r', null]);
  let last = '';
  const ended = [...lines, ''].map((line) => {
    const end = style ?? random.pick(['\n', '\r\n', '\r']);
    // CR LF is one end: after a CR, an empty line can't end with LF alone.
    last = line === '' && last === '\r' && end === '\n' ? '\r' : end;
    return line + last;
  });
  const nothing = { id: undefined, expected: null, oversized: false, retries: [] };
  return { ...nothing, ...part, bytes: toBytes(ended.join('')) };
}

function toBytes(text: string): Buffer {
  const parts = text.split(BROKEN).map((part) => Buffer.from(part));
  if (parts.length === 1) return parts[0] as Buffer;
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [Buffer.of(0xc3), part])));
}
