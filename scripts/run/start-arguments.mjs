import path from 'node:path';

export const usage = `Usage: npm start -- [OPTIONS]

  --server URL --token T   listen to your own server instead of the demo (the token may also stand in BELLHOP_TOKEN)
  --data DIR               another data folder (or BELLHOP_DATA); several can run side by side
  --headless               no window: each toast is a line on the terminal
  --hidden                 start in the tray; another "npm start" opens the window

Other options go to Electron.`;

const withValue = ['--data', '--server', '--token'];

/**
 * Reads what follows `npm start --`. What it doesn't know is for the app.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env BELLHOP_DATA and BELLHOP_TOKEN stand in for --data and --token; INIT_CWD, from npm, is
 *   the folder the person typed the command in
 * @param {string} checkout holds the data folder when none is named
 * @returns {{data: string, server?: string, token?: string, headless: boolean, forApp: string[]}} `data` is absolute
 * @throws {Error} for a missing or unusable value, in words for the person
 */
export function readStartArguments(args, env, checkout) {
  const values = {};
  const forApp = [];
  let headless = false;
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = splitOnce(args[i], '=');
    if (withValue.includes(name)) values[name] = inline ?? args[++i];
    else if (args[i] === '--headless') headless = true;
    else if (!args[i].startsWith('-')) throw new Error(strayWord(args[i]));
    else forApp.push(args[i]);
    if (name in values && !values[name]) throw new Error(`${name} needs a value.`);
  }
  const server = values['--server'];
  const token = values['--token'] ?? env.BELLHOP_TOKEN;
  if (server !== undefined) checkServer(server, token);
  else if (values['--token']) throw new Error('--token goes with --server URL.');
  const data = path.resolve(
    env.INIT_CWD || '.',
    values['--data'] ?? (env.BELLHOP_DATA || defaultData(checkout)),
  );
  return { data, headless, forApp, ...(server === undefined ? {} : { server, token }) };
}

/** Where a checkout keeps its data unless told otherwise. */
export function defaultData(checkout) {
  return path.join(checkout, '.bellhop');
}

function strayWord(word) {
  return `What is "${word}" for? npm keeps options for itself unless "--" stands before them.\n\n${usage}`;
}

function checkServer(server, token) {
  if (!URL.canParse(server) || !/^https?:$/.test(new URL(server).protocol))
    throw new Error(`--server needs an http or https URL, not "${server}".`);
  if (!token) throw new Error('--server needs --token T as well (or BELLHOP_TOKEN in the environment).');
}

function splitOnce(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
