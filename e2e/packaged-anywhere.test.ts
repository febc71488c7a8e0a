import { expect, onTestFinished, test } from 'vitest';
import { detail, servedPage, topRow } from './support/inbox.ts';
import { launchApp } from './support/launch.ts';
import { packagedApp } from './support/packaged.ts';
import { emptyFolder, sourceFrom } from './support/scene.ts';
import { startCompanion } from './support/server.ts';
import { whenLive } from './support/store.ts';

// The part of the main job that can be watched on every system, without a notification daemon to ask.

test('the package starts, connects, shows what arrives and says what became of its toast, and quits', async () => {
  const server = await startCompanion(emptyFolder());
  onTestFinished(server.stop);
  const data = emptyFolder();
  const running = await launchApp({ data, packaged: packagedApp(), env: sourceFrom(server) });
  onTestFinished(running.quit);
  expect(await running.app.evaluate(({ app }) => app.isPackaged)).toBe(true);
  await whenLive(data);
  await server.publish({ title: 'From the package', content: 'It works.' });
  await topRow(running.page, 'From the package').click();
  await detail(running.page).getByText('It works.').waitFor();
  expect(await servedPage(running.app)).toContain('It works.'); // drawn from within the archive
  await detail(running.page)
    .getByText(/^toast (shown|not shown|perhaps shown|handed to the system)/)
    .waitFor();
});
