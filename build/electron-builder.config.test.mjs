import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const read = (name) => readFileSync(path.join(import.meta.dirname, name));

/** Width and height from a PNG's first chunk (https://www.w3.org/TR/png-3/#11IHDR). */
function pngSize(bytes) {
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

/** The sizes in an ICO's directory, each checked against the PNG it points to. */
function icoSizes(bytes) {
  const entries = Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => 6 + 16 * index);
  return entries.map((at) => {
    const size = bytes.readUInt8(at) || 256;
    expect(pngSize(bytes.subarray(bytes.readUInt32LE(at + 12)))).toBe(`${size}x${size}`);
    return size;
  });
}

describe('what is packaged', () => {
  beforeEach(() => vi.resetModules());
  afterEach(() => vi.unstubAllEnvs());

  async function config(environment = {}) {
    vi.stubEnv('BELLHOP_FALLBACK', environment.fallback);
    vi.stubEnv('BELLHOP_TEST_BUILD', environment.testBuild);
    return (await import('./electron-builder.config.mjs')).default;
  }

  test('every system has its targets', async () => {
    const { linux, win, mac } = await config();
    expect(linux.target).toEqual(['AppImage', 'deb', 'rpm', 'tar.gz']);
    expect(win.target).toEqual(['nsis']);
    expect(mac.target).toEqual([{ target: 'dmg', arch: ['x64', 'arm64'] }]);
  });

  test('patterns stand in one list: a list under a system that only excludes would pack the whole checkout', async () => {
    const { linux, win, mac } = await config();
    expect([linux.files, win.files, mac.files]).toEqual([undefined, undefined, undefined]);
  });

  test('a release holds no better-sqlite3 built here, and no inspector', async () => {
    const { files, electronFuses } = await config();
    expect(files).toContain('!node_modules/better-sqlite3/build/**');
    expect(electronFuses.enableNodeCliInspectArguments).toBe(false);
  });

  test('the fallback brings its better-sqlite3, and a test build can be steered', async () => {
    const { files, electronFuses } = await config({ fallback: '1', testBuild: '1' });
    expect(files).not.toContain('!node_modules/better-sqlite3/build/**');
    expect(electronFuses.enableNodeCliInspectArguments).toBe(true);
  });
});

describe('icons', () => {
  test('the app has one for each system', () => {
    expect(pngSize(read('icon.png'))).toBe('1024x1024');
    expect(icoSizes(read('icon.ico'))).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
    expect(read('icon.icns').toString('latin1', 0, 4)).toBe('icns');
    expect(read('icon.icns').readUInt32BE(4)).toBe(read('icon.icns').length);
    const sizes = readdirSync(path.join(import.meta.dirname, 'icons'));
    expect(sizes).toHaveLength(8);
    for (const name of sizes) expect(`${pngSize(read(`icons/${name}`))}.png`).toBe(name);
  });

  test.each(['idle', 'unread', 'disconnected', 'paused'])('the tray can show %s', (state) => {
    expect(pngSize(read(`tray/tray-${state}Template.png`))).toBe('16x16');
    expect(pngSize(read(`tray/tray-${state}Template@2x.png`))).toBe('32x32');
    for (const ground of ['light', 'dark']) {
      expect(pngSize(read(`tray/tray-${state}-${ground}.png`))).toBe('32x32');
      expect(pngSize(read(`tray/tray-${state}-${ground}@2x.png`))).toBe('64x64');
      expect(icoSizes(read(`tray/tray-${state}-${ground}.ico`))).toEqual([16, 20, 24, 32, 48]);
    }
  });
});
