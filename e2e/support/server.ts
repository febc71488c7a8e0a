import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

/** The companion server with its demo account, as a process of its own. Port and token outlive a restart. */
export interface CompanionServer {
  url: string;
  token: string;
  /** Publishes over HTTP; resolves to the row's id. */
  publish(notification: {
    content: string;
    title?: string;
    /** What it is about: its topic. */
    notificationTypeId?: string;
    priority?: number;
    link?: string;
  }): Promise<number>;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Starts it again after `stop` or `kill`, on the same port and data. */
  restart(): Promise<void>;
}

const readySchema = z.object({ ready: z.literal(true), url: z.url(), token: z.string() });

/**
 * @param data its data folder: not the app's, whose data it must not share a life with
 * @param args more arguments for `bellhop serve`, such as --compat
 */
export async function startCompanion(data: string, args: string[] = []): Promise<CompanionServer> {
  let { child, url, token } = await serve(data, 0, args);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    url,
    token,
    publish: (notification) => publish(url, token, notification),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async restart() {
      ({ child } = await serve(data, Number(new URL(url).port), args));
    },
  };
}

async function serve(data: string, port: number, args: string[]) {
  const options = ['--demo', '--data', data, '--port', String(port), ...args];
  const child = fork('out/main/cli.cjs', ['serve', ...options], { execArgv: [] });
  const { url, token } = readySchema.parse(await firstMessage(child));
  return { child, url, token };
}

async function firstMessage(child: ChildProcess): Promise<unknown> {
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`The companion server exited with code ${code} before it was ready.`);
  });
  const [message] = await Promise.race([once(child, 'message'), failed]);
  return message;
}

async function publish(url: string, token: string, notification: object): Promise<number> {
  const response = await fetch(`${url}/api/v1/notifications`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(notification),
  });
  if (response.status !== 201)
    throw new Error(`Publishing failed: ${response.status} ${await response.text()}`);
  return z.object({ id: z.number() }).parse(await response.json()).id;
}
