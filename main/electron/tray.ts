import { join } from 'node:path';
import { app, Menu, type MenuItemConstructorOptions, nativeTheme, Tray as SystemTray } from 'electron';
import type { Pause } from '../../preload/contract.ts';
import type { Badge } from '../host.ts';
import type { Words } from '../words/words.ts';

export type Tray = { show: (badge: Badge) => void };
export type TrayActions = {
  open: () => void;
  pause: (until: Pause) => void;
  markAllRead: () => void;
  quit: () => void;
};

type Look = 'idle' | 'unread' | 'disconnected' | 'paused';

/** The state at a glance: icon, tooltip, count, and a menu that can do the daily things. */
export function createTray(actions: TrayActions, wordsNow: () => Words): Tray {
  const tray = new SystemTray(iconFile('idle'));
  let badge: Badge = {
    ...{ unread: 0, paused: null, quietUntil: null, disconnected: [], sources: 0, connected: 0 },
  };
  let drawn = '';

  const draw = () => {
    const look = lookOf(badge);
    const words = wordsNow();
    const now = JSON.stringify([words.locale, badge, look, nativeTheme.shouldUseDarkColors]);
    if (now === drawn) return; // menus flicker when replaced while open
    drawn = now;
    tray.setImage(iconFile(look));
    tray.setToolTip(words.desktop.tray.tooltip(summary(badge, words)));
    tray.setContextMenu(menu(badge, actions, words));
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

function connectionLine({ disconnected, sources, connected }: Badge, { desktop: { tray } }: Words): string {
  const [first] = disconnected;
  if (sources === 0) return tray.nothingToConnect;
  if (first === undefined) return connected < sources ? tray.connecting : tray.connected;
  return disconnected.length === 1 ? tray.oneDisconnected(first) : tray.manyDisconnected(disconnected.length);
}

function summary(badge: Badge, words: Words): string {
  const { unread, paused, quietUntil, disconnected } = badge;
  const { tray, comma } = words.desktop;
  return [
    unread === 0 ? tray.nothingUnread : tray.unread(unread),
    paused !== null && tray.paused(untilWhen(paused, words)),
    paused === null && quietUntil !== null && tray.quiet(untilMoment(quietUntil, words)),
    disconnected.length > 0 && connectionLine(badge, words),
  ]
    .filter((part) => part !== false)
    .join(comma);
}

function menu(badge: Badge, actions: TrayActions, words: Words): Menu {
  const { unread } = badge;
  const { tray } = words.desktop;
  return Menu.buildFromTemplate([
    { label: unread > 0 ? tray.openUnread(unread) : tray.open, click: actions.open },
    { label: tray.markAllRead, enabled: unread > 0, click: actions.markAllRead },
    { type: 'separator' },
    { label: connectionLine(badge, words), enabled: false },
    ...pauseItems(badge, actions, words),
    { type: 'separator' },
    { label: tray.quit, click: actions.quit },
  ]);
}

function pauseItems({ paused }: Badge, { pause }: TrayActions, words: Words): MenuItemConstructorOptions[] {
  const { tray } = words.desktop;
  if (paused !== null) {
    return [
      { label: tray.arePaused(untilWhen(paused, words)), enabled: false },
      { label: tray.resume, click: () => pause(null) },
    ];
  }
  const choices: [string, () => Pause][] = [
    [tray.forAnHour, () => Date.now() + HOUR_MS],
    [tray.untilTomorrow, tomorrowMorning],
    [tray.untilResumed, () => 'forever'],
  ];
  const submenu = choices.map(([label, until]) => ({ label, click: () => pause(until()) }));
  return [{ label: tray.pause, submenu }];
}

const HOUR_MS = 60 * 60_000;
const MORNING = 8;

function tomorrowMorning(): number {
  const day = new Date();
  day.setDate(day.getDate() + 1);
  return day.setHours(MORNING, 0, 0, 0);
}

/** Null where no end is known. */
const untilWhen = (until: Pause, words: Words) =>
  typeof until === 'number' ? untilMoment(until, words) : null;

/** “until 14:30” today, and with its day on another. */
function untilMoment(moment: number, { locale, desktop: { tray } }: Words): string {
  const date = new Date(moment);
  const time = date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  if (date.toDateString() === new Date().toDateString()) return tray.untilTime(time);
  return tray.untilDay(date.toLocaleDateString(locale, { weekday: 'long' }), time);
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
