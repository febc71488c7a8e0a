import { useLayoutEffect, useRef } from 'preact/hooks';
import { MenuIcon } from './icons.tsx';
import { Menu } from './Menu.tsx';
import { Nav } from './Nav.tsx';
import { drawerOpen, room } from './state/places.ts';
import { text } from './text.ts';

/** The sidebar where there is no room to let it stand. */
export function Drawer() {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = drawerOpen.value;
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  const close = () => {
    drawerOpen.value = false;
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the drawer closes it; for keys there is Escape.
    <dialog
      class="drawer"
      ref={dialog}
      aria-label={text.nav.label}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <Nav />
      <Menu />
    </dialog>
  );
}

/** Brings the drawer out, where there is one. */
export function MenuButton() {
  if (room.value === 'wide') return null;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={text.nav.open}
      title={text.nav.open}
      onClick={() => {
        drawerOpen.value = true;
      }}
    >
      <MenuIcon />
    </button>
  );
}
