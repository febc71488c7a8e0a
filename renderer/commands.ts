/** What can be done with notices: one list for keys, menus and buttons. */
import type { NoticeRow } from '../preload/contract.ts';
import { heading } from './pure/headline.ts';
import { startEdge } from './sides.ts';
import { announce } from './state/announce.ts';
import { act } from './state/bridge.ts';
import { chosen, targets, toggleChosen } from './state/chosen.ts';
import { type MenuItem, openMenu } from './state/menu.ts';
import { openPane } from './state/places.ts';
import { markRead, selectedNotice } from './state/selection.ts';
import { move, setRead, snoozing } from './state/triage.ts';
import { text } from './text.ts';

/** The longest text the contract takes. */
const mostChars = 100_000;

const keysOf = {
  open: ['o', 'Enter'],
  archive: ['e'],
  inbox: ['e'],
  snooze: ['s'],
  read: ['r', 'u'],
  unread: ['u'],
  choose: ['x'],
  copy: ['c'],
  rule: ['t'],
  delete: ['#', 'Delete'],
} as const;
export type CommandName = keyof typeof keysOf;

export type Command = { name: CommandName; label: string; keys: readonly string[]; run: () => void };

/** Those that make sense for these notices, in the order of menus. */
export function commandsFor(notices: NoticeRow[]): Command[] {
  const [first] = notices;
  if (first === undefined) return [];
  const one = notices.length === 1;
  const isPutAway = notices.every(({ place }) => place !== 'inbox');
  const anyUnread = notices.some(({ readAt }) => readAt === null);
  const all: [CommandName, boolean, () => void][] = [
    ['open', one && first.link !== null, () => openLink(first)],
    ['archive', !isPutAway, () => void move(notices, 'archived')],
    ['inbox', isPutAway, () => void move(notices, 'inbox')],
    ['snooze', true, () => askUntil(notices)],
    ['read', anyUnread, () => void setRead(notices, true)],
    ['unread', !anyUnread, () => void setRead(notices, false)],
    ['choose', one, () => toggleChosen(first.id)],
    ['copy', true, () => copy(notices)],
    ['rule', one, () => openPane({ kind: 'rule', notice: first })],
    ['delete', true, () => void move(notices, 'deleted')],
  ];
  return all
    .filter(([, applies]) => applies)
    .map(([name, , run]) => ({ name, label: text.commands[name], keys: keysOf[name], run }));
}

/** What a key asks for: with what is chosen, or else with what is selected. */
export function commandFor(key: string): Command | undefined {
  return commandsFor(targets.value).find(({ keys }) => keys.includes(key));
}

/** What a menu on one notice is about: all that are chosen, when it is one of those. */
export function withChosen(notice: NoticeRow): NoticeRow[] {
  return chosen.value.has(notice.id) ? targets.value : [notice];
}

export function openCommandMenu(notices: NoticeRow[], at: Element | { x: number; y: number }): void {
  const items = commandsFor(notices).map(
    ({ name, label, keys, run }): MenuItem => ({ label, keys, run, parted: name === 'delete' }),
  );
  openMenu(notices.length > 1 ? text.chosen.count(notices.length) : text.commands.label, items, at);
}

/** For the menu key, at the row that the keys stand on. */
export function openMenuHere(row: Element): void {
  const { top, height } = row.getBoundingClientRect();
  const x = startEdge(row.querySelector('.words') ?? row);
  openCommandMenu(targets.value, { x, y: top + Math.min(height, 40) });
}

export function openLink(notice: NoticeRow | null = selectedNotice.value): void {
  if (!notice?.link) return;
  void act('openLink', { id: notice.id });
  if (notice.readAt === null) void markRead(notice.id, true);
}

function askUntil(notices: NoticeRow[]): void {
  snoozing.value = notices;
}

function copy(notices: NoticeRow[]): void {
  const words = notices.map((notice) => {
    const { title, body } = heading(notice);
    return [title, body, notice.link].filter(Boolean).join('\n');
  });
  void act('copyText', { text: words.join('\n\n').slice(0, mostChars) });
  announce(text.detail.copied);
}
