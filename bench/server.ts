import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type BenchServer = {
  url: string;
  token: string;
  publish: (content: string) => Promise<void>;
  stop: () => void;
};

/** The companion server as a process of its own, so that its work isn't measured as the client's. */
export async function startBenchServer(folder: string): Promise<BenchServer> {
  const cli = join(import.meta.dirname, '../main/cli.ts');
  const child = spawn(process.execPath, [cli, 'serve', '--demo', '--data', folder], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [{ url, token }] = (await once(child, 'message')) as [{ url: string; token: string }];
  return {
    url,
    token,
    async publish(content) {
      const response = await fetch(`${url}/api/v1/notifications`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ content }),
      });
      if (response.status !== 201) throw new Error(`publish: HTTP ${response.status}`);
      await response.arrayBuffer();
    },
    stop: () => child.kill(),
  };
}
