import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { watchToasts } from './support/dunst.ts';
import { closeWindow, nav, openedWindow, topRow } from './support/inbox.ts';
import { ownEnvironment } from './support/launch.ts';
import { type Ended, runApp, runHeadless } from './support/run.ts';
import { emptyFolder, openScene, type Scene } from './support/scene.ts';
import { startCompanion } from './support/server.ts';
import { until } from './support/until.ts';

// One owner per data folder, whoever comes second.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  return scene.close;
});

test('a second start hands over its server, brings up the window of the first, and ends well', async () => {
  const other = await startCompanion(emptyFolder());
  onTestFinished(other.stop);
  const { app } = scene.running;
  await closeWindow(app);
  const env = {
    BELLHOP_SERVER: other.url,
    BELLHOP_TOKEN: other.token,
    BELLHOP_SERVER_NAME: 'Handed over',
  };
  const second: Promise<Ended> = runApp(['--data', scene.data], env);
  scene.page = await openedWindow(app, async () => void (await second));
  expect(await second).toMatchObject({ code: 0, stdout: expect.stringContaining('already running') });
  const focused = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused());
  await until('the window has the focus', focused); // it shows, and so gets it, once its page is drawn

  await nav(scene.page, 'Handed over Live').waitFor();
  await scene.page.getByText('2 of 2 sources live').waitFor();
  await other.publish({ content: 'from the other server' });
  await topRow(scene.page, 'from the other server').waitFor();
});

test('a second start with --hidden hands over its server and brings up no window', async () => {
  const { app } = scene.running;
  await closeWindow(app);
  const env = { BELLHOP_SERVER: 'http://127.0.0.1:9/quiet', BELLHOP_SERVER_NAME: 'Quiet' };
  expect(await runApp(['--data', scene.data, '--hidden'], env)).toMatchObject({ code: 0 });
  const settings = join(scene.data, 'settings.json');
  await until('the server is handed over', () => readFileSync(settings, 'utf8').includes('"Quiet"'));
  expect(app.windows()).toHaveLength(0);
});

test('a headless start says who holds the folder, and fails', async () => {
  const { code, stderr } = await runHeadless(['--data', scene.data]);
  expect(code).toBe(1);
  const pid = scene.running.app.process().pid;
  expect(stderr).toContain(`Bellhop’s desktop app (process ${pid}, since `);
  expect(stderr).toContain(`already uses the data folder ${scene.data}`);
});

test('the desktop says so too when a headless process holds the folder', async () => {
  const data = emptyFolder();
  const holder = fork('out/main/headless.cjs', ['--data', data], {
    env: ownEnvironment(),
    execArgv: [],
    silent: true,
  });
  const gone = once(holder, 'exit');
  onTestFinished(async () => {
    holder.kill();
    await gone;
  });
  let printed = '';
  holder.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  await until('the headless host listens', () => printed.includes('listens without a display'));
  const toasts = watchToasts();
  const { code, stderr } = await runApp(['--data', data]);
  expect(code).toBe(1);
  expect(stderr).toContain(`Bellhop’s headless host (process ${holder.pid}`);
  const toast = await toasts.waitFor(({ title }) => title === 'Bellhop could not start');
  expect(toast.body).toContain('headless host');
});
