import { text } from 'node:stream/consumers';
import type { Page } from 'playwright';
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { PERSON, startLoginSite } from '../testing/fakes/login-site.ts';
import { fakeNtfy } from '../testing/fakes/ntfy.ts';
import { openStream, rawServer, rowsEvent } from '../testing/raw-server.ts';
import { expectAccessible } from './support/accessible.ts';
import { detail, nav, rows, topRow } from './support/inbox.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { emptyFolder } from './support/scene.ts';
import { startCompanion } from './support/server.ts';
import { whenLive } from './support/store.ts';

// What a person does with servers of every kind, by the window.

let running: RunningApp & { page: Page };
let page: Page;
beforeAll(async () => {
  running = await launchApp({ data: emptyFolder() });
  ({ page } = running);
  return running.quit;
});
beforeEach(() => page.keyboard.press('Escape'));

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

async function giveAddress(url: string): Promise<void> {
  await nav(page, 'Add a source…').click();
  await page.getByLabel('Address').fill(url);
  await press('Add');
}

/** Does what opens a login page, and logs in there. */
async function logInAfter(open: () => Promise<void>): Promise<void> {
  const opened = running.app.waitForEvent('window');
  await open();
  const login = await opened;
  await login.locator('[name=user]').fill(PERSON.user);
  await login.locator('[name=password]').fill(PERSON.password);
  await login.getByRole('button', { name: 'Log in' }).click();
}

test('a new source that is half written waits while one looks elsewhere, and is gone once cancelled', async () => {
  const address = page.getByLabel('Address');
  await nav(page, 'Add a source…').click();
  await address.fill('home.example');
  await page.keyboard.press('Escape');
  await address.waitFor({ state: 'detached' });
  await nav(page, 'Add a source…').click();
  expect(await address.inputValue()).toBe('home.example');
  await press('Cancel');
  await nav(page, 'Add a source…').click();
  expect(await address.inputValue()).toBe('');
});

test('a topic’s address is enough: it is found out, added, named, and brings what its messages carry', async () => {
  const ntfy = await fakeNtfy();
  const bodies: string[] = [];
  const door = await rawServer(async (response, request) => {
    bodies.push(await text(request));
    response.writeHead(bodies.length === 1 ? 403 : 200).end();
  });
  await giveAddress(`${ntfy.url}/doorbell`);
  await page.getByText('Added. Connected to ntfy.').waitFor();
  await expectAccessible(page);
  await page.getByLabel('Name').fill('Front door');
  await press('Done');
  await nav(page, 'Front door Live').waitFor();

  await ntfy.subscriptions.until((all) => all.length > 0);
  ntfy.publish('doorbell', {
    ...{ title: 'Someone rang', message: 'See who it is.', tags: ['bell'] },
    attachment: { name: 'camera.jpg', url: `${ntfy.url}/file/x.jpg`, type: 'image/jpeg', size: 48_000 },
    actions: [{ action: 'http', label: 'Open door', url: door.url, method: 'POST', body: 'open' }],
  });
  await topRow(page, 'Someone rang').click();
  await detail(page).getByText('image/jpeg · 48 kB').waitFor();
  await press('Open door');
  await detail(page).getByText('The server refused it (403).').waitFor();
  await press('Open door');
  await detail(page).getByText('Done (200).').waitFor();
  expect(bodies).toEqual(['open', 'open']);
  await page.getByText('What the server sent').click();
  await detail(page).locator('pre').getByText('"topic": "doorbell"').waitFor();
  await expectAccessible(page);
});

test('a notice that its server takes back while it has the focus hands it on', async () => {
  const ntfy = await fakeNtfy();
  await giveAddress(`${ntfy.url}/parcels`);
  await page.getByText('Added. Connected to ntfy.').waitFor();
  await press('Done');
  await ntfy.subscriptions.until((all) => all.some(({ query }) => query.get('poll') !== '1'));
  for (const title of ['Parcel sent', 'Parcel came']) {
    ntfy.publish('parcels', { title, message: title, sequence_id: title });
    await topRow(page, title).waitFor();
  }
  await topRow(page, 'Parcel came').click();
  const stands = () => page.evaluate(() => document.activeElement?.closest('.row')?.textContent ?? '');
  expect(await stands()).toContain('Parcel came');
  ntfy.publish('parcels', { event: 'message_delete', sequence_id: 'Parcel came' });
  await topRow(page, 'Parcel sent').waitFor();
  await expect.poll(stands).not.toBe('');
});

