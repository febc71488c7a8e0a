import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readDemoFile } from '../../server/demo-file.ts';
import { dataFolder } from '../data-folder.ts';
import { printable } from '../terminal.ts';
import { type Command, parseValues, usageError } from './command.ts';

const usage = `Usage: bellhop send TEXT [OPTIONS]

Publishes a notification to a companion server. "-" as TEXT reads it from standard input.

  --title TEXT
  --priority 1-5   1 is lowest, 5 is urgent
  --type TYPE      what kind of notification it is (default "message")
  --link URL       what a click on the notification opens
  --tag TAG        may be given several times
  --to USER        somebody else (needs a token made with --publish-any)
  --server URL     default: BELLHOP_SERVER, or the demo server of the data folder
  --token TOKEN    default: BELLHOP_TOKEN, or the demo's (the environment is the safer place:
                   other users of a machine can see a program's arguments)
  --data DIR       data folder (default: BELLHOP_DATA, or the system's place for application data)`;

const ANSWER_MS = 10_000;

const flags = z.object({
  title: z.string().optional(),
  priority: z.coerce.number('expected 1 to 5').int().min(1).max(5).optional(),
  // Digits are a number, as in the original's integer type ids.
  type: z
    .union([
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
      z.string(),
    ])
    .optional(),
  link: z.string().optional(),
  tag: z.array(z.string()).optional(),
  to: z.string().optional(),
  server: z.url({ protocol: /^https?$/, error: 'expected an http or https URL' }).optional(),
  token: z.string().optional(),
  data: z.string().optional(),
});

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      title: { type: 'string' },
      priority: { type: 'string' },
      type: { type: 'string' },
      link: { type: 'string' },
      tag: { type: 'string', multiple: true },
      to: { type: 'string' },
      server: { type: 'string' },
      token: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const [text, ...rest] = positionals;
  if (text === undefined || rest.length > 0) throw usageError('Give the text as one argument, in quotes.');
  const environment = {
    server: process.env.BELLHOP_SERVER || undefined,
    token: process.env.BELLHOP_TOKEN || undefined,
  };
  const { title, priority, type, link, tag, to, ...where } = parseValues(flags, {
    ...environment,
    ...values,
  });
  const { server, token } = target(where);
  const content = text === '-' ? (await readAll(process.stdin)).trimEnd() : text;
  await post(server, token, {
    content,
    title,
    priority,
    notificationTypeId: type,
    link,
    tags: tag,
    toUserId: to,
  });
}

/** The demo's token goes to the demo only, never to a server that was named. */
function target({
  server,
  token,
  data,
}: {
  server?: string | undefined;
  token?: string | undefined;
  data?: string | undefined;
}) {
  if (server) {
    if (!token) throw usageError('This server needs a token: --token or BELLHOP_TOKEN.');
    return { server: server.replace(/\/+$/, ''), token };
  }
  const demo = readDemoFile(dataFolder(data));
  if (!demo)
    throw usageError('Say which server: --server or BELLHOP_SERVER (or start a demo: bellhop serve --demo).');
  return { server: demo.url, token: token ?? demo.token };
}

async function post(server: string, token: string, notification: object): Promise<void> {
  const answer = await fetch(`${server}/api/v1/notifications`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(notification),
    // A redirect would take the token elsewhere.
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_MS),
  }).catch((error: Error) => {
    throw new Error(unreachable(server, error), { cause: error });
  });
  const body = await answer.json().catch(() => undefined); // not JSON: then it is no Bellhop server, said below
  if (answer.status === 201) return console.log(`Sent (${createdSchema.parse(body).id}).`);
  const refusal = refusalSchema.safeParse(body);
  const words = refusal.success ? refusal.data.error.message : 'This does not look like a Bellhop server.';
  throw new Error(printable(`${server} answered ${answer.status}: ${words}`));
}

const createdSchema = z.object({ id: z.int() });
const refusalSchema = z.object({ error: z.object({ message: z.string().max(2000) }) });

function unreachable(server: string, error: Error): string {
  if (error.name === 'TimeoutError') return `${server} has not answered within ${ANSWER_MS / 1000} seconds.`;
  const cause = error.cause as NodeJS.ErrnoException | undefined;
  const reason = cause?.code || cause?.message || error.message;
  return `No server answers at ${server} (${reason}). Is it running? To run one: bellhop serve`;
}

export const send: Command = { summary: 'publish a notification to a companion server', usage, run };
