/** What can be done with a source: one list for its menu and the keys on it. */
import type { SourceView } from '../preload/contract.ts';
import { act } from './state/bridge.ts';
import { type MenuItem, openMenu } from './state/menu.ts';
import { openPane } from './state/places.ts';
import { question } from './state/question.ts';
import { text } from './text.ts';

const words = text.source;

type Move = (step: 1 | -1) => void;

export function openSourceMenu(source: SourceView, at: { x: number; y: number }, move: Move): void {
  openMenu(text.list.aboutSource(source.name), itemsFor(source, move), at);
}

function itemsFor(source: SourceView, move: Move): MenuItem[] {
  const { id, enabled, muted } = source;
  return [
    { label: text.list.aboutSource(source.name), run: () => openPane({ kind: 'source', id }) },
    {
      label: muted ? text.nav.unmute : text.nav.mute,
      run: () => void act('setSourceMuted', { id, muted: !muted }),
    },
    {
      label: enabled ? text.nav.turnOff : text.nav.turnOn,
      run: () => void act('setSourceEnabled', { id, enabled: !enabled }),
    },
    { label: text.nav.moveUp, keys: ['Alt+↑'], parted: true, run: () => move(-1) },
    { label: text.nav.moveDown, keys: ['Alt+↓'], run: () => move(1) },
    { label: words.remove, parted: true, run: () => askToRemove(source) },
  ];
}

/** Its history is kept or goes with it: that is the question. */
export function askToRemove({ id, name }: SourceView): void {
  const remove = (keepHistory: boolean) => void act('removeSource', { id, keepHistory });
  question.value = {
    title: words.removeTitle(name),
    text: words.removeText,
    answers: [
      { label: words.removeKeep, danger: false, run: () => remove(true) },
      { label: words.removeAll, danger: true, run: () => remove(false) },
    ],
  };
}
