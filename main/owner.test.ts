import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { FolderInUse, takeOwnership } from './owner.ts';

const NOW = new Date('2024-05-01T10:00:00Z');

/** Another process that takes the folder, says so, and stays until it is killed; or says why it can't. */
function takeElsewhere(folder: string) {
  const module = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'owner.ts')).href);
  const script = `
    const { takeOwnership } = await import(${module});
    try {
      takeOwnership(${JSON.stringify(folder)}, 'headless host', new Date(0));
      console.log('held');
      setInterval(() => {}, 1e6);
    } catch (error) {
      console.log(error.name + ': ' + error.message);
    }`;
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', script]);
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

test('a second process is told who holds the folder; a kill frees it', async () => {
  const folder = temporaryFolder();
  const child = takeElsewhere(folder);
  expect(String((await once(child.stdout, 'data'))[0])).toBe('held\n');
  expect(() => takeOwnership(folder, 'desktop app', NOW)).toThrow(FolderInUse);
  const holder = `Bellhop’s headless host (process ${child.pid}, since 1970-01-01T00:00:00.000Z)`;
  expect(() => takeOwnership(folder, 'desktop app', NOW)).toThrow(
    `${holder} already uses the data folder ${folder}.`,
  );

  child.kill('SIGKILL');
  await once(child, 'exit');
  const { release } = takeOwnership(folder, 'desktop app', NOW);
  const third = await text(takeElsewhere(folder).stdout);
  expect(third).toMatch(/^FolderInUse: Bellhop’s desktop app \(process \d+, since 2024-05-01/);
  release();
  takeOwnership(folder, 'desktop app', NOW).release();
});

test('a holder that has not written its name, or a name that can’t be read, is another Bellhop', () => {
  const folder = temporaryFolder();
  onTestFinished(takeOwnership(folder, 'desktop app', NOW).release);
  writeFileSync(join(folder, 'owner.json'), '{"pid":"x"}');
  expect(() => takeOwnership(folder, 'x', NOW)).toThrow(/^Another Bellhop already uses/);
  rmSync(join(folder, 'owner.json'));
  expect(() => takeOwnership(folder, 'x', NOW)).toThrow(/^Another Bellhop already uses/);
});

test('a holder that can’t write its name, on a full disk say, holds the folder all the same', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'owner.json.new'));
  onTestFinished(takeOwnership(folder, 'desktop app', NOW).release);
  expect(() => takeOwnership(folder, 'x', NOW)).toThrow(/^Another Bellhop already uses/);
});

test('a folder that is not there is an error of its own', () => {
  const opening = () => takeOwnership(join(temporaryFolder(), 'none'), 'x', NOW);
  expect(opening).toThrow(/directory/);
  expect(opening).not.toThrow(FolderInUse);
});
