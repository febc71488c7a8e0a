#!/usr/bin/env node
import packageJson from '../package.json' with { type: 'json' };
import { type Command, isUsageError, usageError } from './cli/command.ts';
import { doctor } from './cli/doctor.ts';
import { send } from './cli/send.ts';
import { serve } from './cli/serve.ts';
import { settings } from './cli/settings.ts';
import { source } from './cli/source.ts';
import { token } from './cli/token.ts';
import { requireNode } from './node-version.ts';
import { printable } from './terminal.ts';

/** Composition root of the `bellhop` command. Exit codes: 0 done, 1 failed, 2 called wrongly. */
const commands: Record<string, Command> = { serve, token, send, source, settings, doctor };

const overview = `Usage: bellhop COMMAND [OPTIONS]

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`)
  .join('\n')}

"bellhop COMMAND --help" tells more about one. "bellhop --version" prints the version.`;

async function main([name, ...args]: string[]): Promise<void> {
  requireNode();
  if (name === '--version') return console.log(packageJson.version);
  if (name === '--help' || name === 'help') return console.log(overview);
  if (name === undefined) throw usageError(overview);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw usageError(`There is no command "${name}".\n\n${overview}`);
  if (args.includes('--help')) return console.log(command.usage);
  await command.run(args).catch((error) => {
    throw isUsageError(error) ? usageError(`${error.message}\n\n${command.usage}`) : error;
  });
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(printable(error.message));
  process.exitCode = isUsageError(error) ? 2 : 1;
});
