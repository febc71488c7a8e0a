import { join } from 'node:path';
import { app, Menu, type MenuItemConstructorOptions, nativeTheme, Tray as SystemTray } from 'electron';
import type { Pause } from '../../preload/contract.ts';
import type { Badge } from '../host.ts';
import { untilMoment } from '../words/until-moment.ts';
import type { Words } from '../words/words.ts';

export type Tray = { show: (badge: Badge) => void };
export type TrayActions = {
  open: () => void;
  pause: (until: Pause) => void;
  markAllRead: () => void;
  quit: () => void;
};

/** A moment in words: “until 14:30”. */
type Until = (moment: number) => string;

type Look = 'idle' | 'unread' | 'disconnected' | 'paused';

/**
 * The state at a glance: icon, tooltip, count, and a menu that can do the daily things.
 * @param systemNow what the system prefers, best first, as Intl takes it
 */
export function createTray(
  actions: TrayActions,
  wordsNow: () => Words,
  systemNow: () => readonly string[],
): Tray {
  const tray = new SystemTray(iconFile('idle'));
  let badge: Badge = {
    ...{ unread: 0, paused: null, quietUntil: null, disconnected: [], sources: 0, connected: 0 },
  };
  let drawn = '';

  const draw = () => {
    const look = lookOf(badge);
    const words = wordsNow();
    const system = systemNow();
    const until: Until = (moment) => untilMoment(moment, Date.now(), words, system);
    const now = JSON.stringify([words.locale, system, badge, look, nativeTheme.shouldUseDarkColors]);
    if (now === drawn) return; // menus flicker when replaced while open
    drawn = now;
    tray.setImage(iconFile(look));
    tray.setToolTip(words.desktop.tray.tooltip(summary(badge, words, until)));
    tray.setContextMenu(menu(badge, actions, words, until));
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

function summary(badge: Badge, words: Words, until: Until): string {
  const { unread, paused, quietUntil, disconnected } = badge;
  const { tray, comma } = words.desktop;
  return [
    unread === 0 ? tray.nothingUnread : tray.unread(unread),
    paused !== null && tray.paused(untilWhen(paused, until)),
    paused === null && quietUntil !== null && tray.quiet(until(quietUntil)),
    disconnected.length > 0 && connectionLine(badge, words),
  ]
    .filter((part) => part !== false)
    .join(comma);
}

function menu(badge: Badge, actions: TrayActions, words: Words, until: Until): Menu {
  const { unread } = badge;
  const { tray } = words.desktop;
  return Menu.buildFromTemplate([
    { label: unread > 0 ? tray.openUnread(unread) : tray.open, click: actions.open },
    { label: tray.markAllRead, enabled: unread > 0, click: actions.markAllRead },
    { type: 'separator' },
    { label: connectionLine(badge, words), enabled: false },
    ...pauseItems(badge, actions, words, until),
    { type: 'separator' },
    { label: tray.quit, click: actions.quit },
  ]);
}

function pauseItems(
  { paused }: Badge,
  { pause }: TrayActions,
  words: Words,
  until: Until,
): MenuItemConstructorOptions[] {
  const { tray } = words.desktop;
  if (paused !== null) {
    return [
      { label: tray.arePaused(untilWhen(paused, until)), enabled: false },
      { label: tray.resume, click: () => pause(null) },
    ];
  }
  const choices: [string, () => Pause][] = [
    [tray.forAnHour, () => Date.now() + HOUR_MS],
    [tray.untilTomorrow, tomorrowMorning],
    [tray.untilResumed, () => 'forever'],
  ];
  const submenu = choices.map(([label, end]) => ({ label, click: () => pause(end()) }));
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
const untilWhen = (paused: Pause, until: Until) => (typeof paused === 'number' ? until(paused) : null);

/** macOS tints template images itself; elsewhere the glyph must stand out from the panel. */
function iconFile(look: Look): string {
  const ground = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: `tray-${look}Template.png`,
    win32: `tray-${look}-${ground}.ico`,
  };
  return join(app.getAppPath(), 'build/tray', names[process.platform] ?? `tray-${look}-${ground}.png`);
}
