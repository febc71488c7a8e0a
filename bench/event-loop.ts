/**
 * Watches for how long the event loop doesn't come round: what the window would have to wait.
 * @returns stop: gives the longest wait, and the longest work, milliseconds. Work is processor time, so that a machine that
 *   is busy with other things doesn't count.
 */
export function watchEventLoop() {
  let waitMs = 0;
  let workMs = 0;
  let at = performance.now();
  let worked = threadMs();
  const timer = setInterval(() => {
    const [now, work] = [performance.now(), threadMs()];
    waitMs = Math.max(waitMs, now - at);
    workMs = Math.max(workMs, work - worked);
    [at, worked] = [now, work];
  }, 1);
  return {
    stop() {
      clearInterval(timer);
      return { waitMs, workMs };
    },
  };
}

/** Of this thread alone: the garbage collector's helpers run beside it. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
