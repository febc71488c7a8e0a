import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Starting with a Linux desktop: https://specifications.freedesktop.org/autostart-spec/latest/ */

/** Where desktops look for it. A relative XDG_CONFIG_HOME doesn’t count, says the XDG base directory specification. */
export function autostartFile(env: NodeJS.ProcessEnv): string {
  const config = env.XDG_CONFIG_HOME ?? '';
  return join(
    isAbsolute(config) ? config : join(homedir(), '.config'),
    'autostart',
    'app.bellhop.Bellhop.desktop',
  );
}

/** @returns the command that is started at login, as the file writes it; null when none is, or it is turned off there */
export function readAutostart(file: string): string | null {
  const text = readIfThere(file);
  if (text === null) return null;
  const value = (key: string) => new RegExp(`^${key}[ \\t]*=[ \\t]*(.*?)[ \\t]*$`, 'm').exec(text)?.[1];
  const isOff = value('Hidden') === 'true' || value('X-GNOME-Autostart-enabled') === 'false';
  return isOff ? null : (value('Exec') ?? null);
}

/** Whole or not at all. @throws when the folder can’t be written */
export function writeAutostart(file: string, command: string[]): void {
  mkdirSync(join(file, '..'), { recursive: true });
  const next = `${file}.new`;
  writeFileSync(next, desktopEntry(command));
  renameSync(next, file);
}

export function removeAutostart(file: string): void {
  rmSync(file, { force: true });
}

function desktopEntry(command: string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Bellhop',
    'Comment=Desktop notifications from your own servers',
    `Exec=${execValue(command)}`,
    'Icon=bellhop',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * Quoted as https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html says: inside of double quotes
 * these four are escaped, a percent sign is doubled, and then every backslash once more, as in all strings of the file.
 */
export function execValue(command: string[]): string {
  const quoted = command.map((word) => `"${word.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`);
  return quoted.join(' ').replaceAll('\\', '\\\\');
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
