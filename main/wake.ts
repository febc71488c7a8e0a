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
  let network = ownAddresses();
  let drift = Date.now() - performance.now();
  const timer = setInterval(() => {
    const driftNow = Date.now() - performance.now();
    const networkNow = ownAddresses();
    const lost = network.some((address) => !networkNow.includes(address));
    const came = networkNow.some((address) => !network.includes(address));
    if (driftNow - drift > SLEPT_MS) onWake({ why: ['slept'], kind: 'slept' });
    else if (lost) onWake({ why: ['addressLost'], kind: 'address-lost' });
    else if (came) onWake({ why: ['addressGained'], kind: 'network-changed' });
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
    if (wake.kind === 'slept') {
      if (monotonic() - told < SAME_SLEEP_MS) return;
      told = monotonic();
    }
    onWake(wake);
  };
}

/** What connections to servers can go out from: loopback and link-local addresses come and go without a meaning. */
function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const outward = all.filter(({ internal, address }) => !internal && !/^(fe80:|169\.254\.)/i.test(address));
  return outward.map(({ address, mac }) => `${mac} ${address}`);
}
