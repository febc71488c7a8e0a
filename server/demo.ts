import { join } from 'node:path';
import { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };
import { type DemoFile, readDemoFile, writeDemoFile } from './demo-file.ts';
import { type RunningServer, type ServerOptions, startServer } from './serve.ts';

export const DEFAULT_PORT = 8787;
const DEMO_USER = 'demo';
const PROBE_MS = 3000;
/** How many ports after the wanted one are tried. */
const PORTS_TO_TRY = 50;

export interface Demo extends DemoFile {
  /** Absent when the demo of this folder already ran, and is used as it is. */
  server?: RunningServer;
}

/**
 * The server with an account to try things with. Its port and token persist in `<dataDir>/demo.json`: the port is the first
 * free one from 8787 on, and moves on only when another program has taken it. If this folder's demo is already running, it is reused.
 * @throws Error in words when a port that was asked for (`options.port`) is taken, or none is free.
 */
export async function startDemo(dataDir: string, options: Omit<ServerOptions, 'dbFile'> = {}): Promise<Demo> {
  const known = readDemoFile(dataDir);
  const wanted = options.port ?? known?.port ?? DEFAULT_PORT;
  const last = options.port === undefined ? Math.min(wanted + PORTS_TO_TRY, 65535) : wanted;
  for (let port = wanted; ; port++) {
    const server = await startServer({ ...options, dbFile: databaseFile(dataDir), port }).catch(unlessTaken);
    if (!(server instanceof Error)) return { ...(await remember(dataDir, server, known)), server };
    if (known?.port === port && (await isThisDemo(known))) return known;
    if (port >= last) throw server;
  }
}

/** The server's database in a data folder. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'server.db');

function unlessTaken(error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE') return error;
  throw error;
}

async function remember(dataDir: string, server: RunningServer, known?: DemoFile): Promise<DemoFile> {
  try {
    const { url, port } = server;
    const token = known && (await acceptsToken(url, known.token)) ? known.token : undefined;
    const demo = { url, port, token: token ?? server.createToken(DEMO_USER, { label: 'demo' }) };
    writeDemoFile(dataDir, demo);
    return demo;
  } catch (error) {
    await server.close();
    throw error;
  }
}

const healthSchema = z.object({ ok: z.literal(true), name: z.literal(packageJson.name) });

/** Asks for its name first, so that the token is not handed to whatever else has taken the port. */
async function isThisDemo({ url, token }: DemoFile): Promise<boolean> {
  try {
    const health = await fetch(`${url}/healthz`, probe());
    return healthSchema.safeParse(await health.json()).success && (await acceptsToken(url, token));
  } catch {
    return false; // no answer, or no JSON: some other program
  }
}

async function acceptsToken(url: string, token: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/api/v1/notifications?limit=1`, { headers, ...probe() });
  await answer.body?.cancel();
  return answer.ok;
}

const probe = (): RequestInit => ({ signal: AbortSignal.timeout(PROBE_MS), redirect: 'error' });
