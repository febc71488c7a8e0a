import Database from 'better-sqlite3';
import { parseQuery, type Query } from '../main/store/search/query.ts';
import { createSearcher } from '../main/store/search/searcher.ts';
import { watchEventLoop } from './event-loop.ts';
import { type Figure, milliseconds, under } from './figures.ts';
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

type Measured = { match: string; frequent: boolean; ms: number; rawMs: number };

/**
 * Search as one types among a million notices, from the asking to the marked page, against one SQL query that gives the
 * same notices; and for how long that kept the event loop.
 */
export async function search(): Promise<Figure[]> {
  const file = millionNotices();
  const db = new Database(file, { readonly: true });
  const searcher = createSearcher(file);
  // Every other letter: the floor takes up to two seconds each.
  const texts = TYPED.flatMap((text) =>
    Array.from(text, (_, at) => text.slice(0, at + 1)).filter((_, at) => at % 2 === 1),
  );
  const queries = texts.map((text) => parseQuery(text, [])).filter(({ match }) => match !== null);
  const ask = async (query: Query) => {
    const filter = { view: null, source: null, topic: null, minPriority: null };
    const start = performance.now();
    const page = await searcher.search({ query, filter, before: null, limit: PAGE });
    return { ms: performance.now() - start, ids: page?.notices.map(({ id }) => id) ?? [] };
  };
  try {
    const loop = watchEventLoop();
    // Warms up, too.
    for (const query of queries) await ask(query);
    const { workMs } = loop.stop();
    const measured: Measured[] = [];
    for (const query of queries) measured.push(compare(db, query, await ask(query)));
    return report(measured, workMs);
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
  return { match: match ?? '', frequent: (count.pluck().get(match) as number) > FREQUENT, ms, rawMs };
}

function report(measured: Measured[], workMs: number): Figure[] {
  const typed = [false, true].flatMap((frequent) => {
    const some = measured.filter((one) => one.frequent === frequent);
    return [0.5, 0.95].map((at): Figure => {
      const rawMs = percentile(
        some.map((one) => one.rawMs),
        at,
      );
      const ms = percentile(
        some.map((one) => one.ms),
        at,
      );
      const whose = frequent ? 'that don’t select' : 'that select';
      const what = at === 0.5 ? `search as one types, ${some.length} words ${whose}, p50` : 'the same, p95';
      const figure = { floor: milliseconds(rawMs), ratio: ms / rawMs };
      if (at === 0.5) return { ...figure, what: `${what}; floor: one SQL query`, bellhop: milliseconds(ms) };
      if (!frequent) return under(50, what, ms, figure);
      return { ...figure, what, bellhop: milliseconds(ms), goal: '≤ 1.30', met: ms / rawMs <= 1.3 };
    });
  });
  return [...typed, under(50, 'main’s longest work meanwhile', workMs)];
}
