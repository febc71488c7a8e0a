import { ipcMain } from 'electron';
import { type Reply, type RequestArgs, type RequestName, requestSchemas } from '../../preload/contract.ts';
import { type Handlers, Refusal } from '../inbox/handlers.ts';
import { isInboxUrl } from './protocol.ts';
import type { InboxWindow } from './window.ts';

/** Answers the contract's requests, all through `handle`. */
export function answerRequests(window: InboxWindow, handlers: Handlers): void {
  for (const name of Object.keys(requestSchemas) as RequestName[]) handle(window, name, handlers);
}

/** One request: from the inbox's own page only, its arguments parsed, its answer or refusal as data. */
function handle<N extends RequestName>(window: InboxWindow, name: N, handlers: Handlers): void {
  ipcMain.handle(`bellhop:${name}`, async (event, args: unknown): Promise<Reply<unknown>> => {
    const url = event.senderFrame?.url ?? '';
    if (!window.owns(event.sender) || !isInboxUrl(url)) {
      return { ok: false, error: 'Only the inbox may ask Bellhop.' };
    }
    const parsed = requestSchemas[name].safeParse(args);
    if (!parsed.success) {
      return { ok: false, error: parsed.error.issues.map(({ message }) => message).join(' ') };
    }
    try {
      return { ok: true, value: await handlers[name](parsed.data as RequestArgs<N>) };
    } catch (error) {
      if (!(error instanceof Refusal)) console.error(`${name} failed:`, error);
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  });
}
