import { app, session } from 'electron';
import { isInboxUrl } from './protocol.ts';

/**
 * What a page may never do here, whatever reaches it: leave its own address, open windows, embed others, or get a
 * permission. https://www.electronjs.org/docs/latest/tutorial/security
 */
export function harden(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!isInboxUrl(url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}
