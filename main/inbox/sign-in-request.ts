import { dialects } from '../feed/dialects.ts';
import { cookiesFor } from '../settings/cookies.ts';
import { changeSource } from '../settings/sources.ts';
import { en } from '../words/en.ts';
import { say } from '../words/message.ts';
import { Refusal } from '../words/refusal.ts';
import type { Handlers, RequestParts } from './handlers.ts';

/** Signing in on the site's own page: the host shows it, and what it left is the source's credential from then on. */
export function createSignInRequest(parts: RequestParts): Pick<Handlers, 'signIn'> {
  const { host, settings, credentials, feeds, changed, clock } = parts;
  const find = (id: string) => settings.read().sources.find((source) => source.id === id);

  return {
    async signIn({ id }, words = en) {
      const source = find(id);
      if (!source) throw new Refusal('sourceGone');
      const stream = dialects[source.dialect](source).stream({ cursor: null, greetedAt: null }, clock());
      const result = await host.signIn(id, stream.url);
      if (!result.signedIn) return { signedIn: false, text: say(words, result.reason) };

      // A person takes minutes for this, and could do something else meanwhile.
      if (find(id)?.url !== source.url) {
        host.forgetSite(id);
        throw new Refusal('changedMeanwhile');
      }
      credentials.setCookies(id, cookiesFor(source.url, result.cookies));
      settings.write(changeSource(settings.read(), id, { credentialKind: 'session' }));
      feeds.nudge(id, ['signedIn']);
      changed.state();
      const signedIn = credentials.storage() === 'session' ? 'signedInUntilQuit' : 'signedInAt';
      return { signedIn: true, text: say(words, [signedIn, new URL(source.url).host]) };
    },
  };
}
