import { parseArgs, styleText } from 'node:util';
import type { Diagnosis, DiagnosisStep } from '../../preload/contract.ts';
import { dataFolder } from '../data-folder.ts';
import { oneLine } from '../terminal.ts';
import { type Command, usageError } from './command.ts';
import { findSource } from './find-source.ts';
import { withBellhop } from './reach.ts';

const usage = `Usage: bellhop doctor [NAME|ID] [--json]

Walks from each server to the toast and says what works, what doesn't, and what to do about it.
Connects by itself and stores nothing. Takes up to ten seconds a source, several at a time.
Exit code 0: nothing failed; 1: something did.

  --json       for programs: result is ok, failed, unknown or skipped
  --data DIR   data folder (default: BELLHOP_DATA, or the system's place for application data)`;

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, data: { type: 'string' } },
  });
  const [name, ...rest] = positionals;
  if (rest.length > 0) throw usageError('"doctor" takes one NAME or ID, or none.');

  const { diagnoses, running } = await withBellhop(dataFolder(values.data), async ({ ask, running }) => {
    const { sources } = await ask('readState', {});
    const source = name === undefined ? null : findSource(sources, name).id;
    return { running, diagnoses: await ask('diagnose', { source }) };
  });
  if (values.json) console.log(JSON.stringify({ running, sources: diagnoses }, null, 2));
  else print(diagnoses, running);
  if (diagnoses.some(hasFailed)) process.exitCode = 1;
}

const hasFailed = ({ steps }: Diagnosis) => steps.some(({ result }) => result === 'failed');

const LABELS: Record<DiagnosisStep['step'], string> = {
  server: 'Server',
  tls: 'Encryption',
  auth: 'Access',
  stream: 'Stream',
  heartbeat: 'Heartbeat',
  store: 'History',
  toast: 'Toasts',
};
/** Colours only on a terminal: `styleText` looks. */
const MARKS = {
  ok: ['green', '✓'],
  failed: ['red', '✗'],
  unknown: ['yellow', '?'],
  skipped: ['gray', '–'],
} as const;
const LABEL_WIDTH = Math.max(...Object.values(LABELS).map(({ length }) => length));

function print(diagnoses: Diagnosis[], running: boolean): void {
  if (!running) console.log('Bellhop isn’t running: nothing is received until it starts.\n');
  for (const { name, steps } of diagnoses) {
    console.log([styleText('bold', oneLine(name)), ...steps.flatMap(lines), ''].join('\n'));
  }
  const failed = diagnoses.filter(hasFailed).length;
  if (diagnoses.length === 0) console.log('No source yet. Add one: bellhop source add URL');
  else console.log(failed === 0 ? 'Nothing failed.' : `${failed} of ${diagnoses.length} need a look (✗).`);
}

function lines({ step, result, text, advice }: DiagnosisStep): string[] {
  const [colour, mark] = MARKS[result];
  const line = `  ${styleText(colour, mark)} ${LABELS[step].padEnd(LABEL_WIDTH)}  ${oneLine(text)}`;
  return advice === null ? [line] : [line, `    ${' '.repeat(LABEL_WIDTH)}  ${oneLine(advice)}`];
}

export const doctor: Command = {
  summary: 'find out what is wrong between a server and the toast, and what to do',
  usage,
  run,
};
