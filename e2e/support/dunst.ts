import { execFile } from 'node:child_process';
import { readFileSync, watch } from 'node:fs';
import { promisify } from 'node:util';
import { z } from 'zod';

// dunst, the notification daemon of the test desktop, logs each toast that it is handed (`dunst -print`), and
// `dunstctl` does to them what a person would.

const run = promisify(execFile);
const NAME = 'org.freedesktop.Notifications';
const DAEMON = [NAME, '/org/freedesktop/Notifications', NAME];

export interface Toast {
  /** The daemon's. A toast that replaces another one has the same. */
  id: number;
  app: string;
  title: string;
  /** As handed over: with markup escaped if the sender did. */
  body: string;
  urgent: boolean;
}

/** The toasts raised from now on. Made before what is to raise them is done. */
export interface ToastWatch {
  /** All so far, oldest first. */
  seen(): Toast[];
  /**
   * The first toast that fits, waited for if need be.
   * @throws Error that lists what came instead
   */
  waitFor(fits: (toast: Toast) => boolean, timeoutMs?: number): Promise<Toast>;
}

export function watchToasts(): ToastWatch {
  const log = logFile();
  const start = readFileSync(log, 'utf8').length;
  const seen = () => parseToasts(readFileSync(log, 'utf8').slice(start));
  return {
    seen,
    waitFor: (fits, timeoutMs = 10_000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const toast = seen().find(fits);
          if (!toast) return;
          stop();
          resolve(toast);
        };
        const watcher = watch(log, look);
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`No such toast within ${timeoutMs} ms. Came: ${JSON.stringify(seen())}`));
        }, timeoutMs);
        const stop = () => {
          watcher.close();
          clearTimeout(timer);
        };
        look();
      }),
  };
}

/**
 * Clicks a toast as a person does: its default action, after which it goes away. Those above it are waved away first:
 * dunst 1.9 finds no other than the topmost (it compares the position with the length of another queue).
 */
export async function clickToast(toast: Toast): Promise<void> {
  const shown = await shownToasts();
  const position = shown.findIndex(({ id }) => id === toast.id);
  if (position < 0) throw new Error(`The toast "${toast.title}" is no longer shown.`);
  for (const above of shown.slice(0, position)) await close(above);
  await run('dunstctl', ['action', '0']);
  await close(toast);
}

async function close({ id }: Toast): Promise<void> {
  await run('busctl', ['--user', 'call', ...DAEMON, 'CloseNotification', 'u', String(id)]);
}

/** The person waves all toasts away. */
export async function dismissToasts(): Promise<void> {
  await run('dunstctl', ['close-all']);
}

/** The toasts on the screen, in dunst's order: urgent ones first, then by age. */
export async function shownToasts(): Promise<Toast[]> {
  const closed = await closedIds();
  const latest = new Map(parseToasts(readFileSync(logFile(), 'utf8')).map((toast) => [toast.id, toast]));
  return [...latest.values()]
    .filter(({ id }) => !closed.has(id))
    .sort((a, b) => Number(b.urgent) - Number(a.urgent) || a.id - b.id);
}

const historySchema = z.object({
  data: z.tuple([z.array(z.object({ id: z.object({ data: z.number() }) }))]),
});

async function closedIds(): Promise<Set<number>> {
  const { stdout } = await run('dunstctl', ['history']);
  return new Set(historySchema.parse(JSON.parse(stdout)).data[0].map(({ id }) => id.data));
}

function logFile(): string {
  const file = process.env.BELLHOP_DUNST_LOG;
  if (!file)
    throw new Error('There is no test desktop here. Run: npm test, or node scripts/desktop.mjs -- COMMAND');
  return file;
}

const ENTRY =
  /^\{\n\tappname: '([^]*?)'\n\tsummary: '([^]*?)'\n\tbody: '([^]*?)'\n\ticon: [^]*?\n\turgency: (\w+)\n[^]*?\n\tid: (\d+)\n[^]*?^\}$/gm;

/** Reads the whole entries of dunst's log. */
export function parseToasts(log: string): Toast[] {
  return [...log.matchAll(ENTRY)].map(([, app = '', title = '', body = '', urgency, id]) => ({
    id: Number(id),
    app,
    title,
    body,
    urgent: urgency === 'CRITICAL',
  }));
}
