import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type SecureContextOptions } from 'node:tls';

/** How a connection breaks: cleanly (FIN), with a reset (RST), or half-open: nothing comes any more, not even an end. */
export type Fault = 'end' | 'reset' | 'silence';

/** What a connection meets when the server has answered with so many bytes, in the middle of whatever is on the wire. */
export type Plan = { afterBytes: number; fault: Fault };

export type FaultyProxy = Awaited<ReturnType<typeof faultyProxy>>;

/**
 * A TCP proxy (TLS towards the client, if it gets a certificate) in front of a server on this machine.
 * @param plan asked for each connection; null: it lives until it is struck
 */
export async function faultyProxy(
  port: number,
  plan: () => Plan | null = () => null,
  certificate?: SecureContextOptions,
) {
  const strikes = new Set<(fault: Fault) => void>();
  const sockets = new Set<Socket>();
  let faults = 0;

  const serve = (client: Socket) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {}); // a broken connection is what this is for
      socket.on('close', () => sockets.delete(socket));
    }
    const planned = plan();
    let room = planned?.afterBytes ?? Number.POSITIVE_INFINITY;
    let struck = false;
    const strike = (fault: Fault) => {
      if (struck) return;
      struck = true;
      faults += 1;
      upstream.destroy();
      if (fault === 'end') client.end();
      if (fault === 'reset') client.resetAndDestroy();
    };
    strikes.add(strike);
    upstream.on('data', (chunk) => {
      client.write(chunk.subarray(0, room));
      room -= chunk.length;
      if (planned && room <= 0) strike(planned.fault);
    });
    upstream.on('end', () => client.end());
    client.on('data', (chunk) => upstream.write(chunk));
    client.on('close', () => {
      strikes.delete(strike);
      upstream.destroy();
    });
    if (room <= 0) strike(planned?.fault as Fault);
  };

  const server = certificate ? createTlsServer(certificate, serve) : createServer(serve);
  server.on('tlsClientError', () => {}); // a client that refuses the certificate
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: ownPort } = server.address() as AddressInfo;
  return {
    port: ownPort,
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${ownPort}`,
    /** How many connections it has broken. */
    faults: () => faults,
    /** Breaks every connection that is open. */
    strike(fault: Fault) {
      for (const one of [...strikes]) one(fault);
    },
    /** For connections from now on. */
    useCertificate(next: SecureContextOptions) {
      if ('setSecureContext' in server) server.setSecureContext(next);
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
