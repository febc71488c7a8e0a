import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestArgs } from '../preload/contract.ts';
import { ask } from './support/ask.ts';
import { topRow } from './support/inbox.ts';
import { emptyFolder, openScene, type Scene } from './support/scene.ts';
import { type SilentServer, startSilentServer } from './support/silent.ts';
import { until } from './support/until.ts';

// What waits for a server that has gone silent ends at once when it is told to, and gives its connection back. The garbage
// collector runs in between: on the way to the network a signal must not be forgotten.

const ATTACHMENTS = ['film.mp4', 'nothing.mp4', 'huge.mp4'];

let scene: Scene;
let silent: SilentServer;
const downloads = emptyFolder();
beforeAll(async () => {
  silent = await startSilentServer();
  scene = await openScene();
  await scene.server.publish({ content: 'with files' });
  await topRow(scene.page, 'with files').waitFor();
  const db = new Database(join(scene.data, 'bellhop.db'));
  const attachments = ATTACHMENTS.map((name) => ({ ...{ name, url: `${silent.url}/${name}` }, ...unknown }));
  db.prepare("UPDATE notices SET attachments = ? WHERE body = 'with files'").run(JSON.stringify(attachments));
  db.close();
  await prepare();
});
afterAll(async () => {
  await scene?.close();
  await silent?.close();
});

const unknown = { type: null, bytes: null, expiresAt: null };

async function prepare(): Promise<void> {
  await scene.running.app.evaluate(({ app }, folder) => app.setPath('downloads', folder), downloads);
}

async function collectGarbage(): Promise<void> {
  await scene.running.app.evaluate(async () => {
    const require = process.mainModule?.require;
    require?.('node:v8').setFlagsFromString('--expose-gc');
    const collect = require?.('node:vm').runInNewContext('gc');
    for (let round = 0; round < 3; round++) {
      collect();
      await new Promise((next) => setImmediate(next)); // what is only weakly held goes between two turns
    }
  });
}

async function notice(): Promise<number> {
  const db = new Database(join(scene.data, 'bellhop.db'), { readonly: true });
  const id = db.prepare("SELECT id FROM notices WHERE body = 'with files'").pluck().get() as number;
  db.close();
  return id;
}

/** Resolves when the server has been asked, and with the request for the window to end it again. */
async function save(name: string): Promise<RequestArgs<'cancelDownload'>> {
  const request = { id: await notice(), index: ATTACHMENTS.indexOf(name) };
  await ask(scene.page, 'downloadAttachment', request);
  await silent.asked.until((paths) => paths.includes(`/${name}`));
  return request;
}

const connections = () => expect.poll(silent.connections);

test.each(['film.mp4', 'nothing.mp4'])('saving %s is cancelled', async (name) => {
  const request = await save(name);
  await collectGarbage();
  await connections().toBe(1);
  await ask(scene.page, 'cancelDownload', request);
  await connections().toBe(0);
  await expect.poll(() => readdirSync(downloads)).toEqual([]);
});

test('of what is too large no more is received', async () => {
  await save('huge.mp4');
  await connections().toBe(0);
});

test('a feed that is removed', async () => {
  const source = { name: 'Silent', dialect: 'rows', mapping: null, credential: { kind: 'none' } } as const;
  const added = await ask(scene.page, 'addSource', { ...source, url: `${silent.url}/stream` });
  if (!added.ok) throw new Error(added.error);
  await silent.asked.until((paths) => paths.includes('/stream'));
  await collectGarbage();
  await connections().toBe(1);
  await ask(scene.page, 'removeSource', { id: added.value.id, keepHistory: false });
  await connections().toBe(0);
});

test('a crash while something is saved leaves it until the next start', async () => {
  await save('film.mp4');
  await until('a part', () => readdirSync(downloads).length === 1);
  writeFileSync(join(downloads, '.film.mp4.0a1b2c3d.part'), 'another program’s');
  await scene.running.kill9();
  expect(readdirSync(downloads)).toHaveLength(2);
  await scene.restart();
  await expect.poll(() => readdirSync(downloads)).toEqual(['.film.mp4.0a1b2c3d.part']);
});

test('quitting while something is saved', async () => {
  await prepare();
  await save('nothing.mp4');
  await save('film.mp4');
  await collectGarbage();
  await scene.running.quit();
  expect(readdirSync(downloads)).toEqual(['.film.mp4.0a1b2c3d.part']);
});
