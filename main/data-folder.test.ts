import { resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { dataFolder } from './data-folder.ts';

afterEach(() => void vi.unstubAllEnvs());

test('the flag wins over BELLHOP_DATA, and a relative folder is made absolute', () => {
  vi.stubEnv('BELLHOP_DATA', 'from-env');
  expect(dataFolder('from-flag')).toBe(resolve('from-flag'));
  expect(dataFolder()).toBe(resolve('from-env'));
});

test.runIf(process.platform === 'linux')(
  'otherwise it is in the person’s folder for application data',
  () => {
    vi.stubEnv('BELLHOP_DATA', '');
    vi.stubEnv('XDG_CONFIG_HOME', '/home/a/.config');
    expect(dataFolder()).toBe('/home/a/.config/Bellhop');
  },
);
