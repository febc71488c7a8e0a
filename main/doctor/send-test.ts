import { randomBytes } from 'node:crypto';
import { dialects } from '../feed/dialects.ts';
import type { FeedState } from '../feed/state.ts';
import type { RequestParts } from '../inbox/handlers.ts';
import { explain } from '../inbox/why.ts';
import { authorizationHeaders } from '../settings/credentials.ts';
import type { Source } from '../settings/schema.ts';
import { findNotice, readNotice, readVerdicts } from '../store/notices.ts';
import { en } from '../words/en.ts';
import { say } from '../words/message.ts';
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
  parts: TestParts,
  source: Source,
  limitMs = TEST_MS,
): Promise<{ ok: boolean; text: string }> {
  const { db, host, credentials, feeds } = parts;
  const notConnected = whyNotConnected(source, feeds.state(source.id));
  if (notConnected) return { ok: false, text: notConnected };
  const mark = randomBytes(4).toString('hex');
  const test = { title: 'Test', body: `A test by Bellhop (${mark}).` };
  const request = dialects[source.dialect](source).publish?.(test);
  if (!request) return { ok: false, text: 'This kind of server takes no notices from Bellhop.' };

  const started = performance.now();
  const seconds = () => `${Math.max(0.1, (performance.now() - started) / 1000).toFixed(1)} s`;
  const refused = await publish(
    request,
    authorizationHeaders(credentials.get(source.id)),
    host.fetch(source.id),
  );
  if (refused) return { ok: false, text: refused };

  const arrived = await waitFor(parts, limitMs, () => findNotice(db, source.id, mark));
  if (arrived === null) {
    const text = `Published, but it has not come back within ${limitMs / 1000} s. The diagnosis may say why.`;
    return { ok: false, text };
  }
  const after = `Published, arrived after ${seconds()}`;
  const fate = await waitFor(parts, limitMs, () => readFate(parts, arrived));
  if (!fate) return { ok: false, text: `${after}, but its toast has no answer from the system yet.` };
  return { ok: !fate.failed, text: `${after}; ${fate.text}.` };
}

function whyNotConnected({ name, enabled }: Source, state: FeedState): string | null {
  if (state.kind === 'open') return null;
  if (!enabled) return `“${name}” is turned off.`;
  if (state.kind === 'off') return 'Bellhop isn’t running: start it, and send the test again.';
  const why = state.why ? ` (the server ${say(en, state.why.says)})` : '';
  return `“${name}” isn’t connected now${why}: a test would not come back.`;
}

/** What became of the notice, once it is decided; null before. */
function readFate({ db }: TestParts, id: number): { failed: boolean; text: string } | null {
  const notice = readNotice(db, id);
  const verdicts = readVerdicts(db, id);
  const last = verdicts.at(-1);
  if (!notice || !last) return { failed: false, text: 'it was deleted before its toast' };
  const text = explain(en, notice, verdicts).at(-1)?.text ?? '';
  if (last.toastKind === null) return { failed: false, text: `no toast: ${text}` };
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
