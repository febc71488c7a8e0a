import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

// The tray icon as the desktop's panel sees it, over the session bus.
// https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/ and com.canonical.dbusmenu for its menu.

const run = promisify(execFile);

export interface TrayIcon {
  tooltip: string;
  /** Tells icons apart: equal pictures have the same. */
  picture: string;
}

/** @throws Error when no or more than one program shows a tray icon */
export async function trayIcon(): Promise<TrayIcon> {
  const item = await onlyItem();
  const tooltip = tooltipSchema.parse(await property(item, 'ToolTip'));
  const pictures = await property(item, 'IconPixmap');
  const picture = createHash('sha256').update(JSON.stringify(pictures)).digest('hex').slice(0, 16);
  return { tooltip: tooltip[2] || tooltip[3], picture };
}

/** The labels of the tray menu, from top to bottom, separators left out. */
export async function trayMenu(): Promise<string[]> {
  return (await menuEntries(await onlyItem())).map(({ label }) => label);
}

/** Chooses an entry of the tray menu. @throws Error that lists the entries when there is none of that name */
export async function chooseInTrayMenu(label: string): Promise<void> {
  const item = await onlyItem();
  const entries = await menuEntries(item);
  const entry = entries.find((candidate) => candidate.label === label);
  if (!entry)
    throw new Error(`The tray menu has no "${label}", but: ${entries.map((one) => one.label).join(', ')}`);
  const menu = await menuPath(item);
  const event = ['isvu', String(entry.id), 'clicked', 's', '', '0'];
  await busctl(['call', item.bus, menu, 'com.canonical.dbusmenu', 'Event', ...event]);
}

/** A click on the icon itself. */
export async function clickTray(): Promise<void> {
  const item = await onlyItem();
  await busctl(['call', item.bus, item.path, ITEM, 'Activate', 'ii', '0', '0']);
}

const ITEM = 'org.kde.StatusNotifierItem';
const WATCHER = 'org.kde.StatusNotifierWatcher';

interface Item {
  bus: string;
  path: string;
}

const tooltipSchema = z.tuple([z.string(), z.unknown(), z.string(), z.string()]);
const menuSchema = z.object({
  data: z.tuple([z.number(), z.tuple([z.number(), z.unknown(), z.array(z.unknown())])]),
});
const entrySchema = z.object({
  data: z.tuple([z.number(), z.record(z.string(), z.object({ data: z.unknown() })), z.array(z.unknown())]),
});

async function onlyItem(): Promise<Item> {
  const answer = await busctl([
    'get-property',
    WATCHER,
    '/StatusNotifierWatcher',
    WATCHER,
    'RegisteredStatusNotifierItems',
  ]);
  const items = z.object({ data: z.array(z.string()) }).parse(answer).data;
  const [only] = items;
  if (items.length !== 1 || !only) throw new Error(`Expected one tray icon, found ${items.length}.`);
  const slash = only.indexOf('/');
  return { bus: only.slice(0, slash), path: only.slice(slash) };
}

async function property(item: Item, name: string): Promise<unknown> {
  return z
    .object({ data: z.unknown() })
    .parse(await busctl(['get-property', item.bus, item.path, ITEM, name])).data;
}

async function menuPath(item: Item): Promise<string> {
  return z.string().parse(await property(item, 'Menu'));
}

async function menuEntries(item: Item): Promise<{ id: number; label: string }[]> {
  const wanted = ['iias', '0', '1', '0'];
  const answer = await busctl([
    'call',
    item.bus,
    await menuPath(item),
    'com.canonical.dbusmenu',
    'GetLayout',
    ...wanted,
  ]);
  return menuSchema.parse(answer).data[1][2].flatMap((raw) => {
    const [id, properties] = entrySchema.parse(raw).data;
    const label = properties.label?.data;
    return typeof label === 'string' && label ? [{ id, label: label.replaceAll('_', '') }] : [];
  });
}

async function busctl(args: string[]): Promise<unknown> {
  const { stdout } = await run('busctl', ['--user', '--json=short', ...args]);
  return stdout.trim() ? JSON.parse(stdout) : undefined;
}
