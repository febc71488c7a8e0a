// What is packaged, and how, for each system: https://www.electron.build/configuration
// `npm run dist` reads it. Two switches come from the environment:
//   BELLHOP_FALLBACK=1    the package is made on the fallback Electron, whose better-sqlite3 is built here
//   BELLHOP_TEST_BUILD=1  the package is for Playwright, which steers the app through Node's inspector
const onFallback = process.env.BELLHOP_FALLBACK === '1';
const forTests = process.env.BELLHOP_TEST_BUILD === '1';

/** The name that Windows (toasts, taskbar), macOS (bundle) and Linux (desktop file) know the app by. Never change it. */
const appId = 'app.bellhop.Bellhop';

/** @type {import('electron-builder').Configuration} */
export default {
  appId,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in
  artifactName: '${name}-${version}-${os}-${arch}.${ext}',
  directories: { output: 'dist', buildResources: 'build' },
  // Linux finds the desktop file, and so icon and window group, by this name.
  extraMetadata: { desktopName: `${appId}.desktop` },
  files: [
    'package.json',
    'out/**',
    '!out/**/*.map',
    '!out/built-from.txt',
    'build/icons/{64x64,128x128}.png',
    'build/tray/*.{png,ico}',
    // better-sqlite3 carries its sources and a binary for every platform. Each system is packaged on itself, so the
    // platform that runs this is the target's. (Not under linux/win/mac: patterns there would pack the whole checkout.)
    '!node_modules/better-sqlite3/{deps,src}/**',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
    `!node_modules/better-sqlite3/build/${onFallback ? '!(Release)' : '**'}`,
    '!node_modules/node-addon-api/**', // builds better-sqlite3
  ],
  npmRebuild: false, // better-sqlite3's binaries fit every Electron (Node-API)
  publish: null, // the release workflow uploads

  // What an attacker who can start the app or write beside it must not get: https://www.electronjs.org/docs/latest/tutorial/fuses
  electronFuses: {
    runAsNode: false, // ELECTRON_RUN_AS_NODE would make the signed app run any script
    enableNodeOptionsEnvironmentVariable: false, // NODE_OPTIONS likewise
    enableNodeCliInspectArguments: forTests, // --inspect likewise; the only fuse that Playwright needs
    onlyLoadAppFromAsar: true, // no app/ folder slipped in beside app.asar …
    enableEmbeddedAsarIntegrityValidation: true, // … and no altered app.asar (macOS and Windows)
    enableCookieEncryption: true, // should a server set one, it is as secret as its token
    // The window is served over the app's own protocol. (The fallback is older than this fuse.)
    ...(onFallback ? {} : { grantFileProtocolExtraPrivileges: false }),
  },

  linux: {
    target: ['AppImage', 'deb', 'rpm', 'tar.gz'],
    icon: 'build/icons',
    executableName: 'bellhop',
    category: 'Network',
    synopsis: 'Desktop notifications from your own servers',
    maintainer: 'The Bellhop authors',
    syncDesktopName: true,
    desktop: { entry: { Keywords: 'notification;inbox;alert;tray;', StartupNotify: 'false' } },
  },

  // Its launcher turns Chromium's sandbox off where the kernel forbids user namespaces; the default here, everywhere.
  appImage: { executableArgs: [] },

  win: {
    target: ['nsis'],
    icon: 'build/icon.ico',
  },
  // For one person, into their own folder: no administrator is asked for.
  nsis: { oneClick: true, perMachine: false },

  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    icon: 'build/icon.icns',
    category: 'public.app-category.productivity',
    hardenedRuntime: true,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
    // An attachment that was saved is checked before it first opens, as one from a browser is.
    extendInfo: { LSFileQuarantineEnabled: true },
  },
};
