import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { startServer } from '../../server/serve.ts';
import { type Fault, faultyProxy, type Plan } from '../faults/proxy.ts';
import { seededRandom } from '../seeded-random.ts';
import { startHost } from './host.ts';

/**
 * npm run chaos -- --kills N --events M: kills the real headless host with SIGKILL at random moments while M events of two
 * servers stream through connections that keep breaking: cleanly, with a reset, or by falling silent, in the middle of
 * whatever is on the wire. Once the network has healed, the store must hold each event exactly once, under its source and in
 * its server's order, and no notice may have been toasted twice.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '25' },
    events: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const { kills, events, seed } = z
  .object({
    kills: z.coerce.number().int().min(1).max(10_000),
    events: z.coerce.number().int().min(1).max(1_000_000),
    seed: z.coerce.number().int(),
  })
  .parse(values);

const random = seededRandom(seed);
const folder = mkdtempSync(join(tmpdir(), 'bellhop-chaos-'));
const data = join(folder, 'data');
let faulty = false;
const servers = await Promise.all(['one', 'two'].map(startBrokenServer));
const named: string[] = [];
/** A digest names its newest notices only, and counts all: told twice, they would be more than there are. */
let told = 0;
const start = (server: BrokenServer) =>
  startHost(data, server, (line) => {
    const names = eventsIn(line);
    named.push(...names);
    told += Number(/([\d,]+) new notifications/.exec(line)?.[1]?.replaceAll(',', '') ?? names.length);
  });

// A start brings the token of one server: the other's has to outlive the kills, and there is no keyring.
mkdirSync(data);
writeFileSync(join(data, 'settings.json'), '{"preferences":{"storeSecretsInFile":true}}');
const [one, two] = servers as [BrokenServer, BrokenServer];
// The first connection imports history without toasts: let it be over before the first event.
let host = start(one);
await until(() => greeted() === 1, 60);
await host.quit();
host = start(two);
await until(() => greeted() === 2, 60);
faulty = true;

let published = 0;
for (let kill = 1; kill <= kills; kill++) {
  const due = Math.round((events * kill) / kills);
  const killed = (async () => {
    await host.ready;
    await setTimeout(random() * 700);
    await host.kill();
  })();
  while (published < due) {
    publish();
    if (random() < 0.3) await setTimeout(random() * 40); // bursts and single events
  }
  await killed;
  host = start(two);
}
faulty = false; // the network heals: what is missing from now on is lost, not late
await until(() => stored().length >= events, 120);
await host.ready;
const code = await host.quit();
for (const { proxy } of servers) proxy.close();

const notices = stored();
const bodies = notices.map(({ body }) => body);
const lost = events - new Set(bodies).size;
const doubled = bodies.length - new Set(bodies).size;
const bySource = Object.values(Object.groupBy(notices, ({ source }) => source));
const arrived = bySource.map((all) => all?.map(({ body }) => body).join());
const inOrder = servers.every(({ sent }) => sent.length === 0 || arrived.includes(sent.join()));
const twice = Math.max(named.length - new Set(named).size, told - events, 0);
for (const { server } of servers) await server.close();

const faults = servers.reduce((sum, { proxy }) => sum + proxy.faults(), 0);
console.log(
  `seed ${seed}, ${faults} broken connections, ${told} notices on toasts, ${named.length} of them by name`,
);
const well = lost === 0 && doubled === 0 && twice === 0 && inOrder && code === 0;
if (!inOrder) console.log('The events are not as their servers sent them, under each source and in order.');
if (code !== 0) console.log(`The host ended with code ${code} instead of 0.`);
if (well) rmSync(folder, { recursive: true });
else console.log(`Kept for a look: ${folder}`);
console.log(`${kills} kills, ${events} events: ${lost} lost, ${doubled} doubled, ${twice} toasted twice`);
process.exit(well ? 0 : 1);

type BrokenServer = Awaited<ReturnType<typeof startBrokenServer>>;

/** A server behind connections that keep breaking as soon as `faulty` says so. */
async function startBrokenServer(name: string) {
  const server = await startServer({ dbFile: join(folder, `${name}.db`), heartbeatMs: 400 });
  const proxy = await faultyProxy(server.port, () => (faulty ? nextPlan() : null));
  const sent: string[] = [];
  return { server, proxy, sent, url: proxy.url, token: server.createToken('chaos') };
}

/** Some connections live long, most break within a few events. */
function nextPlan(): Plan | null {
  const faults: Fault[] = ['end', 'reset', 'silence'];
  const fault = faults[Math.floor(random() * faults.length)] as Fault;
  return random() < 0.2 ? null : { afterBytes: 200 + Math.floor(random() * 3_000), fault };
}

function publish(): void {
  published += 1;
  const priority = random() < 0.1 ? 5 : 3;
  const content = `event-${String(published).padStart(7, '0')}`;
  const { server, sent } = random() < 0.5 ? one : two;
  server.publish('chaos', { content, notificationTypeId: 1, priority });
  sent.push(content);
}

/** Every notice that a line of the terminal names; a digest names its newest ones. */
function eventsIn(line: string): string[] {
  return line.match(/event-\d{7}/g) ?? [];
}

function readStore<T>(read: (db: Database.Database) => T): T | undefined {
  if (!existsSync(join(data, 'bellhop.db'))) return undefined;
  try {
    const db = new Database(join(data, 'bellhop.db'), { readonly: true });
    try {
      return read(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) return undefined; // just being made or recovered
    throw error;
  }
}

/** How many sources are through with their history. */
function greeted(): number {
  const sql = 'SELECT count(*) FROM feeds WHERE greetedAt IS NOT NULL';
  return readStore((db) => db.prepare(sql).pluck().get() as number) ?? 0;
}

/** What is in the history, in its order. */
function stored(): { source: string; body: string }[] {
  const sql = 'SELECT source, body FROM notices ORDER BY id';
  return readStore((db) => db.prepare(sql).all() as { source: string; body: string }[]) ?? [];
}

async function until(done: () => boolean, seconds: number): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (!done() && performance.now() < deadline) await setTimeout(50);
}