test('a server that is asked in vain can be left alone, and added once one says what it is', async () => {
  const silent = await rawServer(() => {});
  const before = await nav(page, /Live|Connecting|Not connected/).count();
  await giveAddress(silent.url);
  await silent.requests.until((all) => all.length > 0);
  await page.getByText('Asking 127.0.0.1').waitFor();
  await press('Stop');
  await page.getByText('Asking 127.0.0.1').waitFor({ state: 'detached' });
  expect(await nav(page, /Live|Connecting|Not connected/).count()).toBe(before);

  await page.getByLabel('Address').fill('http://127.0.0.1:9/live');
  await press('Add');
  await page.getByRole('alert').getByText('The server').waitFor();
  await page.getByRole('radio', { name: 'Other (JSON)' }).check();
  await page.getByText('Advanced: how to read it').click();
  await page.getByLabel('Title').fill('headline');
  await press('Add anyway');
  await page.getByText('A JSON pointer is empty or begins with a slash.').waitFor();
  await page.getByLabel('Title').fill('/headline');
  await expectAccessible(page);
  await press('Add anyway');
  await page.getByText('Added. Bellhop keeps trying to connect.').waitFor();
  await page.getByLabel('Name').fill('Not there yet');
  await press('Done');

  await page.getByRole('button', { name: 'About Not there yet' }).click();
  await page.getByText('Advanced: how to read it').click();
  expect(await page.getByLabel('Title').inputValue()).toBe('/headline');
});

test('a known kind of server begins with its address and its token', async () => {
  await nav(page, 'Add a source…').click();
  await press('Mastodon');
  expect(await page.getByLabel('Address').inputValue()).toContain('/api/v1/streaming/user/notification');
  await page.getByText('Put your own server in the address.').waitFor();
  await press('Add');
  await page.getByText('Paste the token.').waitFor();
  await press('Cancel');
});

test('a site with a login form: its page opens, and then its notices come', async () => {
  const site = await startLoginSite({ guard: 'redirect' });
  onTestFinished(site.close);
  await giveAddress(site.stream);
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  await logInAfter(() => press('Add and sign in'));
  await page.getByText('Signed in at').first().waitFor();
  await page.getByLabel('Name').fill('Intranet');
  await press('Done');
  await expect.poll(site.listeners).toBeGreaterThan(0);
  site.send('behind the login');
  await topRow(page, 'behind the login').waitFor();

  site.expire();
  await page.getByRole('button', { name: 'About Intranet' }).click();
  const again = page.locator('.status').getByRole('button', { name: 'Sign in' });
  await again.waitFor();
  await logInAfter(() => again.click());
  await again.waitFor({ state: 'detached' });
  await expect.poll(site.listeners).toBeGreaterThan(0);
});

test('what can’t be had again is a line in the list, which the keys pass by and a click explains', async () => {
  let n = 0;
  const server = await rawServer((response) => {
    openStream(response);
    n += 1;
    response.write(rowsEvent([{ content: `row ${n}`, createdAt: new Date(), notificationTypeId: 1 }]));
  });
  await giveAddress(server.url);
  await page.getByText('Added.').waitFor();
  await page.getByLabel('Name').fill('Forgetful');
  await press('Done');
  await nav(page, /^Forgetful/).click();
  await topRow(page, 'row').waitFor();
  const first = n;
  server.cut();
  await topRow(page, `row ${first + 1}`).waitFor();
  const gap = page.getByRole('option', { disabled: true });
  await gap.first().getByText('Forgetful: it was not connected').waitFor();
  await expectAccessible(page);

  await rows(page).first().click();
  await page.keyboard.press('j');
  await page.getByRole('option', { selected: true }).getByText(`row ${first}`, { exact: true }).waitFor();
  await gap.first().click({ force: true }); // there is nothing to choose, as for whoever can't see it
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  await page.getByText('Missed,').first().waitFor();
  await expectAccessible(page);
  // The line on top tells it too, and leads there.
  await page.getByRole('button', { name: /^Missed / }).press('Enter');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('What happened');
});

test('a connection can be checked step by step, and a test sent through all of it', async () => {
  const data = emptyFolder();
  const server = await startCompanion(data);
  onTestFinished(server.stop);
  const own = emptyFolder();
  const env = { BELLHOP_SERVER: server.url, BELLHOP_TOKEN: server.token, BELLHOP_SERVER_NAME: 'Companion' };
  const app = await launchApp({ data: own, env });
  onTestFinished(app.quit);
  await whenLive(own);
  await app.page.getByRole('button', { name: 'About Companion' }).click();
  await app.page.getByRole('button', { name: 'Check connection' }).click();
  const steps = app.page.locator('.steps li');
  await steps.first().waitFor();
  expect(await steps.locator('b').allTextContents()).toEqual([
    'Server',
    'Encryption',
    'Sign-in',
    'Stream',
    'Heartbeat',
    'History',
    'Toasts',
  ]);
  await steps.getByText('The server accepts the credential.').waitFor();
  await app.page.getByRole('button', { name: 'Send a test' }).click();
  await app.page.locator('.checkup .outcome.fine').waitFor({ timeout: 20_000 });
});
