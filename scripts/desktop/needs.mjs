import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from '../run/command.mjs';
import { step } from '../run/progress.mjs';

// What the test desktop is made of and Electron links with, each with the Debian package that has it.
const programs = {
  Xvfb: 'xvfb',
  'dbus-daemon': 'dbus',
  'dbus-send': 'dbus',
  dunst: 'dunst',
  dunstctl: 'dunst',
  busctl: 'systemd',
  'notify-send': 'libnotify-bin',
  'gnome-keyring-daemon': 'gnome-keyring',
  xdotool: 'xdotool',
  scrot: 'scrot',
  unshare: 'util-linux',
  python3: 'python3',
};
const pythonModule = '/usr/lib/python3/dist-packages/gi';
const libraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libsecret-1.so.0': 'libsecret-1-0',
};

/** Servers that Bellhop is tried against. */
const servers = {
  '/usr/sbin/nginx': 'nginx',
  '/usr/lib/nginx/modules/ngx_nchan_module.so': 'libnginx-mod-nchan',
};

/**
 * Makes sure that the test desktop can run: on Debian as root by installing what is missing.
 * @returns {Promise<string | undefined>} undefined when all is there, else why not and what to do, in words
 */
export async function ensureDesktopNeeds() {
  if (process.platform !== 'linux')
    return `The test desktop (Xvfb, D-Bus, dunst) exists on Linux only, not on ${process.platform}.`;
  return ensure('The test desktop', missingPackages);
}

/** The same for the libraries alone that Electron links with. */
export function ensureElectronLibraries() {
  return ensure('Electron', missingLibraryPackages);
}

/** The same for the servers that Bellhop is tried against. */
export async function ensureServerNeeds() {
  if (process.platform !== 'linux')
    return `The test against nginx takes it from Debian: there is none on ${process.platform}.`;
  return ensure('The test against nginx', missingServerPackages);
}

async function ensure(what, missing) {
  const before = await missing();
  if (before.length === 0) return undefined;
  const debian = existsSync('/usr/bin/apt-get');
  if (!debian || process.getuid() !== 0) return howToInstall(what, before, debian);
  await step(`Installing Debian packages for ${what}: ${before.join(' ')}`, () => aptInstall(before));
  const after = await missing();
  return after.length === 0 ? undefined : howToInstall(what, after, debian);
}

/** The Debian names of what this machine lacks for the test desktop. */
async function missingPackages() {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin'];
  const lacks = (program) => !folders.some((folder) => existsSync(path.join(folder, program)));
  const lacking = Object.entries(programs).filter(([program]) => lacks(program));
  const python = existsSync(pythonModule) ? [] : ['python3-gi'];
  return [...new Set([...lacking.map(([, name]) => name), ...python, ...(await missingLibraryPackages())])];
}

function missingServerPackages() {
  const lacking = Object.entries(servers).filter(([file]) => !existsSync(file));
  return lacking.map(([, debianPackage]) => debianPackage);
}

async function missingLibraryPackages() {
  const ldconfig = existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig';
  const present = await runQuietly(ldconfig, ['-p']);
  const lacking = Object.entries(libraries).filter(([library]) => !present.includes(`\t${library} `));
  return lacking.map(([, debianPackage]) => debianPackage);
}

function howToInstall(what, packages, debian) {
  const command = `sudo apt-get install -y ${packages.join(' ')}`;
  return debian
    ? `${what} needs packages that are missing. Install them with: ${command}`
    : `${what} needs what Debian calls: ${packages.join(' ')}. On Debian the command would be: ${command}`;
}

async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', ['update', '-q'], { env });
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  await withoutStartingServices(
    () => runQuietly('apt-get', install, { env, letFinish: true }), // cut short, it would leave dpkg in need of repair
  );
}

/** Debian starts what it installs: the tests start servers of their own. https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt */
async function withoutStartingServices(install) {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return install();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await install();
  } finally {
    rmSync(policy);
  }
}
