import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type FaultyProxy = { url: string; faults: () => number; close: () => void };

/**
 * A TCP proxy in front of the server that cuts connections at random places: cleanly (FIN), with a reset, or by going
 * silent first, in the middle of whatever is on the wire.
 */
export async function faultyProxy(port: number, random: () => number): Promise<FaultyProxy> {
  const sockets = new Set<Socket>();
  let faults = 0;

  const breakAfter = (client: Socket, upstream: Socket, bytes: number) => {
    let passed = 0;
    upstream.on('data', (chunk) => {
      const room = bytes - passed;
      passed += chunk.length;
      if (room >= chunk.length) return void client.write(chunk);
      faults += 1;
      client.write(chunk.subarray(0, Math.max(0, room)));
      upstream.destroy();
      if (random() < 0.5) client.resetAndDestroy();
      else client.end();
    });
  };

  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {}); // a broken connection is what this is for
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (chunk) => upstream.write(chunk));
    client.on('close', () => upstream.destroy());
    upstream.on('end', () => client.end());
    // Some connections live long, most break within a few events.
    breakAfter(client, upstream, random() < 0.2 ? Number.POSITIVE_INFINITY : 200 + random() * 8_000);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults: () => faults,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
