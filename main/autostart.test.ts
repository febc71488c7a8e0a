import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { autostartFile, execValue, readAutostart, removeAutostart, writeAutostart } from './autostart.ts';

test('the file goes where desktops look', () => {
  const name = 'autostart/app.bellhop.Bellhop.desktop';
  expect(autostartFile({ XDG_CONFIG_HOME: '/etc/mine' })).toBe(join('/etc/mine', name));
  expect(autostartFile({})).toBe(join(homedir(), '.config', name));
  expect(autostartFile({ XDG_CONFIG_HOME: 'relative' })).toBe(join(homedir(), '.config', name));
});

test('what is written is what starts, until it is removed', () => {
  const file = autostartFile({ XDG_CONFIG_HOME: temporaryFolder() });
  expect(readAutostart(file)).toBeNull();
  const command = ['/opt/Bellhop/bellhop', '--hidden', '--data', '/home/me/my data'];
  writeAutostart(file, command);
  expect(readAutostart(file)).toBe(execValue(command));
  expect(readFileSync(file, 'utf8')).toMatch(/^\[Desktop Entry\]\nType=Application\nName=Bellhop\n/);
  removeAutostart(file);
  expect(existsSync(file)).toBe(false);
  removeAutostart(file);
});

test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('desktops turn it off by %s', (line) => {
  const file = autostartFile({ XDG_CONFIG_HOME: temporaryFolder() });
  writeAutostart(file, ['/opt/bellhop']);
  const entry = readFileSync(file, 'utf8').replace('X-GNOME-Autostart-enabled=true\n', '');
  expect(readAutostart(file)).not.toBeNull();
  writeFileSync(file, `${entry}${line}\n`);
  expect(readAutostart(file)).toBeNull();
});

test('odd paths are quoted as the specification asks', () => {
  expect(execValue(['/a b/$HOME', '100%', 'say "hi"', 'back\\slash'])).toBe(
    String.raw`"/a b/\\$HOME" "100%%" "say \\"hi\\"" "back\\\\slash"`,
  );
});
