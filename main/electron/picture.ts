import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { app } from 'electron';
import type { DrawPicture, Picture, Seen } from '../../preload/picture.ts';
import { bridgeTo } from '../inbox/bridge.ts';
import type { Handlers } from '../inbox/handlers.ts';
import type { Words } from '../words/words.ts';

/**
 * Puts the window's first picture into its page: the inbox as HTML, drawn here by the window's own components while the
 * system starts its process. Nobody can use it before the window's program has taken it over: it is `inert` until then.
 * @param seen tells what the window is about to show; null: it had better begin empty
 * @returns takes the page as it was built; without a picture the window waits for its own program, as it would anyway
 */
export function createPictures(
  handlers: Handlers,
  words: () => Words,
  seen: () => Seen | null,
): (page: string) => Promise<string> {
  const bridge = bridgeTo(handlers, words);
  return async (page) => {
    const view = seen();
    if (view === null) return page;
    try {
      const draw = loadDraw();
      await setImmediate(); // to read it takes as long as to draw the first time: others may come between
      return withPicture(page, await draw(bridge, view));
    } catch (error) {
      console.error('The window opens without its first picture:', error);
      return page;
    }
  };
}

/** A bundle of its own (electron.vite.config.ts): it is not read before there is a window. */
function loadDraw(): DrawPicture {
  const require = createRequire(join(app.getAppPath(), 'out/main/'));
  return require('./picture.cjs').drawPicture;
}

function withPicture(page: string, { root, body }: Picture): string {
  const marks = Object.entries(root).map(([name, value]) => ` ${name}="${value}"`);
  return page
    .replace(/<html[^>]*>/, () => `<html${marks.join('')}>`)
    .replace('<body></body>', () => `<body inert>${body}</body>`);
}
