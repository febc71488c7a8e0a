import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusList } from './focus.ts';
import { keyName } from './shortcuts.ts';
import { isMirrored } from './sides.ts';
import { type MenuItem, menu, type OpenMenu } from './state/menu.ts';

const margin = 8;

/** What had the focus before, and gets it back. */
let from: HTMLElement | null = null;

/** https://www.w3.org/WAI/ARIA/apg/patterns/menubar/ tells how its keys behave. */
export function Menu() {
  const open = menu.value;
  return open && <Opened key={`${open.at.x} ${open.at.y} ${open.label}`} open={open} />;
}

function Opened({ open }: { open: OpenMenu }) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    from = document.activeElement as HTMLElement | null;
    place(list.current, open.at);
    const items = itemsOf(list.current);
    (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
    const outside = (event: Event) => {
      if (!list.current?.contains(event.target as Node)) menu.value = null;
    };
    const away = () => {
      menu.value = null;
    };
    document.addEventListener('pointerdown', outside, true);
    const stay = () => place(list.current, open.at);
    window.addEventListener('blur', away);
    window.addEventListener('resize', stay);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      window.removeEventListener('blur', away);
      window.removeEventListener('resize', stay);
    };
  }, []);
  return (
    <div
      ref={list}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={open.label}
      onKeyDown={(event) => onKey(event, list.current)}
      onContextMenu={(event) => event.preventDefault()}
    >
      {open.items.map((item) => (
        <Item key={item.label} item={item} />
      ))}
    </div>
  );
}

function Item({ item: { label, keys, checked, parted, run } }: { item: MenuItem }) {
  const choose = () => {
    close(); // first: what runs may move the focus on
    run();
  };
  const role =
    checked === undefined
      ? ({ role: 'menuitem' } as const)
      : ({ role: 'menuitemradio', 'aria-checked': checked } as const);
  return (
    <button
      type="button"
      class={parted ? 'parted' : ''}
      {...role}
      tabIndex={-1}
      onClick={choose}
      onPointerMove={(event) => event.currentTarget.focus()}
    >
      <span class="tick" />
      <span class="name">{label}</span>
      {keys?.[0] && (
        <span aria-hidden="true">
          <kbd>{keyName(keys[0])}</kbd>
        </span>
      )}
    </button>
  );
}

function close(): void {
  menu.value = null;
  if (from?.isConnected && from !== document.body) from.focus();
  else focusList();
}

function onKey(event: KeyboardEvent, list: HTMLElement | null): void {
  const items = itemsOf(list);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const focus = (index: number) => items[(index + items.length) % items.length]?.focus();
  const typed = event.key.length === 1 && event.key !== ' ' ? event.key.toLowerCase() : null;
  if (event.key === 'ArrowDown') focus(at + 1);
  else if (event.key === 'ArrowUp') focus(at - 1);
  else if (event.key === 'Home') focus(0);
  else if (event.key === 'End') focus(-1);
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else if (typed) {
    const ahead = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    ahead.find((item) => item.textContent?.trim().toLowerCase().startsWith(typed))?.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return Array.from(list?.querySelectorAll<HTMLElement>('button') ?? []);
}

/** Where it was asked for, moved so that all of it is in the window. */
function place(list: HTMLElement | null, { x, y }: { x: number; y: number }): void {
  if (list === null) return;
  const { offsetWidth, offsetHeight } = list;
  const fromStart = isMirrored() ? innerWidth - x : x;
  list.style.insetInlineStart = `${Math.max(margin, Math.min(fromStart, innerWidth - offsetWidth - margin))}px`;
  list.style.top = `${Math.max(margin, Math.min(y, innerHeight - offsetHeight - margin))}px`;
}
