/**
 * Runs `work` and shows that it goes on: on a terminal one line with the elapsed time, renewed each second;
 * elsewhere one plain line. What it throws is passed on.
 * @template T
 * @param {string} what e.g. "Installing packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work, out = process.stderr) {
  const started = Date.now();
  const line = () => `${what} … ${elapsed(Date.now() - started)}`;
  if (!out.isTTY) {
    out.write(`${what} …\n`);
    return work();
  }
  const draw = () => out.write(`\r\x1b[K${line()}`);
  draw();
  const timer = setInterval(draw, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    draw();
    out.write('\n');
  }
}

/** Milliseconds as a person says them: "4 s", "2 min 10 s". */
export function elapsed(ms) {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
