/** One event, or one line of it, may not be longer than this. */
export const MAX_EVENT_BYTES = 1024 * 1024;

const LF = 10;
const CR = 13;
const COLON = 58;
const RETRY = 114; // the letter r
const NAME = 101; // the letter e
const ID = 105; // the letter i
const BOM = 0xef; // its first byte
const NAME_LINE = /^event(:|$)/;
const ID_LINE = /^id(?:: ?(.*))?$/s;
const LINE_END = Uint8Array.of(LF);
const SMALL = 4096;

export type EventStreamWatch = {
  /** An event over the limit was dropped; `start` is how it began. */
  onOversized: (start: string) => void;
  /** The server's `retry:` field, milliseconds. */
  onRetry: (ms: number) => void;
  /** Leaves the events' names out: whoever listens hears those that it couldn't have named. */
  withoutNames?: boolean;
  /** The id that the stream goes on from. With it, each event comes with an id line to be read by `readId`. */
  resumed?: string;
};

const OWN = '+';
const INHERITED = '-';

/**
 * An event's id as `eventsource` gives it: it holds until another comes, and whether that was with this event is said by its
 * first sign. It can't be told from the ids alone: one may repeat, be taken back, or come without an event.
 */
export function readId(marked: string): { id: string; inherited: boolean } {
  return { id: marked.slice(1), inherited: !marked.startsWith(OWN) };
}

/**
 * Passes a stream of Server-Sent Events on in whole events, in their order, with line ends made LF and comments
 * left out, and drops any event over the limit: `eventsource` would hoard it and then close the stream for good,
 * and resuming would meet the same event again. Memory is bounded by the limit.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 * @returns takes the next bytes and gives the whole events among them (possibly none)
 */
export function boundedEvents(
  watch: EventStreamWatch,
  limit = MAX_EVENT_BYTES,
): (bytes: Uint8Array) => Uint8Array {
  const event = growingBuffer(limit);
  let lineStart = 0;
  let lineLength = 0; // apart from the buffer's length, which stands still while dropping
  let dropping = false;
  let afterCr = false;
  let isFirstLine = true;
  let lastId = watch.resumed;
  let ownId: string | null = null;

  const append = (bytes: Uint8Array) => {
    if (dropping || event.append(bytes)) return;
    dropping = true;
    watch.onOversized(event.text(0, 200));
  };

  /** At a line's end; true when it was the blank line that ends the event. */
  const endLine = (): boolean => {
    const blank = lineLength === 0;
    lineLength = 0;
    if (dropping) return blank;
    const first = event.at(lineStart);
    if (first === ID || (isFirstLine && first === BOM)) ownId = idIn(event.text(lineStart)) ?? ownId;
    isFirstLine = false;
    const isName =
      watch.withoutNames && first === NAME && NAME_LINE.test(event.text(lineStart, lineStart + 6));
    if (!blank && (first === COLON || isName)) {
      event.truncate(lineStart);
      return false;
    }
    if (!blank && first === RETRY && event.length - lineStart <= 32) readRetry(event.text(lineStart), watch);
    append(LINE_END);
    lineStart = event.length;
    return blank;
  };

  const endEvent = (): Uint8Array | null => {
    const whole = dropping ? null : withId(event.copy());
    event.truncate(0);
    lineStart = 0;
    dropping = false;
    ownId = null;
    return whole;
  };

  /** The last id line of an event counts. */
  const withId = (whole: Uint8Array): Uint8Array => {
    if (lastId === undefined || whole.length === 1) return whole; // a blank line alone is no event
    lastId = ownId ?? lastId;
    const line = `id: ${ownId === null ? INHERITED : OWN}${lastId}\n\n`;
    return Buffer.concat([whole.subarray(0, -1), Buffer.from(line)]);
  };

  return (bytes) => {
    const whole: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; ) {
      const secondHalf = afterCr && bytes[at] === LF;
      afterCr = false;
      if (secondHalf) {
        at++;
        continue;
      }
      const end = findLineEnd(bytes, at);
      lineLength += end - at;
      append(bytes.subarray(at, end));
      afterCr = bytes[end] === CR;
      if (end < bytes.length && endLine()) {
        const done = endEvent();
        if (done) whole.push(done);
      }
      at = end + 1;
    }
    return whole.length === 1 ? (whole[0] as Uint8Array) : new Uint8Array(Buffer.concat(whole));
  };
}

/** Where the line goes no further: its end, or that of the bytes. A loop of its own, for a bomb has gigabytes of them. */
function findLineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
  return at;
}

/** Null where it is none, or one that must be ignored. */
function idIn(line: string): string | null {
  const match = ID_LINE.exec(line);
  const id = match?.[1] ?? '';
  return match === null || id.includes('\0') ? null : id;
}

function readRetry(line: string, watch: EventStreamWatch): void {
  const match = /^retry: ?(\d+)$/.exec(line);
  if (match) watch.onRetry(Number(match[1]));
}

/** Bytes up to a limit; keeps little memory between the rare large events. */
function growingBuffer(limit: number) {
  let bytes = new Uint8Array(SMALL);
  let length = 0;
  return {
    get length() {
      return length;
    },
    /** False, with only as much kept as fits, when the limit is reached. */
    append(more: Uint8Array): boolean {
      const fits = more.subarray(0, limit - length);
      const needed = length + fits.length;
      if (needed > bytes.length) {
        const larger = new Uint8Array(Math.min(limit, Math.max(needed, bytes.length * 2)));
        larger.set(bytes);
        bytes = larger;
      }
      bytes.set(fits, length);
      length = needed;
      return fits.length === more.length;
    },
    at: (index: number) => bytes[index],
    text: (start: number, end = length) =>
      new TextDecoder().decode(bytes.subarray(start, Math.min(end, length))),
    copy: () => bytes.slice(0, length),
    truncate(to: number) {
      length = to;
      if (to === 0 && bytes.length > 16 * SMALL) bytes = new Uint8Array(SMALL);
    },
  };
}
