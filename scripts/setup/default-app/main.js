// What `electron .` relies on and a bare runtime lacks: opens the app named on the command line, as Electron's own
// default app does (https://github.com/electron/electron/blob/main/default_app/main.ts).
const { app, dialog } = require('electron');
const { readFileSync, statSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const { required, target } = readCommandLine(process.argv.slice(1));
for (const file of required) require(path.resolve(file)); // Playwright steers the app through such a file

try {
  openApp(path.resolve(target ?? '.'));
} catch (error) {
  console.error(`The app could not be opened: ${error.stack}`);
  if (process.env.DISPLAY) dialog.showErrorBox('The app could not be opened', String(error.stack));
  app.exit(1);
}

function readCommandLine(args) {
  const required = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '-r' || args[i] === '--require') required.push(args[++i]);
    else if (!args[i].startsWith('-')) return { required, target: args[i] };
  }
  return { required, target: undefined };
}

function openApp(file) {
  let main = file;
  if (statSync(file).isDirectory()) {
    const manifest = JSON.parse(readFileSync(path.join(file, 'package.json'), 'utf8'));
    const name = manifest.productName || manifest.name;
    app.setName(name);
    app.setDesktopName(manifest.desktopName || `${name.toLowerCase()}.desktop`);
    if (manifest.version) app.setVersion(manifest.version);
    app.setAppPath(file);
    main = path.join(file, manifest.main || 'index.js');
  }
  Module._load(main, Module, true); // as the main module, like Electron's own
}
