import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { watchToasts } from './support/dunst.ts';
import { type HostileServer, startHostile } from './support/hostile.ts';
import { detail, rendererPids, topRow } from './support/inbox.ts';
import { launchApp } from './support/launch.ts';
import { emptyFolder, sourceFrom } from './support/scene.ts';
import { whenLive } from './support/store.ts';

// The window as an attacker finds it who controls a server, or even the page.

let server: HostileServer;
let launched: Awaited<ReturnType<typeof launchApp>>;
beforeAll(async () => {
  server = await startHostile();
  const data = emptyFolder();
  launched = await launchApp({ data, env: sourceFrom({ url: server.url, token: 'any' }) });
  await whenLive(data);
  server.asked.length = 0; // the probe at the start asked what kind of server this is
  return async () => {
    await launched.quit();
    await server.close();
  };
});

/** Runs in the page as its own code would: not from the inspector, which may do more. */
function inPage<T>(code: () => T | Promise<T>): Promise<T> {
  return launched.page.evaluate(
    `new Promise((done, failed) => setTimeout(() => Promise.resolve().then(${code}).then(done, failed)))`,
  );
}

const title = () => launched.page.evaluate(() => document.title);

test('the page reaches the bridge and nothing of Node or Electron', async () => {
  const found = await inPage(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
  expect(await inPage(() => Object.keys(window.bellhop).sort())).toEqual(['on', 'platform', 'request']);
});

test('the renderer is sandboxed by the system', async () => {
  for (const pid of await rendererPids(launched.app))
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);
});

test('a request outside the contract is refused in words', async () => {
  const refusal = (name: string, args: unknown) =>
    launched.page.evaluate(
      async ([name, args]) => {
        try {
          return await window.bellhop.request(name as 'getState', args as never);
        } catch (error) {
          return String(error);
        }
      },
      [name, args] as const,
    );
  for (const name of ['shutDown', 'constructor', '__proto__'])
    expect(await refusal(name, {})).toContain(`Unknown request: ${name}`);
  expect(await refusal('markRead', { ids: 'all', read: true })).toMatchObject({
    ok: false,
    error: expect.stringContaining('expected array'),
  });
  expect(await refusal('listNotices', { filter: {}, before: null, limit: 1e9 })).toMatchObject({ ok: false });
  const local = { url: 'file:///etc/passwd', credential: null, source: null };
  expect(await refusal('testSource', local)).toEqual({
    ok: false,
    error: 'Give a web address that starts with http:// or https://.',
  });
});

test('the app’s own protocol gives out its page and nothing else of the disk', async () => {
  const status = (url: string) =>
    launched.app.evaluate(({ net }, url) => net.fetch(url).then((r) => r.status), url);
  expect(await status('bellhop://app/index.html')).toBe(200);
  for (const path of ['../package.json', '..%2f..%2fpackage.json', '%2e%2e/main/index.cjs', 'etc/passwd', ''])
    expect(await status(`bellhop://app/${path}`)).toBe(404);
});

test('markup, scripts and javascript: links in a notification stay text', async () => {
  const { page } = launched;
  const toasts = watchToasts();
  const attack = `<script>document.title="ran"</script><img src="${server.url}/x" onerror="document.title='ran'"> javascript:document.title='ran'`;
  server.send({ title: attack, content: `Body ${attack}`, link: "javascript:document.title='ran'" });
  await toasts.waitFor(({ body }) => body.startsWith('Body &lt;script&gt;'));
  await topRow(page, attack).click();
  await detail(page).getByText(`Body ${attack}`).waitFor();
  expect(await detail(page).getByRole('button', { name: 'Open link' }).count()).toBe(0);
  expect(await page.locator('main').locator('script, img, a').count()).toBe(0);
  expect(await title()).toBe('Bellhop');
  expect(server.asked).toEqual([]);
});

test('the page cannot leave, open windows, reach the network, or run text as code', async () => {
  const { page, app } = launched;
  const here = page.url();
  await page.evaluate((url) => {
    location.href = url;
  }, `${server.url}/navigated`);
  expect(await page.evaluate((url) => window.open(url), `${server.url}/opened`)).toBeNull();
  expect(await page.evaluate((url) => fetch(url).catch(String), `${server.url}/fetched`)).toContain(
    'Failed to fetch',
  );
  await page.evaluate(
    (url) =>
      new Promise((loaded) => {
        const image = Object.assign(new Image(), { onload: loaded, onerror: loaded, src: url });
        document.body.append(image);
      }),
    `${server.url}/image`,
  );
  const evaluated = () => {
    try {
      return new Function('return "ran"')();
    } catch (error) {
      return String(error);
    }
  };
  expect(await inPage(evaluated)).toContain('EvalError');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.body.append(script);
  });
  expect(await inPage(() => Notification.requestPermission())).toBe('denied');
  expect(await title()).toBe('Bellhop');
  expect(await page.evaluate(() => location.href)).toBe(here);
  expect(app.windows()).toHaveLength(1);
  expect(server.asked).toEqual([]);
});
