import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { asRows, openTestBellhop } from './bellhop.ts';
import { temporaryFolder } from './folder.ts';

/** `bellhop serve --demo` as a process of its own, ready; it keeps its port, token and rows in the folder. */
async function startDemo(folder: string) {
  const cli = join(import.meta.dirname, '../main/cli.ts');
  const child: ChildProcess = fork(cli, ['serve', '--demo', '--data', folder], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [{ url, token }] = (await once(child, 'message')) as [{ url: string; token: string }];
  return { url, token, kill: () => Promise.all([once(child, 'exit'), child.kill('SIGKILL')]) };
}

test('a server killed in the middle of a burst, over and over: what it acknowledged arrives, once and in order', async () => {
  const folder = temporaryFolder();
  let server = await startDemo(folder);
  const { url, token } = server;
  const bellhop = openTestBellhop();
  await bellhop.requests.addSource({ ...asRows, name: 'Demo', url, credential: { kind: 'bearer', token } });
  await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'open');

  const acknowledged: string[] = [];
  async function publish(content: string): Promise<void> {
    const response = await fetch(`${url}/api/v1/notifications`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ content, notificationTypeId: 1 }),
    });
    expect(response.status).toBe(201);
    acknowledged.push(content);
  }

  for (let round = 0; round < 4; round++) {
    let killed: Promise<unknown> | null = null;
    for (let n = 0; n < 40; n++) {
      if (n === 20) killed = server.kill();
      const done = await publish(`${round}.${n}`).then(
        () => true,
        () => false,
      );
      if (!done) break;
    }
    await killed;
    server = await startDemo(folder);
    await publish(`${round}, back`); // Bellhop is still waiting for its next try
  }

  const last = acknowledged.at(-1) as string;
  while (!(await bellhop.notices()).some(({ body }) => body === last)) await bellhop.states.next();
  const arrived = (await bellhop.notices()).map(({ body }) => body).reverse();
  expect(new Set(arrived).size).toBe(arrived.length);
  // A row may have been stored without its answer getting through; none the other way round.
  expect(arrived.filter((body) => acknowledged.includes(body))).toEqual(acknowledged);
  expect(acknowledged.length).toBeGreaterThanOrEqual(4 * 21);
});
