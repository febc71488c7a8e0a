import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Whether anything takes connections at an address, for a server that doesn't answer. Past a proxy this can't be told: then
 * false means little.
 */
export async function takesConnections(url: string, limitMs: number): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, ''); // IPv6
  const socket = connect({ host, port: Number(port) || (protocol === 'https:' ? 443 : 80) });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(limitMs) });
    return true;
  } catch {
    return false; // refused, not found, too slow: the diagnosis says "no answer" either way
  } finally {
    socket.on('error', () => {}); // one that comes after the limit
    socket.destroy();
  }
}
