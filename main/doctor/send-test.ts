import { randomBytes } from 'node:crypto';
import { dialects } from '../feed/dialects.ts';
import type { FeedState } from '../feed/state.ts';
import type { RequestParts } from '../inbox/handlers.ts';
import { explain } from '../inbox/why.ts';
import { authorizationHeaders } from '../settings/credentials.ts';
import type { Source } from '../settings/schema.ts';
import { findNotice, readNotice, readVerdicts } from '../store/notices.ts';
import { say } from '../words/message.ts';
import type { Words } from '../words/words.ts';
import type { DoctorParts } from './diagnose.ts';
import { publish } from './publish.ts';

export type TestParts = Omit<DoctorParts, 'settings'> & Pick<RequestParts, 'onChange'>;

/** A person waits for this. */
export const TEST_MS = 15_000;

/**
 * Publishes a notice at the source's own server and follows it through feed and store to its toast.
 * @returns what happened at each station, in a sentence; `ok` when it came back and its toast did not fail
 */
export async function sendTest(
  words: Words,
  parts: TestParts,
  source: Source,
  limitMs = TEST_MS,
): Promise<{ ok: boolean; text: string }> {
  const { db, host, credentials, feeds } = parts;
  const { sentTest } = words;
  const notConnected = whyNotConnected(words, source, feeds.state(source.id));
  if (notConnected) return { ok: false, text: notConnected };
  const mark = randomBytes(4).toString('hex');
  const test = { title: sentTest.title, body: sentTest.body(mark) };
  const request = dialects[source.dialect](source).publish?.(test);
  if (!request) return { ok: false, text: sentTest.takesNone };

  const started = performance.now();
  const seconds = () => inSeconds(words, performance.now() - started);
  const refused = await publish(
    words,
    request,
    authorizationHeaders(credentials.get(source.id)),
    host.fetch(source.id),
  );
  if (refused) return { ok: false, text: refused };

  const arrived = await waitFor(parts, limitMs, () => findNotice(db, source.id, mark));
  if (arrived === null) {
    return { ok: false, text: sentTest.notBack(limitMs / 1000) };
  }
  const after = seconds();
  const fate = await waitFor(parts, limitMs, () => readFate(words, parts, arrived));
  if (!fate) return { ok: false, text: sentTest.noAnswer(after) };
  return { ok: !fate.failed, text: sentTest.arrived(after, fate.text) };
}

/** “0.4” */
function inSeconds({ locale }: Words, ms: number): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return Math.max(0.1, ms / 1000).toLocaleString(locale, digits);
}

function whyNotConnected(words: Words, { name, enabled }: Source, state: FeedState): string | null {
  const { sentTest } = words;
  if (state.kind === 'open') return null;
  if (!enabled) return sentTest.sourceOff(name);
  if (state.kind === 'off') return sentTest.notRunning;
  if (!state.why) return sentTest.notConnected(name);
  return sentTest.notConnectedBecause(name, say(words, state.why.says));
}

/** What became of the notice, once it is decided; null before. */
function readFate(words: Words, { db }: TestParts, id: number): { failed: boolean; text: string } | null {
  const notice = readNotice(db, id);
  const verdicts = readVerdicts(db, id);
  const last = verdicts.at(-1);
  if (!notice || !last) return { failed: false, text: words.sentTest.deletedBefore };
  const text = explain(words, notice, verdicts).at(-1)?.text ?? '';
  if (last.toastKind === null) return { failed: false, text: words.sentTest.noToast(text) };
  return last.answeredAt === null ? null : { failed: last.failure !== null, text };
}

/** Looks whenever notices or toasts changed. @returns null when the time is over */
async function waitFor<T>({ onChange }: TestParts, limitMs: number, look: () => T | null): Promise<T | null> {
  let stop = () => {};
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T | null>((resolve, reject) => {
      const lookNow = () => {
        try {
          const found = look();
          if (found !== null) resolve(found);
        } catch (error) {
          reject(error);
        }
      };
      timer = setTimeout(() => resolve(null), limitMs);
      stop = onChange(lookNow);
      lookNow();
    });
  } finally {
    clearTimeout(timer);
    stop();
  }
}
