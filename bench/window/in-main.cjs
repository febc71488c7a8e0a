// Loaded into the app before its own program (`electron -r`), which does in main what measure.ts asks for. Playwright could do
// that too, but attaches a debugger to every window, and pages start slower with one.
const electron = require('electron');

process.on('message', async ({ program, argument }) => {
  try {
    // biome-ignore lint/security/noGlobalEval: it comes from measure.ts
    process.send({ value: await eval(`(${program})`)(electron, argument) });
  } catch (error) {
    process.send({ error: String(error) });
  }
});
electron.app.whenReady().then(() => process.send({ value: 'ready' }));
