import { app, type Session, session, type WebContents } from 'electron';
import { isInboxUrl } from './protocol.ts';

/**
 * What a page may never do here, whatever reaches it: leave the place it is for, open windows, embed others, download, or
 * get a permission. https://www.electronjs.org/docs/latest/tutorial/security
 */
export function harden(): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault: () => void }, url: string) => {
      if (!mayGo(contents, url)) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  app.on('session-created', allowNothing);
  allowNothing(session.defaultSession);
}

/** The inbox, alone in the default session, stays itself. The pages of a source's session, login pages, are of the web. */
function mayGo(contents: WebContents, url: string): boolean {
  return contents.session === session.defaultSession ? isInboxUrl(url) : isWebAddress(url);
}

/** Of an address as Chromium writes it. */
export const isWebAddress = (url: string): boolean => /^https?:\/\//.test(url);

function allowNothing(of: Session): void {
  of.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  of.setPermissionCheckHandler(() => false);
  of.on('will-download', (event) => event.preventDefault());
}
