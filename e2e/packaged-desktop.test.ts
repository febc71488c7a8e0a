import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readHolder } from '../main/owner.ts';
import { ask } from './support/ask.ts';
import { choose } from './support/dialogs.ts';
import { launchApp } from './support/launch.ts';
import { packagedApp } from './support/packaged.ts';
import { emptyFolder } from './support/scene.ts';
import { trayIcon } from './support/tray.ts';
import { until } from './support/until.ts';

const entry = join(process.env.XDG_CONFIG_HOME ?? '', 'autostart/app.bellhop.Bellhop.desktop');

/** Starts a desktop file as desktops do: with GLib, which parses it. */
async function launchEntry(file: string): Promise<void> {
  const launch =
    'import sys; from gi.repository import Gio; Gio.DesktopAppInfo.new_from_filename(sys.argv[1]).launch([], None)';
  // What is started inherits the streams: nobody must wait for their end.
  await once(spawn('/usr/bin/python3', ['-c', launch, file], { stdio: 'ignore' }), 'exit');
}

test('the history is exported from the package', async () => {
  const { page, app, quit } = await launchApp({ data: emptyFolder(), packaged: packagedApp() });
  onTestFinished(quit);
  const file = join(emptyFolder(), 'history.csv');
  await choose(app, file);
  // Its thread starts from the archive.
  expect(await ask(page, 'exportHistory', { format: 'csv' })).toEqual({
    ok: true,
    value: { file, notices: 0 },
  });
  expect(readFileSync(file, 'utf8')).toMatch(/^\ufeffid,time,.*\r\n$/);
});

test('turned on, the desktop starts the package at login, hidden and on the same data; turned off, it doesn’t', async () => {
  const data = join(emptyFolder(), 'a folder');
  const { page, quit } = await launchApp({ data, packaged: packagedApp() });
  onTestFinished(quit);
  const login = async () => {
    const reply = await ask(page, 'readState', {});
    return reply.ok ? reply.value.startAtLogin : reply.error;
  };
  expect(await login()).toEqual({ on: false, can: true, text: null });
  expect(await ask(page, 'setStartAtLogin', { on: true })).toEqual({ ok: true, value: null });
  expect(await login()).toEqual({ on: true, can: true, text: null });
  expect(readFileSync(entry, 'utf8')).toContain(`Exec="${packagedApp()}" "--hidden" "--data" "${data}"\n`);
  await ask(page, 'setStartAtLogin', { on: false });
  expect(existsSync(entry)).toBe(false);
  expect(await login()).toMatchObject({ on: false });

  await ask(page, 'setStartAtLogin', { on: true });
  await quit();
  await launchEntry(entry);
  await until('it is there', async () => (await trayIcon().catch(() => null)) !== null);
  const pid = Number(readHolder(data)?.pid);
  onTestFinished(async () => {
    process.kill(pid, 'SIGTERM');
    await until('it has ended', () => !existsSync(`/proc/${pid}`));
  });
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain('--hidden');
});
