import { Announcer } from './Announcer.tsx';
import { Confirm } from './Confirm.tsx';
import { Drawer } from './Drawer.tsx';
import { Footer } from './Footer.tsx';
import { ListColumn } from './ListColumn.tsx';
import { Menu } from './Menu.tsx';
import { Nav } from './Nav.tsx';
import { Pane } from './Pane.tsx';
import { SnoozeDialog } from './SnoozeDialog.tsx';
import { app, hasList } from './state/app.ts';
import { drawerOpen, listCovered, room } from './state/places.ts';
import { UndoLine } from './UndoLine.tsx';

/** The window, in the order of reading: sidebar, list, and what stands beside the list. */
export function App() {
  if (app.value === null) return null;
  return (
    <>
      <div class={`window ${room.value}`}>
        {room.value === 'wide' ? <Nav /> : <Drawer />}
        <main class={hasList.value ? 'columns' : 'columns alone'}>
          {hasList.value && <ListColumn covered={listCovered.value} />}
          <Pane />
          {listCovered.value && <UndoLine />}
          {!drawerOpen.value && <Menu />}
        </main>
        <Footer />
      </div>
      <Confirm />
      <SnoozeDialog />
      <Announcer />
    </>
  );
}
