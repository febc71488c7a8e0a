import type { BrowserWindow, Session } from 'electron';
import { coalesce } from '../coalesce.ts';
import { describe } from '../feed/describe.ts';
import { type Answer, letIn } from '../feed/let-in.ts';
import type { SignIn } from '../host.ts';
import type { Message } from '../words/message.ts';
import type { Words } from '../words/words.ts';
import { fetchIn } from './session-fetch.ts';
import { openSignInWindow } from './sign-in-window.ts';
import type { SourceSessions } from './source-sessions.ts';

/** How long a server may take to say its first yes or no, before a window opens. */
const FIRST_ANSWER_MS = 10_000;
/** Servers say no at once. One that is silent for so long has let us in, and waits for news. */
const SILENCE_MS = 3_000;
const LOOK_EVERY_MS = 1_000;
const CLOSED: Message = ['signInClosed'];

export type SignIns = {
  /** At most one a source: asking again brings up the window that is there. */
  signIn: (source: string, stream: string) => Promise<SignIn>;
  cancel: (source: string) => void;
};

/** Lets people sign in on a site's own page, and finds out by the source's stream when they are. */
export function createSignIns(sessions: SourceSessions, words: () => Words): SignIns {
  const running = new Map<string, Promise<SignIn>>();
  const windows = new Map<string, BrowserWindow>();

  async function run(source: string, stream: string): Promise<SignIn> {
    const own = await sessions.open(source);
    const fetch = fetchIn(own);
    const first = await letIn(fetch, stream, FIRST_ANSWER_MS);
    // Without a cookie silence says no more than that the server hangs.
    const isIn = first === 'open' || (first === 'silent' && (await sessions.cookies(source)).length > 0);
    if (!isIn) {
      // The redirect leads to the login page; a bare "no" doesn't say where that is.
      const page = first === 'redirected' ? stream : new URL('/', stream).href;
      const window = openSignInWindow(own, words());
      windows.set(source, window);
      const failure = await untilLetIn(window, own, page, () => letIn(fetch, stream, SILENCE_MS));
      if (failure !== null) return { signedIn: false, reason: failure };
    }
    return { signedIn: true, cookies: await sessions.cookies(source) };
  }

  return {
    signIn(source, stream) {
      windows.get(source)?.focus();
      const over =
        running.get(source) ??
        run(source, stream).finally(() => {
          running.delete(source);
          windows.delete(source);
        });
      running.set(source, over);
      return over;
    },
    cancel: (source) => windows.get(source)?.destroy(),
  };
}

/**
 * Shows the page, asks the stream after every navigation and change of a cookie, one request at a time, and closes the
 * window once it answers. Resolves with null, or with why it came to nothing.
 */
function untilLetIn(
  window: BrowserWindow,
  own: Session,
  page: string,
  ask: () => Promise<Answer>,
): Promise<Message | null> {
  return new Promise((resolve) => {
    /** Silence is a yes only with other cookies than those the server said no to. */
    let renewed = false;
    let again = false;
    let looking = false;

    const look = async () => {
      again = true;
      if (looking) return;
      looking = true;
      while (again) {
        again = false;
        const asked = { renewed };
        const answer = await ask();
        if (answer === 'open' || (answer === 'silent' && asked.renewed)) return finish(null);
      }
      looking = false;
      if (window.isDestroyed()) finish(CLOSED);
    };
    const lookSoon = coalesce(() => void look(), LOOK_EVERY_MS);
    const onCookie = () => {
      renewed = true;
      lookSoon();
    };
    // Whoever is let in and closes the window at once is signed in too.
    const onClosed = () => (renewed ? void look() : finish(CLOSED));

    const finish = (failure: Message | null) => {
      lookSoon.stop();
      own.cookies.off('changed', onCookie);
      window.off('closed', onClosed);
      if (!window.isDestroyed()) window.destroy();
      resolve(failure);
    };

    own.cookies.on('changed', onCookie);
    window.once('closed', onClosed);
    window.webContents.on('did-navigate', lookSoon);
    window.webContents.on('did-navigate-in-page', lookSoon);
    window.loadURL(page).catch((error: NodeJS.ErrnoException) => {
      // Another navigation took its place, or the page is a stream: both go on by themselves.
      if (error.code === 'ERR_ABORTED' || window.isDestroyed()) return;
      const { says } = describe({ kind: 'failed', error, livedMs: 0, retryMs: null });
      finish(['theSite', says]);
    });
  });
}
