import Database from 'better-sqlite3';
import { listNotices } from '../main/store/listing.ts';
import { parseQuery, type Query } from '../main/store/search/query.ts';
import { createSearcher } from '../main/store/search/searcher.ts';
import type { NoticeFilter } from '../preload/contract.ts';
import { watchEventLoop } from './event-loop.ts';
import { millionNotices, NOTICES } from './million.ts';
import { percentile } from './percentile.ts';

/** Typed letter by letter; every beginning is a search of its own. */
const TYPED = [
  ...['backup failed', 'certificate expired on cellar-12', 'invoice arrived', 'deploy warehouse', 'took'],
  ...[
    '509924',
    'run #77',
    'c8ca003e',
    'lotermi',
    'garvel dridri',
    'kapelri fenmibanlo',
    '"job failed on gateway-29',
  ],
];
/** What more than one in a hundred notices say selects nothing. */
const FREQUENT = NOTICES / 100;
const PAGE = 50;
const OPENINGS = 200;

type Measured = { frequent: boolean; ms: number; rawMs: number };

/**
 * Search as one types among a million notices, from the asking to the marked page, against one SQL query that gives the
 * same notices; for how long that kept the event loop; and the window’s first page.
 */
export async function search(): Promise<string[]> {
  const file = millionNotices();
  const db = new Database(file, { readonly: true });
  const searcher = createSearcher(file);
  const texts = TYPED.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
  const queries = texts.map((text) => parseQuery(text, [])).filter(({ match }) => match !== null);
  const ask = async (query: Query) => {
    const filter = { view: null, source: null, topic: null, minPriority: null };
    const start = performance.now();
    const page = await searcher.search({ query, filter, before: null, limit: PAGE });
    return { ms: performance.now() - start, ids: page?.notices.map(({ id }) => id) ?? [] };
  };
  try {
    for (const query of queries) await ask(query); // warms up
    const loop = watchEventLoop();
    for (const query of queries) await ask(query);
    const { workMs } = loop.stop();
    const measured: Measured[] = [];
    for (const query of queries) measured.push(compare(db, query, await ask(query)));
    return [...report(measured, workMs), ...openWindow(db)];
  } finally {
    await searcher.stop();
    db.close();
  }
}

function compare(
  db: Database.Database,
  { match }: Query,
  { ms, ids }: { ms: number; ids: number[] },
): Measured {
  const start = performance.now();
  const raw = db
    .prepare(
      `SELECT n.id, n.title, n.body, n.sortAt FROM search JOIN notices n ON n.id = search.rowid
       WHERE search MATCH ? AND n.place <> 'deleted' ORDER BY n.sortAt DESC, n.id DESC LIMIT ${PAGE}`,
    )
    .all(match) as { id: number }[];
  const rawMs = performance.now() - start;
  if (raw.map(({ id }) => id).join() !== ids.join()) throw new Error(`Not the same notices for ${match}`);
  const count = db.prepare(
    `SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ${FREQUENT + 1})`,
  );
  return { frequent: (count.pluck().get(match) as number) > FREQUENT, ms, rawMs };
}

function report(measured: Measured[], workMs: number): string[] {
  const lines = [true, false].flatMap((frequent) => {
    const some = measured.filter((one) => one.frequent === frequent);
    const times = (of: (one: Measured) => number) =>
      [0.5, 0.95].map((at) => `p${at * 100} ${percentile(some.map(of), at).toFixed(1)} ms`).join('   ');
    const ratios = some.map(({ ms, rawMs }) => ms / rawMs);
    const [name, goal] = frequent
      ? ['more than 1 % of all notices match', 'goal: within 1.3 of one SQL query']
      : ['fewer match', 'goal: p95 under 50 ms'];
    return [
      `${name} (${some.length} searches; ${goal}):`,
      `  one SQL query                     ${times(({ rawMs }) => rawMs)}`,
      `  Bellhop, page with marks          ${times(({ ms }) => ms)}`,
      `  ratio                             p50 ${percentile(ratios, 0.5).toFixed(3)}   p95 ${percentile(ratios, 0.95).toFixed(3)}`,
    ];
  });
  return [
    `searching as one types, ${NOTICES} notices`,
    ...lines,
    `longest work between two turns of the event loop while searching   ${workMs.toFixed(1)} ms   (goal: under 50 ms)`,
  ];
}

/** What the window asks for first, in main. */
function openWindow(db: Database.Database): string[] {
  const views: NoticeFilter['view'][] = ['inbox', 'unread'];
  const times = Array.from({ length: OPENINGS }, (_, n) => {
    const start = performance.now();
    listNotices(
      db,
      { view: views[n % 2] ?? 'inbox', source: null, topic: null, minPriority: null },
      null,
      PAGE,
    );
    return performance.now() - start;
  });
  return [
    `first page of the window, from the store   p95 ${percentile(times, 0.95).toFixed(1)} ms   (goal with the window: under 200 ms)`,
  ];
}
