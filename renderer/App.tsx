import { Announcer } from './Announcer.tsx';
import { Confirm } from './Confirm.tsx';
import { Drawer } from './Drawer.tsx';
import { Footer } from './Footer.tsx';
import { ListColumn } from './ListColumn.tsx';
import { Menu } from './Menu.tsx';
import { Nav } from './Nav.tsx';
import { Pane } from './Pane.tsx';
import { SnoozeDialog } from './SnoozeDialog.tsx';
import { app, sources } from './state/app.ts';
import { drawerOpen, listCovered, room } from './state/places.ts';
import { UndoLine } from './UndoLine.tsx';

/** The window, in the order of reading: sidebar, list, and what stands beside the list. */
export function App() {
  if (app.value === null) return null;
  const hasSources = sources.value.length > 0;
  return (
    <>
      <div class={`window ${room.value}`}>
        {room.value === 'wide' ? <Nav /> : <Drawer />}
        <main class={hasSources ? 'columns' : 'columns alone'}>
          {hasSources && <ListColumn covered={listCovered.value} />}
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
