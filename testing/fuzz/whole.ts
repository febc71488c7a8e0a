import { deepStrictEqual } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TIMING } from '../../main/feed/backoff.ts';
import { MAX_EVENT_BYTES } from '../../main/feed/event-stream.ts';
import { startFeed } from '../../main/feed/feed.ts';
import { decide } from '../../main/policy/decide.ts';
import { policyAt } from '../../main/policy/laid-down.ts';
import { settingsSchema } from '../../main/settings/schema.ts';
import { type Db, openDatabase } from '../../main/store/database.ts';
import { readFeedMemory } from '../../main/store/feeds.ts';
import { commitIntake, type Intake } from '../../main/store/intake.ts';
import { makeBlock } from './blocks.ts';
import { startFaultyServer } from './faulty-server.ts';
import { seeded } from './random.ts';
import { NOW, type Tongue, tongues } from './tongues.ts';

const AT_ONCE = 8;
const TIME_MS = 60_000;
const timing = { ...TIMING, baseMs: 1, capMs: 10 };
const policy = policyAt(settingsSchema.parse({}), { enabled: true, muted: false }, NOW);

/**
 * Streams the whole way: from a server whose connections break, by socket, feed and policy into a database. Each
 * well-formed notice must be there once, in the server's order, and nothing else.
 * @throws AssertionError naming the seed with which that one stream can be made again
 */
export async function goTheWholeWay(streams: number, seed: number) {
  const folder = mkdtempSync(join(tmpdir(), 'bellhop-fuzz-'));
  const db = openDatabase(join(folder, 'bellhop.db'));
  const server = await startFaultyServer();
  let next = 0;
  let notices = 0;
  const lane = async () => {
    while (next < streams) {
      const count = await goOnce(seed + next++, db, server);
      notices += count;
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return { notices, broken: server.broken() };
  } finally {
    server.close();
    db.close();
    rmSync(folder, { recursive: true });
  }
}

type Server = Awaited<ReturnType<typeof startFaultyServer>>;

async function goOnce(seed: number, db: Db, server: Server): Promise<number> {
  const random = seeded(seed);
  const tongue = random.pick(tongues);
  const large = random.chance(0.03);
  const context = { tongue, limit: MAX_EVENT_BYTES };
  const numbers = Array.from({ length: 2 + random.below(30) }, () => random.below(2 ** 31));
  // The last is a notice: when it is here, so must be all before it.
  const blocks = [...numbers, 0].map((number, index) =>
    makeBlock(number, { ...context, serial: index + 1 }, large),
  );
  const expected = blocks.flatMap((block) => block.expected?.bodies ?? []);
  const headers = random.chance(0.5) ? { 'Bellhop-Heartbeat': '15' } : {};
  const url = server.offer({ blocks, headers, cuts: random.below(5), seed });

  await receive(db, `s${seed}`, tongue, url, expected.length);
  const bodies = db.prepare('SELECT body FROM notices WHERE source = ? ORDER BY id').pluck().all(`s${seed}`);
  // What ntfy sends live may overtake what was missed.
  const ordered = (list: unknown[]) => (tongue.name === 'ntfy' ? list.sort() : list);
  deepStrictEqual(ordered(bodies), ordered(expected), `${tongue.name} stream with seed ${seed}`);
  return expected.length;
}

/** Listens until so many notices are stored, or for as long as that may take at most. */
async function receive(db: Db, source: string, tongue: Tongue, url: string, count: number): Promise<void> {
  let stored = 0;
  let enough = () => {};
  const allStored = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const timer = setTimeout(enough, TIME_MS);
  const commit = (part: Omit<Intake, 'source'>) => {
    const intake = { source, ...part };
    const judge: Parameters<typeof commitIntake>[2] = (notices, recentToasts) =>
      decide({ ...intake, notices, recentToasts, digestGathers: false }, policy, { visible: () => false });
    const fresh = commitIntake(db, intake, judge, NOW).notices.length;
    stored += fresh;
    if (stored >= count) enough();
    return fresh;
  };
  const feed = startFeed({
    ...{ dialect: tongue.dialect(url), fetch, timing, commit, clock: () => NOW },
    authorize: () => ({}),
    memory: () => readFeedMemory(db, source),
    onState() {},
    journal() {},
  });
  await allStored;
  clearTimeout(timer);
  await feed.stop();
}
