import { beforeAll, expect, test } from 'vitest';
import type { Reply, TestResult } from '../preload/contract.ts';
import { event, html, site, streamOf } from '../testing/site.ts';
import { launchApp } from './support/launch.ts';
import { emptyFolder } from './support/scene.ts';

// What a pasted address is, found out through Chromium's network stack: it has ideas of its own of redirects and ends.

let running: Awaited<ReturnType<typeof launchApp>>;
beforeAll(async () => {
  running = await launchApp({ data: emptyFolder() });
  return running.quit;
});

const tryOut = (url: string): Promise<Reply<TestResult>> =>
  running.page.evaluate((address) => {
    const credential = { kind: 'bearer', token: 'secret' } as const;
    return window.bellhop.request('testSource', { url: address, credential, source: null });
  }, url);

test('ntfy is known by its stream, and every connection is let go', async () => {
  const { origin, closed } = await site({
    '/alerts': html('<title>ntfy web</title>'),
    '/alerts/sse': streamOf(event({ event: 'open', topic: 'alerts' }, 'open')),
  });
  const found = { dialect: 'ntfy', url: `${origin}/alerts` };
  expect(await tryOut(`${origin}/alerts`)).toMatchObject({ value: { ok: true, found } });
  await closed.until((paths) => paths.includes('/alerts/sse'));
});

test('a page leads to its hub, however many Link headers it sends', async () => {
  const links = ['</style.css>; rel=preload', '</.well-known/mercure>; rel="mercure"'];
  const { origin } = await site({
    '/page.html': (response) => response.writeHead(200, { Link: links, 'Content-Type': 'text/html' }).end(),
    '/.well-known/mercure': streamOf(':\n\n'),
  });
  const found = {
    dialect: 'mercure',
    url: `${origin}/.well-known/mercure?topic=${encodeURIComponent(`${origin}/page.html`)}`,
  };
  expect(await tryOut(`${origin}/page.html`)).toMatchObject({ value: { ok: true, found } });
});

test('a redirect is told and not followed', async () => {
  const elsewhere = await site({});
  const { origin } = await site({
    '/live': (response) => response.writeHead(302, { Location: `${elsewhere.origin}/login` }).end(),
  });
  expect(await tryOut(`${origin}/live`)).toMatchObject({
    value: { ok: false, text: 'The server sends Bellhop to another address.', signIn: true },
  });
  expect(elsewhere.requests.items).toEqual([]);
});
