import { EventSource } from 'eventsource';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundedEvents, MAX_EVENT_BYTES, readId } from './event-stream.ts';

const unwatched = { onOversized: () => {}, onRetry: () => {} };
const NAMES = ['message', 'note', 'caught-up'];
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** What `eventsource` makes of a stream that comes in these chunks. */
function eventsOf(chunks: Uint8Array[]): Promise<string[]> {
  const read: string[] = [];
  const body = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) if (chunk.length > 0) controller.enqueue(chunk);
      controller.close();
    },
  });
  const headers = { 'Content-Type': 'text/event-stream' };
  return new Promise((resolve) => {
    const source = new EventSource('http://test/', { fetch: async () => new Response(body, { headers }) });
    for (const name of NAMES) {
      source.addEventListener(name, (event) => {
        read.push(JSON.stringify([event.type, event.data, event.lastEventId]));
      });
    }
    source.addEventListener('error', () => {
      source.close();
      resolve(read);
    });
  });
}

function chop(bytes: Uint8Array, cuts: number[]): Uint8Array[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((start, i) => bytes.slice(start, places[i]));
}

const word = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constant('zwölf Boxkämpfer 🥊 検'));
const line = fc.oneof(
  fc.constant(''),
  word.map((text) => `data: ${text}`),
  word.map((text) => `data:${text}`),
  fc.constantFrom(
    'data',
    'id',
    'event: note',
    'event:caught-up',
    'id: 7',
    'id:x y',
    'retry: 12',
    'retry: no',
  ),
  word.map((text) => `: ${text}`),
  fc.constantFrom(':', 'nonsense', 'nonsense: 1', ' data: indented'),
);
const ended = fc.tuple(line, fc.constantFrom('\n', '\r', '\r\n')).map((parts) => parts.join(''));
const stream = fc
  .tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.array(ended, { maxLength: 40 }),
    fc.constantFrom('', 'data: cut off'),
  )
  .map(([bom, lines, rest]) => encode(bom + lines.join('') + rest));

test('any split of a stream gives the events that eventsource reads from the whole', async () => {
  await fc.assert(
    fc.asyncProperty(stream, fc.array(fc.nat(2000), { maxLength: 60 }), async (bytes, cuts) => {
      const split = boundedEvents(unwatched);
      expect(await eventsOf(chop(bytes, cuts).map(split))).toEqual(await eventsOf([bytes]));
    }),
    { numRuns: 300 },
  );
});

test('byte by byte: CR, LF and CRLF end lines, an event is passed on with its blank line, comments are not', () => {
  const split = boundedEvents(unwatched);
  const text = ': hi\r\ndata: å\rdata: b\r\n\r\n:\n\nid: 1\ndata: c\n\n';
  const whole = [...encode(text)].map((byte) => decode(split(Uint8Array.of(byte)))).filter(Boolean);
  expect(whole).toEqual(['data: å\ndata: b\n\n', '\n', 'id: 1\ndata: c\n\n']);
});

test('events over the limit are dropped and told, each once; all others are kept in order', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 12 });
  fc.assert(
    fc.property(sizes, fc.array(fc.nat(2000), { maxLength: 30 }), (lengths, cuts) => {
      const events = lengths.map((length, i) => `data: ${i} ${'x'.repeat(length)}\n\n`);
      const dropped: string[] = [];
      const split = boundedEvents({ ...unwatched, onOversized: (start) => dropped.push(start) }, 64);
      const kept = chop(encode(events.join('')), cuts).map((chunk) => decode(split(chunk)));
      expect(kept.join('')).toBe(events.filter((event) => event.length <= 64).join(''));
      const large = events.filter((event) => event.length > 64);
      expect(dropped).toEqual(large.map((event) => event.slice(0, 64)));
    }),
    { numRuns: 200 },
  );
});

test('an event of many small lines is bounded too, and so is a comment without an end', () => {
  const dropped: string[] = [];
  const split = boundedEvents({ ...unwatched, onOversized: (start) => dropped.push(start) }, 64);
  const text = `${'data: x\n'.repeat(20)}\n:${'y'.repeat(100)}\n\ndata: z\n\n`;
  expect(decode(split(encode(text)))).toBe('data: z\n\n');
  expect(dropped.map((start) => start.slice(0, 2))).toEqual(['da', ':y']);
});

test('an endless line costs no more memory than the limit', () => {
  const split = boundedEvents(unwatched);
  const chunk = new Uint8Array(64 * 1024).fill(120);
  const before = process.memoryUsage().arrayBuffers;
  for (let bytes = 0; bytes < 24 * MAX_EVENT_BYTES; bytes += chunk.length) split(chunk);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(6 * MAX_EVENT_BYTES);
  expect(decode(split(encode('\n\ndata: on\n\n')))).toBe('data: on\n\n');
});

test.each([
  ['retry: 1500\n\n', [1500]],
  ['retry:20\rretry: 30\r\n\n', [20, 30]],
  ['retry: soon\nretry: -1\nretry: 1.5\nretry\nretry:  5\nretrying: 5\ndata: retry: 5\n\n', []],
])('retry is read from %j', (text, expected) => {
  const read: number[] = [];
  const split = boundedEvents({ ...unwatched, onRetry: (ms) => read.push(ms) });
  for (const byte of encode(text)) split(Uint8Array.of(byte));
  expect(read).toEqual(expected);
});

test('where names are of no use they are left out, and nothing else that looks like one', () => {
  const split = boundedEvents({ ...unwatched, withoutNames: true });
  const stream = 'event: note\nid: 1\ndata: a\n\nevent\neventual: x\ndata: event: b\nevent:\n\n';
  expect(decode(split(encode(stream)))).toBe('id: 1\ndata: a\n\neventual: x\ndata: event: b\n\n');
});

test('each event says whether its id is its own: repeated, taken back, or come without an event', () => {
  const split = boundedEvents({ ...unwatched, resumed: '1' });
  const wire = [
    ...[
      '\uFEFFid: 0\ndata',
      'data: a',
      'id:1\ndata: b',
      'data: c\nid: 1',
      'id: x y',
      'data: d',
      'id',
      'data: e',
    ],
    ...['id:\ndata: f', 'id: 7\nid: a\0b\ndata: g', 'idx: 8\ndata: h', ':\n'],
  ];
  const text = Buffer.from(split(Buffer.from(`${wire.join('\n\n')}\n\n`))).toString();
  const ids = text.split('\n\n').flatMap(
    (event) =>
      event
        .split('\n')
        .at(-1)
        ?.match(/^id: (.*)$/)?.[1] ?? [],
  );
  const told = ['+0', '-0', '+1', '+1', '+x y', '-x y', '+', '-', '+', '+7', '-7'];
  expect(ids).toEqual(told);
  expect(told.slice(0, 2).map(readId)).toEqual([
    { id: '0', inherited: false },
    { id: '0', inherited: true },
  ]);
});

test('until an event has an id, that of the connection before holds', () => {
  const split = boundedEvents({ ...unwatched, resumed: '5' });
  expect(Buffer.from(split(Buffer.from('data: a\n\n'))).toString()).toBe('data: a\nid: -5\n\n');
});
