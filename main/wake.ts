import { networkInterfaces } from 'node:os';
import type { Wake } from './host.ts';

const LOOK_MS = 5_000;
/** The wall clock ran on this much longer than the monotonic one: the machine slept (or the clock was set). */
const SLEPT_MS = 10_000;

/**
 * Notices sleep and network changes without any system service, so that it works in a terminal too: after a sleep
 * the wall clock has jumped ahead of the monotonic one, and a new network has other addresses.
 * @returns how to stop looking
 */
export function watchForWake(onWake: (wake: Wake) => void): () => void {
  let network = describeNetwork();
  let drift = Date.now() - performance.now();
  const timer = setInterval(() => {
    const driftNow = Date.now() - performance.now();
    const networkNow = describeNetwork();
    if (driftNow - drift > SLEPT_MS) onWake({ why: 'the machine slept', slept: true });
    else if (networkNow !== network) onWake({ why: 'the network changed', slept: false });
    drift = driftNow;
    network = networkNow;
  }, LOOK_MS);
  return () => clearInterval(timer);
}

/** For longer than the clocks take to notice a sleep that the system has told of. */
const SAME_SLEEP_MS = 3 * LOOK_MS;

/**
 * Passes on one telling of a sleep where two come, from the system and from the clocks: at the second, the connections
 * that were just made would be given up as dead.
 */
export function eachSleepOnce(
  onWake: (wake: Wake) => void,
  monotonic: () => number = () => performance.now(),
): (wake: Wake) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (wake) => {
    if (wake.slept) {
      if (monotonic() - told < SAME_SLEEP_MS) return;
      told = monotonic();
    }
    onWake(wake);
  };
}

function describeNetwork(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return JSON.stringify(addresses.map(({ address, mac }) => `${mac} ${address}`).sort());
}
