import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from './install.mjs';
import { projectNode } from './project-node.mjs';

let checkout;
const lock = () => path.join(checkout, 'package-lock.json');
const npmsOwn = () => path.join(checkout, 'node_modules', '.package-lock.json');

beforeEach(() => {
  checkout = mkdtempSync(path.join(os.tmpdir(), 'bellhop-install-'));
  writeFileSync(lock(), '{"packages":1}');
  writeFileSync(path.join(checkout, 'package.json'), '{"devDependencies":{"node":"1"}}');
  mkdirSync(path.dirname(projectNode(checkout)), { recursive: true });
  writeFileSync(path.join(checkout, 'node_modules', 'node', 'package.json'), '{}');
  writeFileSync(projectNode(checkout), '');
});
afterEach(() => rmSync(checkout, { recursive: true }));

function installedByHand(secondsAfterLock) {
  writeFileSync(npmsOwn(), '{}');
  const time = Date.now() / 1000;
  utimesSync(lock(), time, time);
  utimesSync(npmsOwn(), time + secondsAfterLock, time + secondsAfterLock);
}

test('what npm installed by hand after the lock file changed counts', () => {
  installedByHand(10);
  expect(isInstalled(checkout)).toBe(true);
});

test('node_modules older than the lock file is stale', () => {
  installedByHand(-10);
  expect(isInstalled(checkout)).toBe(false);
});

test('a clone, or an installation whose Node is missing, is not installed', () => {
  installedByHand(10);
  rmSync(projectNode(checkout));
  expect(isInstalled(checkout)).toBe(false);
});

test('an installation that was cut short is not installed', () => {
  installedByHand(10);
  mkdirSync(path.join(checkout, '.bellhop'));
  writeFileSync(path.join(checkout, '.bellhop', 'installing'), '');
  expect(isInstalled(checkout)).toBe(false);
});

test('an installation that lacks a package is not installed', () => {
  installedByHand(10);
  rmSync(path.join(checkout, 'node_modules', 'node', 'package.json'));
  expect(isInstalled(checkout)).toBe(false);
});
