/** One event, or one line of it, may not be longer than this. */
export const MAX_EVENT_BYTES = 1024 * 1024;

const LF = 10;
const CR = 13;
const COLON = 58;
const RETRY = 114; // the letter r
const SMALL = 4096;

export type EventStreamWatch = {
  /** An event over the limit was dropped; `start` is how it began. */
  onOversized: (start: string) => void;
  /** The server's `retry:` field, milliseconds. */
  onRetry: (ms: number) => void;
};

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

  const append = (byte: number) => {
    if (dropping || event.append(byte)) return;
    dropping = true;
    watch.onOversized(event.text(0, 200));
  };

  /** At a line's end; true when it was the blank line that ends the event. */
  const endLine = (): boolean => {
    const blank = lineLength === 0;
    lineLength = 0;
    if (dropping) return blank;
    const first = event.at(lineStart);
    if (!blank && first === COLON) {
      event.truncate(lineStart);
      return false;
    }
    if (!blank && first === RETRY && event.length - lineStart <= 32) readRetry(event.text(lineStart), watch);
    append(LF);
    lineStart = event.length;
    return blank;
  };

  const endEvent = (): Uint8Array | null => {
    const whole = dropping ? null : event.copy();
    event.truncate(0);
    lineStart = 0;
    dropping = false;
    return whole;
  };

  return (bytes) => {
    const whole: Uint8Array[] = [];
    for (const byte of bytes) {
      const secondHalf = byte === LF && afterCr;
      afterCr = byte === CR;
      if (secondHalf) continue;
      if (byte !== LF && byte !== CR) {
        lineLength++;
        append(byte);
      } else if (endLine()) {
        const done = endEvent();
        if (done) whole.push(done);
      }
    }
    return whole.length === 1 ? (whole[0] as Uint8Array) : new Uint8Array(Buffer.concat(whole));
  };
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
    /** False, and nothing kept, when the limit is reached. */
    append(byte: number): boolean {
      if (length === limit) return false;
      if (length === bytes.length) {
        const larger = new Uint8Array(Math.min(limit, length * 2));
        larger.set(bytes);
        bytes = larger;
      }
      bytes[length++] = byte;
      return true;
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
