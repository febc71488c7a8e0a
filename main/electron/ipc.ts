import { ipcMain } from 'electron';
import { NOT_FOR_THE_WINDOW, type Reply, type RequestName, requestSchemas } from '../../preload/contract.ts';
import { answer } from '../inbox/answer.ts';
import type { Handlers } from '../inbox/handlers.ts';
import type { Words } from '../words/words.ts';
import { isInboxUrl } from './protocol.ts';
import type { InboxWindow } from './window.ts';

const notForTheWindow = new Set<RequestName>(NOT_FOR_THE_WINDOW);

/** Answers the contract's requests: from the inbox's own page only. */
export function answerRequests(window: InboxWindow, handlers: Handlers, words: () => Words): void {
  for (const name of Object.keys(requestSchemas) as RequestName[]) {
    if (notForTheWindow.has(name)) continue;
    ipcMain.handle(`bellhop:${name}`, async (event, args: unknown): Promise<Reply<unknown>> => {
      const url = event.senderFrame?.url ?? '';
      if (!window.owns(event.sender) || !isInboxUrl(url)) {
        return { ok: false, error: 'Only the inbox may ask Bellhop.' };
      }
      return answer(handlers, name, args, words());
    });
  }
}
