import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { dismissToasts, type ToastWatch, watchToasts } from './dunst.ts';
import { type LaunchOptions, launchApp, type RunningApp } from './launch.ts';
import { type CompanionServer, startCompanion } from './server.ts';
import { whenLive } from './store.ts';

export const SOURCE = 'Home server';

/** The app with its window open, connected to a companion server of its own. */
export interface Scene {
  server: CompanionServer;
  serverData: string;
  /** The app's data folder. */
  data: string;
  running: RunningApp;
  page: Page;
  /** What was raised since it began. */
  toasts: ToastWatch;
  /** Starts the app anew on the same data; it must have ended before. */
  restart(options?: Partial<LaunchOptions>): Promise<void>;
  close(): Promise<void>;
}

/** Resolves when the app is connected and what is published from now on counts as new. */
export async function openScene(options: Partial<LaunchOptions> = {}): Promise<Scene> {
  await dismissToasts();
  const serverData = emptyFolder();
  const server = await startCompanion(serverData);
  const data = emptyFolder();
  const env = sourceFrom(server);
  const toasts = watchToasts();
  const launch = (changed: Partial<LaunchOptions>) => launchApp({ data, env, ...options, ...changed });
  let launched: Awaited<ReturnType<typeof launchApp>> | undefined;
  const close = async () => {
    await launched?.quit();
    await server.stop();
  };
  try {
    launched = await launch({});
    await whenLive(data);
  } catch (error) {
    await close();
    throw error;
  }
  const scene: Scene = {
    ...{ server, serverData, data, toasts, running: launched, page: launched.page, close },
    async restart(changed = {}) {
      launched = await launch(changed);
      Object.assign(scene, { running: launched, page: launched.page });
    },
  };
  return scene;
}

/** The environment that makes the app listen to a server. */
export function sourceFrom({ url, token }: Pick<CompanionServer, 'url' | 'token'>): Record<string, string> {
  return { BELLHOP_SERVER: url, BELLHOP_TOKEN: token, BELLHOP_SERVER_NAME: SOURCE };
}

/** Goes with the test desktop. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'bellhop-'));
}
