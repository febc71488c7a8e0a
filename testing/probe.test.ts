import { expect, test } from 'vitest';
import type { Credential, DialectName } from '../preload/contract.ts';
import { temporaryServer } from '../server/testing.ts';
import { openTestBellhop } from './bellhop.ts';
import { fakeMastodon } from './fakes/mastodon.ts';
import { fakeMercure } from './fakes/mercure.ts';
import { fakeNtfy } from './fakes/ntfy.ts';

// A pasted address, a credential, and notices: no person says what kind of server it is.

type Pasted = {
  url: string;
  credential: Credential;
  dialect: DialectName;
  /** Makes a notification with this text. */
  publish: (text: string) => unknown;
};
const bearer = (token: string): Credential => ({ kind: 'bearer', token });
const none: Credential = { kind: 'none' };

const servers: Record<string, () => Promise<Pasted>> = {
  async 'the companion server'() {
    const { url, token, publish } = await temporaryServer();
    return {
      ...{ url, credential: bearer(token), dialect: 'rows' },
      publish: (content) => publish('alice', { content, notificationTypeId: 1 }),
    };
  },
  async 'an ntfy topic'() {
    const ntfy = await fakeNtfy();
    return {
      ...{ url: `${ntfy.url}/alerts/`, credential: none, dialect: 'ntfy' },
      publish: (message) => ntfy.publish('alerts', { message }),
    };
  },
  async 'a page with a Mercure hub'() {
    const hub = await fakeMercure({ token: 'jwt' });
    return {
      ...{ url: hub.page, credential: bearer('jwt'), dialect: 'mercure' },
      publish: (text) => hub.publish(hub.page, { text }),
    };
  },
  async Mastodon() {
    const { url, mention } = await fakeMastodon({ token: 'token' });
    return { ...{ url, credential: bearer('token'), dialect: 'json' }, publish: (text) => mention(text) };
  },
};

test.each(Object.entries(servers))('%s', async (_name, start) => {
  const { url, credential, dialect, publish } = await start();
  const bellhop = openTestBellhop();
  const result = await bellhop.requests.testSource({ url, credential, source: null });
  if (!result.ok) throw new Error(`${result.text} ${result.detail}`);
  expect(result.found.dialect).toBe(dialect);
  await bellhop.requests.addSource({ ...result.found, credential });
  await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'open');
  publish('Somebody rang');
  while ((await bellhop.notices()).length === 0) await bellhop.states.next();
  expect((await bellhop.notices())[0]?.body).toContain('Somebody rang');
});
