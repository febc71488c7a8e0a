/**
 * What the terminal programs are built for and tried on. With an older one a request that is aborted while its answer is read
 * may never end (https://github.com/nodejs/undici/issues/4089), and better-sqlite3 may not load.
 */
const LEAST = 24;

/** Bellhop was started on a Node that can’t run it; the message says which one can. */
export class OldNode extends Error {
  override name = 'OldNode';
}

/** Before anything else is done. @throws OldNode */
export function requireNode(version = process.versions.node): void {
  if (Number.parseInt(version, 10) >= LEAST) return;
  throw new OldNode(
    `Bellhop needs Node ${LEAST} or newer on a terminal; this is Node ${version}. In a checkout “npm start -- --headless” and “npm run bellhop” bring their own.`,
  );
}
