import dns from 'node:dns';
import type { ServerResponse } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, onTestFinished, test, vi } from 'vitest';
import { watchForWake } from '../../main/wake.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { temporaryServer } from '../../server/testing.ts';
import { asRows, listenTo, openTestBellhop } from '../bellhop.ts';
import { useNetwork } from '../network.ts';
import { openStream, rawServer, rowsEvent } from '../raw-server.ts';
import { selfSignedCertificate } from './certificate.ts';
import { type Fault, faultyProxy } from './proxy.ts';
import {
  COMPANION,
  caughtUp,
  expectStored,
  feedIs,
  journalWith,
  listenAt,
  notice,
  proxiedScene,
} from './scene.ts';

/** What breaks connections, and what must come of it: the feed comes back by itself, and nothing is lost or doubled. */

const broken = (fault: Fault) => ({ afterBytes: 0, fault });

test.each(['end', 'reset'] as const)('a proxy that cuts an idle connection (%s)', async (fault) => {
  const { bellhop, id, proxy, publish, expectAll } = await proxiedScene();
  publish('before');
  await expectAll();
  proxy.strike(fault);
  publish('during');
  await journalWith(bellhop, id, /^broke the connection/);
  await expectAll();
  publish('after');
  await expectAll();
});

test('a half-open connection: no end comes, and the silence itself is the sign', async () => {
  const { bellhop, id, proxy, publish, expectAll } = await proxiedScene({ heartbeatMs: 400 });
  publish('before');
  await expectAll();
  proxy.strike('silence');
  publish('during', 'during too');
  await journalWith(bellhop, id, /^went silent \(no sign of life for 1\.0 s\)$/);
  await expectAll();
});

test('a connection that dies in the middle of an event: the event comes whole on the next one', async () => {
  const { bellhop, id, network, proxy, publish, expectAll } = await proxiedScene();
  // Within the headers, or the one event that brings the rows, which is longer than all before it.
  network.plan = { afterBytes: 900, fault: 'reset' };
  const connected = proxy.faults();
  proxy.strike('reset');
  publish(...Array.from({ length: 5 }, (_, n) => `${n} ${'long '.repeat(50)}`));
  await bellhop.state(() => proxy.faults() > connected + 1);
  network.plan = null;
  await expectAll();
  await journalWith(bellhop, id, /^broke the connection/);
});

test('the network is gone: tries fail or hang; when it is back they don’t wait for their turn', async () => {
  const { bellhop, network, proxy, publish, expectAll } = await proxiedScene({ heartbeatMs: 400 });
  network.plan = broken('silence');
  proxy.strike('silence');
  publish('during');
  await feedIs(bellhop, 'waiting');
  network.plan = null;
  bellhop.wake({ why: ['addressGained'], kind: 'network-changed' });
  await expectAll();
  publish('after');
  await expectAll();
});

test('a wake from sleep, noticed by the clocks: an open connection is given up at once, for it is most likely dead', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  // Its heartbeat would tell too, in 2.5 hours.
  const { bellhop, id, proxy, publish, expectAll } = await proxiedScene({ heartbeatMs: 3_600_000 });
  onTestFinished(watchForWake(bellhop.wake));
  proxy.strike('silence');
  publish('while asleep');
  vi.setSystemTime(Date.now() + 8 * 3_600_000);
  vi.advanceTimersByTime(5_000);
  await expectAll();
  expect(await journalWith(bellhop, id, /slept/)).toContain('the machine slept');
});

test('an address that is gone takes its connections with it: they are given up at once', async () => {
  const { bellhop, proxy, publish, expectAll } = await proxiedScene({ heartbeatMs: 3_600_000 });
  proxy.strike('silence');
  publish('during');
  bellhop.wake({ why: ['addressLost'], kind: 'address-lost' });
  await expectAll();
});

test('a wake ends the longest wait that a server asked for', async () => {
  let overloaded = true;
  const server = await rawServer((response) => {
    if (overloaded) response.writeHead(503, { 'Retry-After': '3600' }).end();
    else {
      openStream(response);
      response.write(rowsEvent([{ content: 'there' }]));
    }
  });
  const bellhop = openTestBellhop();
  await listenAt(bellhop, server.url);
  await feedIs(bellhop, 'waiting');
  overloaded = false;
  bellhop.wake({ why: ['slept'], kind: 'slept' });
  await expectStored(bellhop, ['there']);
});

