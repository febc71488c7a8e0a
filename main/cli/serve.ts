import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ORIGINAL } from '../../server/compat.ts';
import { DEFAULT_PORT, databaseFile, startDemo } from '../../server/demo.ts';
import { type RunningServer, startServer } from '../../server/serve.ts';
import { dataFolder } from '../data-folder.ts';
import { type Command, parseValues } from './command.ts';

const usage = `Usage: bellhop serve [OPTIONS]

Runs the companion notification server until it is interrupted.

  --port PORT      port to listen on (default ${DEFAULT_PORT})
  --host ADDRESS   address to listen on (default 127.0.0.1). It speaks plain HTTP: for other
                   machines put it behind a proxy with TLS
  --data DIR       data folder (default: BELLHOP_DATA, or the system's place for application data)
  --heartbeat S    seconds of silence after which a sign of life is sent (default 15)
  --demo           with an account to try things with; keeps its port and token in DIR/demo.json
  --compat         live streams behave like the original endpoint, faults included (for tests)`;

const flags = z.object({
  port: z.coerce.number('expected a number').int().min(0).max(65535).optional(),
  host: z.string().min(1).default('127.0.0.1'),
  data: z.string().optional(),
  heartbeat: z.coerce.number('expected seconds').min(1).max(3600).default(15),
  demo: z.boolean().default(false),
  compat: z.boolean().default(false),
});

async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      heartbeat: { type: 'string' },
      demo: { type: 'boolean' },
      compat: { type: 'boolean' },
    },
  });
  const { port, host, data, heartbeat, demo, compat } = parseValues(flags, values);
  const dataDir = dataFolder(data);
  const options = { host, heartbeatMs: heartbeat * 1000, ...(compat && { compat: ORIGINAL }) };
  if (demo) return serveDemo(dataDir, { ...options, ...(port !== undefined && { port }) });

  const server = await startServer({ ...options, dbFile: databaseFile(dataDir), port: port ?? DEFAULT_PORT });
  await announce(
    { ready: true, url: server.url },
    `Listening on ${server.url} (data in ${dataDir}). Ctrl-C ends it.`,
  );
  await runUntilStopped(server);
}

async function serveDemo(dataDir: string, options: Parameters<typeof startDemo>[1]): Promise<void> {
  const { server, url, token } = await startDemo(dataDir, options);
  if (!server) {
    await announce(
      { ready: true, url, token, reused: true },
      `The demo server already runs on ${url}; using that one.`,
    );
    if (process.connected) process.disconnect(); // nothing else keeps this process alive
    return;
  }
  await announce(
    { ready: true, url, token },
    `Demo server on ${url} (data in ${dataDir}). Try: bellhop send "Hello"`,
  );
  await runUntilStopped(server);
}

/** To the parent over its IPC channel, where there is one; to the person otherwise. */
async function announce(message: object, words: string): Promise<void> {
  if (!process.send) return console.log(words);
  await new Promise<void>((resolve, reject) =>
    process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve())),
  );
}

async function runUntilStopped(server: RunningServer): Promise<void> {
  await new Promise<unknown>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    process.once('disconnect', stop); // the parent is gone
    if (process.send && !process.connected) stop(undefined);
  });
  await server.close();
  if (process.connected) process.disconnect();
}

export const serve: Command = { summary: 'run the companion notification server', usage, run };
