import { once } from 'node:events';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { usable } from './inbox.ts';

export interface LaunchOptions {
  /** The data folder. */
  data: string;
  /** More arguments for the app, such as --hidden. */
  args?: string[];
  /** More environment, such as BELLHOP_SERVER and BELLHOP_TOKEN. */
  env?: Record<string, string>;
  /** A packaged app's program. Default: the checkout's build, run by the Electron of the test desktop. */
  packaged?: string;
  /** false: a desktop without a keyring. */
  keyring?: boolean;
}

export interface RunningApp {
  app: ElectronApplication;
  /** Ends it as a power cut would: no code of its own runs any more. Resolves when it is gone. */
  kill9(): Promise<void>;
  /**
   * Quits it. Does nothing when it is gone already.
   * @throws Error when it does not end by itself within ten seconds, or not well; it is gone then too
   */
  quit(): Promise<void>;
}

/** Starts the app without waiting for a window. */
export async function launchHidden(options: LaunchOptions): Promise<RunningApp> {
  const { data, args = [], env = {}, packaged, keyring = true } = options;
  const app = await _electron.launch({
    executablePath: packaged ?? electron(),
    // Always named: Playwright would choose "basic", which is no keyring at all.
    args: [
      `--password-store=${keyring ? 'gnome-libsecret' : 'basic'}`,
      ...(packaged ? [] : ['.']),
      ...['--data', data],
      ...args,
    ],
    // Tests read English words, whatever the machine speaks.
    env: { ...ownEnvironment(), LANGUAGE: 'en_US', ...env },
    // As it ships; unless told Playwright turns the sandbox off and the theme to light.
    chromiumSandbox: true,
    colorScheme: null,
  });
  const child = app.process(); // Playwright forgets it once it is gone
  const gone = once(child, 'exit');
  return {
    app,
    async kill9() {
      child.kill('SIGKILL');
      await gone;
    },
    async quit() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const overdue = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await app.close();
      await gone;
      clearTimeout(overdue);
      if (child.exitCode !== 0)
        throw new Error(
          `The app did not quit well (exit code ${child.exitCode}, signal ${child.signalCode}).`,
        );
    },
  };
}

/** Starts the app and waits until its window can be used. */
export async function launchApp(options: LaunchOptions): Promise<RunningApp & { page: Page }> {
  const running = await launchHidden(options);
  try {
    const page = await running.app.firstWindow();
    await usable(page);
    return { ...running, page };
  } catch (error) {
    await running.kill9();
    throw error;
  }
}

/** The program that runs the checkout's build. */
export function electron(): string {
  const executable = process.env.BELLHOP_ELECTRON;
  if (!executable)
    throw new Error('There is no test desktop here. Run: npm test, or node scripts/desktop.mjs -- COMMAND');
  return executable;
}

/** Without what the test runner set for itself. */
export function ownEnvironment(): Record<string, string> {
  const isForeign = (name: string) => /^(NODE_|VITE|TEST$|VITEST)/.test(name);
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => !isForeign(entry[0]) && entry[1] !== undefined,
    ),
  );
}