test('a network that comes ends such a wait too, and leaves what is connected alone', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  useNetwork('10.0.0.1');
  const live: ServerResponse[] = [];
  const connected = await rawServer((response) => {
    openStream(response, COMPANION);
    response.write(caughtUp(0));
    live.push(response);
  });
  let overloaded = true;
  const waiting = await rawServer((response) => {
    if (overloaded) return void response.writeHead(503, { 'Retry-After': '3600' }).end();
    openStream(response, COMPANION);
    response.write(`${caughtUp(0)}${notice(1)}`);
  });
  const bellhop = openTestBellhop();
  onTestFinished(watchForWake(bellhop.wake));
  for (const { url } of [connected, waiting]) await listenAt(bellhop, url);
  await bellhop.state(
    ({ sources: [first, second] }) => first?.feed.kind === 'open' && second?.feed.kind === 'waiting',
  );
  overloaded = false;
  useNetwork('10.0.0.1', '10.0.0.2');
  vi.advanceTimersByTime(5_000);
  await expectStored(bellhop, ['notice 1']);
  live.at(-1)?.write(notice(2));
  await expectStored(bellhop, ['notice 1', 'notice 2']);
  expect([connected, waiting].map(({ requests }) => requests.items.length)).toEqual([1, 2]);
});

test('a name without an address: said in words, and found as soon as it has one', async () => {
  const server = await temporaryServer();
  const real = dns.lookup;
  let known = false;
  // As the system's resolver answers, for this one name.
  const lookup = (name: string, options: object, answer: (...result: unknown[]) => void) => {
    if (name !== 'server.invalid') return real(name, options, answer);
    const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' });
    setImmediate(() => (known ? answer(null, [{ address: '127.0.0.1', family: 4 }]) : answer(error)));
  };
  dns.lookup = lookup as typeof real;
  syncBuiltinESMExports();
  onTestFinished(() => {
    dns.lookup = real;
    syncBuiltinESMExports();
  });
  const bellhop = openTestBellhop();
  server.publish('alice', { content: 'there', notificationTypeId: 1 });
  const id = await listenAt(bellhop, `http://server.invalid:${server.port}/`, server.token);
  await journalWith(bellhop, id, /^can’t be found \(its name has no address\)/);
  known = true;
  await expectStored(bellhop, ['there']);
});

test('a certificate that is no longer trusted stops everything; with a good one it goes on', async () => {
  const [good, strange, renewed] = [1, 2, 3].map(selfSignedCertificate);
  const usual = getCACertificates('default');
  setDefaultCACertificates([good?.cert, renewed?.cert].map(String));
  onTestFinished(() => setDefaultCACertificates(usual));
  const server = await temporaryServer();
  const proxy = await faultyProxy(server.port, () => null, good);
  onTestFinished(proxy.close);
  const bellhop = openTestBellhop();
  const id = await listenTo(bellhop, { ...server, url: proxy.url });

  proxy.useCertificate(strange ?? {});
  proxy.strike('end');
  server.publish('alice', { content: 'kept from whoever that is', notificationTypeId: 1 });
  await journalWith(bellhop, id, /^can’t prove who it is \(certificate\)/);
  expect(await bellhop.notices()).toHaveLength(1);
  proxy.useCertificate(renewed ?? {});
  await expectStored(bellhop, ['history', 'kept from whoever that is']);
  expect(bellhop.toasts.items).toHaveLength(1);
});

test('a credential that is taken back, and one that takes its place: at once, with what came in between', async () => {
  const { bellhop, id, server, proxy, publish, expectAll } = await proxiedScene({ heartbeatMs: 100 });
  const store = openSqliteStore(server.dbFile); // as `bellhop token revoke` does, beside the running server
  store.revokeTokens('alice');
  store.close();
  publish('in between');
  await feedIs(bellhop, 'stopped');
  expect((await journalWith(bellhop, id, /credential/)).at(-1)).toBe(
    'doesn’t accept the credential (HTTP 401)',
  );
  expect(await bellhop.notices()).toHaveLength(1);
  const credential = { kind: 'bearer', token: server.createToken('alice') } as const;
  await bellhop.requests.editSource({ ...asRows, id, name: 'S', url: `${proxy.url}/`, credential });
  await expectAll();
});
