import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './folder.ts';
import { recorder } from './recorder.ts';

const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx'];
const MODULE = '/usr/lib/nginx/modules/ngx_nchan_module.so';
const CHANNEL = '/notifications';

/** A real nginx with nchan (https://nchan.io) on loopback, all it writes in a folder that goes with the test. */
export async function startNchan() {
  const nginx = NGINX.find(existsSync);
  if (!nginx || !existsSync(MODULE)) {
    throw new Error(
      'This test needs nginx with nchan. On Debian: sudo apt-get install -y nginx libnginx-mod-nchan',
    );
  }
  const folder = temporaryFolder();
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), config(port));
  let server = await start(nginx, folder);
  onTestFinished(() => server.end());
  const url = `http://127.0.0.1:${port}${CHANNEL}`;
  return {
    url,
    /** The same channel as nchan serves it by itself: a newcomer gets all that it holds. */
    fromOldest: `${url}/from-oldest`,
    async publish(message: string | object): Promise<void> {
      const body = typeof message === 'string' ? message : JSON.stringify(message);
      const { status } = await fetch(`http://127.0.0.1:${port}/publish`, { method: 'POST', body });
      if (status !== 201 && status !== 202) throw new Error(`nchan answered ${status}`);
    },
    /** Another worker takes over: it ends every stream, and knows nothing of what the last one kept in memory. */
    reload: () => server.reload(),
    async restart(): Promise<void> {
      await server.end();
      server = await start(nginx, folder);
    },
    /** Resolves when nchan has sent a ping on a stream of its own, as it does on all of them. */
    async pinged(): Promise<void> {
      const abort = new AbortController();
      const { body } = await fetch(url, { headers: { Accept: 'text/event-stream' }, signal: abort.signal });
      let seen = '';
      for await (const bytes of body ?? []) {
        seen += Buffer.from(bytes).toString();
        if (seen.includes('event: ping\ndata: ping\n')) break; // leaving the loop cancels the stream
      }
    },
  };
}

/** At its own address nobody without a cursor gets anything old: what a client has missed it gets by `Last-Event-ID`. */
const config = (port: number) => `
load_module ${MODULE};
daemon off;
worker_processes 1;
pid nginx.pid;
error_log stderr notice;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  server {
    listen 127.0.0.1:${port};
    location = /publish {
      nchan_publisher;
      nchan_channel_id bellhop;
      nchan_message_buffer_length 1000;
      nchan_message_timeout 1h;
    }
    location = ${CHANNEL} {
      nchan_subscriber eventsource;
      nchan_channel_id bellhop;
      nchan_subscriber_first_message newest;
      nchan_eventsource_ping_interval 1;
      nchan_eventsource_ping_data ping;
    }
    location = ${CHANNEL}/from-oldest {
      nchan_subscriber eventsource;
      nchan_channel_id bellhop;
    }
  }
}
`;

/** @throws Error with what nginx said, when it doesn't start */
async function start(nginx: string, folder: string) {
  const child = spawn(nginx, ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log = recorder<string>();
  child.stderr.setEncoding('utf8').on('data', log.push);
  child.once('exit', () => log.push('EXITED'));
  const times = (text: string) => log.items.join('').split(text).length - 1;
  const said = (text: string, count: number) =>
    log.until(() => times(text) >= count || child.exitCode !== null);
  await said('start worker process ', 1);
  if (child.exitCode !== null) throw new Error(`nginx did not start: ${log.items.join('')}`);
  return {
    async reload(): Promise<void> {
      const reloads = times('exited with code');
      child.kill('SIGHUP');
      await said('exited with code', reloads + 1);
    },
    end: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** nginx can't be told to choose one. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
