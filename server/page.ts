import type { Row } from './store/store.ts';

/** One event or answer stays below this, so that neither end ever holds much (a single larger row still goes out). */
const MAX_PAGE_BYTES = 256 * 1024;

/** Rows as a JSON array, up to the size limit, and the id to go on from. */
export interface Page {
  json: string;
  lastId: number;
}

/** Takes from the front of `rows` what fits in one page; undefined when there are none. */
export function takePage(rows: Iterable<Row>): Page | undefined {
  const parts: string[] = [];
  let bytes = 0;
  let lastId = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    bytes += Buffer.byteLength(json);
    if (parts.length > 0 && bytes > MAX_PAGE_BYTES) break;
    parts.push(json);
    lastId = row.id;
  }
  return parts.length > 0 ? { json: `[${parts.join(',')}]`, lastId } : undefined;
}
