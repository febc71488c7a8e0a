import { join } from 'node:path';
import { app, Menu, type MenuItemConstructorOptions, nativeTheme, Tray as SystemTray } from 'electron';
import type { Pause } from '../../preload/contract.ts';
import type { Badge } from '../host.ts';

export type Tray = { show: (badge: Badge) => void };
export type TrayActions = {
  open: () => void;
  pause: (until: Pause) => void;
  markAllRead: () => void;
  quit: () => void;
};

type Look = 'idle' | 'unread' | 'disconnected' | 'paused';

/** The state at a glance: icon, tooltip, count, and a menu that can do the daily things. */
export function createTray(actions: TrayActions): Tray {
  const tray = new SystemTray(iconFile('idle'));
  let badge: Badge = {
    ...{ unread: 0, paused: null, quietUntil: null, disconnected: [], sources: 0, connected: 0 },
  };
  let drawn = '';

  const draw = () => {
    const look = lookOf(badge);
    const now = JSON.stringify([badge, look, nativeTheme.shouldUseDarkColors]);
    if (now === drawn) return; // menus flicker when replaced while open
    drawn = now;
    tray.setImage(iconFile(look));
    tray.setToolTip(`Bellhop: ${summary(badge)}`);
    tray.setContextMenu(menu(badge, actions));
    app.setBadgeCount(badge.unread);
  };

  tray.on('click', actions.open);
  nativeTheme.on('updated', draw);
  draw();
  return {
    show(next) {
      badge = next;
      draw();
    },
  };
}

/** Trouble first: an old count must not look like all is well. */
function lookOf({ disconnected, paused, unread }: Badge): Look {
  if (disconnected.length > 0) return 'disconnected';
  if (paused !== null) return 'paused';
  return unread > 0 ? 'unread' : 'idle';
}

function connectionLine({ disconnected, sources, connected }: Badge): string {
  if (sources === 0) return 'Nothing to connect to';
  if (disconnected.length === 0) return connected < sources ? 'Connecting…' : 'Connected';
  return disconnected.length === 1
    ? `${disconnected[0]} isn’t connected`
    : `${disconnected.length} sources aren’t connected`;
}

function summary(badge: Badge): string {
  const { unread, paused, quietUntil, disconnected } = badge;
  return [
    unread === 0 ? 'nothing unread' : `${unread} unread`,
    paused !== null && `toasts paused${untilWhen(paused)}`,
    paused === null && quietUntil !== null && `quiet hours${untilWhen(quietUntil)}`,
    disconnected.length > 0 && connectionLine(badge),
  ]
    .filter((part) => part !== false)
    .join(', ');
}

function menu(badge: Badge, actions: TrayActions): Menu {
  return Menu.buildFromTemplate([
    { label: badge.unread > 0 ? `Open inbox (${badge.unread} unread)` : 'Open inbox', click: actions.open },
    { label: 'Mark all as read', enabled: badge.unread > 0, click: actions.markAllRead },
    { type: 'separator' },
    { label: connectionLine(badge), enabled: false },
    ...pauseItems(badge, actions),
    { type: 'separator' },
    { label: 'Quit Bellhop', click: actions.quit },
  ]);
}

function pauseItems({ paused }: Badge, { pause }: TrayActions): MenuItemConstructorOptions[] {
  if (paused !== null) {
    return [
      { label: `Toasts are paused${untilWhen(paused)}`, enabled: false },
      { label: 'Resume toasts', click: () => pause(null) },
    ];
  }
  const choices: [string, () => Pause][] = [
    ['For an hour', () => Date.now() + HOUR_MS],
    ['Until tomorrow morning', tomorrowMorning],
    ['Until I resume them', () => 'forever'],
  ];
  const submenu = choices.map(([label, until]) => ({ label, click: () => pause(until()) }));
  return [{ label: 'Pause toasts', submenu }];
}

const HOUR_MS = 60 * 60_000;
const MORNING = 8;

function tomorrowMorning(): number {
  const day = new Date();
  day.setDate(day.getDate() + 1);
  return day.setHours(MORNING, 0, 0, 0);
}

/** “ until 14:30”, or nothing where no end is known. */
function untilWhen(until: Pause): string {
  if (typeof until !== 'number') return '';
  const today = new Date(until).toDateString() === new Date().toDateString();
  const day = today ? {} : ({ weekday: 'long' } as const);
  return ` until ${new Date(until).toLocaleString('en-GB', { ...day, hour: '2-digit', minute: '2-digit' })}`;
}

/** macOS tints template images itself; elsewhere the glyph must stand out from the panel. */
function iconFile(look: Look): string {
  const ground = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: `tray-${look}Template.png`,
    win32: `tray-${look}-${ground}.ico`,
  };
  return join(app.getAppPath(), 'build/tray', names[process.platform] ?? `tray-${look}-${ground}.png`);
}
