import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from '../run/command.mjs';
import { npmCommand } from '../run/npm.mjs';
import { step } from '../run/progress.mjs';
import { projectNode } from './project-node.mjs';

/**
 * Installs what package-lock.json names when node_modules is missing or was made from another one.
 * @param {string} checkout
 * @returns {Promise<boolean>} whether anything was installed
 * @throws {Error} when npm fails, with the end of its output
 */
export async function ensureInstalled(checkout) {
  if (isInstalled(checkout)) return false;
  const npm = npmCommand();
  const mark = underWayMark(checkout);
  const whole = existsSync(path.join(checkout, 'node_modules')) && !existsSync(mark);
  const verb = whole ? 'install' : 'ci'; // "ci" first throws away all that is there
  // Warnings are about other people's packages, and about the machine's Node, which only installs.
  const args = [...npm.args, verb, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  mkdirSync(path.dirname(mark), { recursive: true, mode: 0o700 });
  writeFileSync(mark, '');
  await step('Installing packages', () => runQuietly(npm.command, args, { cwd: checkout }));
  if (!existsSync(projectNode(checkout)))
    throw new Error('npm did not run the install script of the package "node". Run: npm rebuild node');
  writeFileSync(stampFile(checkout), lockHash(checkout));
  rmSync(mark);
  return true;
}

/** Whether node_modules was made from the package-lock.json that is there now, by us or by hand. */
export function isInstalled(checkout) {
  if (!existsSync(projectNode(checkout)) || existsSync(underWayMark(checkout))) return false;
  if (!ownPackages(checkout).every((name) => isPresent(checkout, name))) return false;
  const stamp = stampFile(checkout);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash(checkout)) return true;
  // npm notes what it installed in a lock file of its own inside node_modules.
  const byHand = statSync(path.join(checkout, 'node_modules', '.package-lock.json'), {
    throwIfNoEntry: false,
  });
  return byHand !== undefined && byHand.mtimeMs >= statSync(path.join(checkout, 'package-lock.json')).mtimeMs;
}

/** What package.json names; of these each can be missed at once when somebody has deleted it. */
function ownPackages(checkout) {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(path.join(checkout, 'package.json'), 'utf8'),
  );
  return Object.keys({ ...dependencies, ...devDependencies });
}

function isPresent(checkout, name) {
  return existsSync(path.join(checkout, 'node_modules', name, 'package.json'));
}

/** There from an install's beginning to its good end: npm takes what a cut one left, half a package even, for whole. */
function underWayMark(checkout) {
  return path.join(checkout, '.bellhop', 'installing');
}

function stampFile(checkout) {
  return path.join(checkout, 'node_modules', '.installed-from');
}

function lockHash(checkout) {
  return createHash('sha256')
    .update(readFileSync(path.join(checkout, 'package-lock.json')))
    .digest('hex');
}
