import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runOnDesktop } from '../desktop/desktop.mjs';
import { ensureDesktopNeeds, ensureServerNeeds } from '../desktop/needs.mjs';
import { root } from '../setup/checkout.mjs';
import { runLoudly } from './command.mjs';
import { noCounts, vitestCounts } from './counts.mjs';

const results = path.join(root, 'test-results');

/** Runs projects of vitest.config.ts that need Node only. @returns {Promise<import('./counts.mjs').Counts>} */
export async function runVitest(projects) {
  const report = path.join(results, `${projects.join('-')}.json`);
  rmSync(report, { force: true });
  const code = await runLoudly(process.execPath, vitestArguments(projects, report), { cwd: root });
  return vitestCounts(read(report), code);
}

/**
 * Runs a project of vitest.config.ts that needs servers of other people. Where they can't be had it is skipped, loudly; with
 * CI set that is a failure.
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runVitestWithServers(project) {
  const lacking = await ensureServerNeeds();
  return lacking ? cannotRun(project, lacking) : runVitest([project]);
}

/**
 * Runs a project of vitest.config.ts on the test desktop. Where there can be none it is skipped, loudly; with CI set
 * that is a failure.
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runVitestOnDesktop(project) {
  const lacking = await ensureDesktopNeeds();
  if (lacking) return cannotRun(project, lacking);
  const kept = path.join(results, project);
  rmSync(kept, { recursive: true, force: true });
  const name = `${project}.json`;
  const command = (out) => ['node', ...vitestArguments([project], path.join(out, name))];
  const code = await runOnDesktop(command, kept);
  return vitestCounts(read(path.join(kept, name)), code);
}

function cannotRun(project, lacking) {
  const failed = Boolean(process.env.CI && process.env.CI !== 'false');
  const rule = '!'.repeat(80);
  console.error(`\n${rule}\n${project} ${failed ? 'FAILED' : 'SKIPPED'}: ${lacking}\n${rule}\n`);
  return { ...noCounts(), [failed ? 'failed' : 'skipped']: 1 };
}

function vitestArguments(projects, report) {
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return [path.join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...chosen, ...reporters];
}

function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
}
