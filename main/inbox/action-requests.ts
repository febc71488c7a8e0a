import { describe } from '../feed/describe.ts';
import type { Fetch, Host } from '../host.ts';
import type { Action } from '../notice.ts';
import { readNotice } from '../store/notices.ts';
import { en } from '../words/en.ts';
import { type Message, say } from '../words/message.ts';
import { Refusal } from '../words/refusal.ts';
import type { Handlers, RequestParts } from './handlers.ts';

type Result = { ok: boolean; says: Message };
type HttpAction = Extract<Action, { kind: 'http' }>;

/** A person waits for it. */
const ANSWER_MS = 10_000;
const ANSWER_BYTES = 64 * 1024;

/** What the server offers with a notice: things to do, and attachments. Only what is stored can be asked for. */
export function createActionRequests(
  { db, host }: Pick<RequestParts, 'db' | 'host'>,
  markRead: (id: number) => void,
): Pick<Handlers, 'runAction' | 'openAttachment'> {
  return {
    async runAction({ id, index }, words = en) {
      const notice = readNotice(db, id);
      const action = notice?.actions[index];
      if (!notice || !action) throw new Refusal('noOffer');
      const { ok, says } = await run(action, host, notice.source);
      if (ok && action.clear) markRead(id);
      return { ok, text: say(words, says) };
    },
    async openAttachment({ id, index }) {
      const url = readNotice(db, id)?.attachments[index]?.url;
      if (!url) throw new Refusal('noAttachment');
      await openWebPage(host, url);
      return null;
    },
  };
}

async function run(action: Action, host: Host, source: string): Promise<Result> {
  switch (action.kind) {
    case 'view':
      await openWebPage(host, action.url);
      return { ok: true, says: ['opened'] };
    case 'copy':
      host.copyText(action.text);
      return { ok: true, says: ['copied'] };
    case 'http':
      return send(action, host.fetch(source));
  }
}

/** What a server names must not start another program than the browser. */
async function openWebPage(host: Host, url: string): Promise<void> {
  if (!/^https?:\/\//i.test(url)) throw new Refusal('webOnly');
  await host.openLink(url);
}

/** Its headers are the action's own: the source's credential is not for every address that a notice names. */
async function send({ url, method, headers, body }: HttpAction, fetch: Fetch): Promise<Result> {
  const overdue = AbortSignal.timeout(ANSWER_MS);
  try {
    const response = await fetch(url, {
      ...{ method, headers, signal: overdue },
      ...{ redirect: 'error', credentials: 'omit', cache: 'no-store' },
      ...(body === null ? {} : { body }),
    });
    // The status has said it: an answer that breaks off changes nothing.
    await readSome(response.body).catch(() => {});
    return answered(response.status);
  } catch (error) {
    if (overdue.aborted) {
      return { ok: false, says: ['noAnswerWithin', ANSWER_MS / 1000] };
    }
    const { says } = describe({ kind: 'failed', error, livedMs: 0, retryMs: null });
    return { ok: false, says: ['theServer', says] };
  }
}

function answered(status: number): Result {
  if (status >= 200 && status < 300) return { ok: true, says: ['done', status] };
  if (status >= 500) return { ok: false, says: ['serverFailedIt', status] };
  return { ok: false, says: ['serverRefusedIt', status] };
}

/** Some servers stop their work when the answer isn't taken; nobody needs more of it than this. */
async function readSome(body: ReadableStream<Uint8Array> | null): Promise<void> {
  const reader = body?.getReader();
  if (!reader) return;
  let bytes = 0;
  while (bytes < ANSWER_BYTES) {
    const { done, value } = await reader.read();
    if (done) return;
    bytes += value.byteLength;
  }
  await reader.cancel();
}
