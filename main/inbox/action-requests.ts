import { describe } from '../feed/describe.ts';
import type { Fetch, Host } from '../host.ts';
import type { Action } from '../notice.ts';
import { readNotice } from '../store/notices.ts';
import { en } from '../words/en.ts';
import { say } from '../words/message.ts';
import { type Handlers, Refusal, type RequestParts } from './handlers.ts';

type Result = { ok: boolean; text: string };
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
    async runAction({ id, index }) {
      const notice = readNotice(db, id);
      const action = notice?.actions[index];
      if (!notice || !action) throw new Refusal('This notification no longer offers that.');
      const result = await run(action, host, notice.source);
      if (result.ok && action.clear) markRead(id);
      return result;
    },
    async openAttachment({ id, index }) {
      const url = readNotice(db, id)?.attachments[index]?.url;
      if (!url) throw new Refusal('This notification no longer has that attachment.');
      await openWebPage(host, url);
      return null;
    },
  };
}

async function run(action: Action, host: Host, source: string): Promise<Result> {
  switch (action.kind) {
    case 'view':
      await openWebPage(host, action.url);
      return { ok: true, text: 'Opened.' };
    case 'copy':
      host.copyText(action.text);
      return { ok: true, text: 'Copied.' };
    case 'http':
      return send(action, host.fetch(source));
  }
}

/** What a server names must not start another program than the browser. */
async function openWebPage(host: Host, url: string): Promise<void> {
  if (!/^https?:\/\//i.test(url)) throw new Refusal('Bellhop opens web addresses only.');
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
      const seconds = ANSWER_MS / 1000;
      return { ok: false, text: `No answer within ${seconds} s. The server may have done it all the same.` };
    }
    return {
      ok: false,
      text: `The server ${say(en, describe({ kind: 'failed', error, livedMs: 0, retryMs: null }).says)}.`,
    };
  }
}

function answered(status: number): Result {
  if (status >= 200 && status < 300) return { ok: true, text: `Done (${status}).` };
  if (status >= 500) return { ok: false, text: `The server failed to do it (${status}).` };
  return { ok: false, text: `The server refused it (${status}).` };
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
