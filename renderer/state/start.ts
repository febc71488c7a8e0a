/** Connects the window to main: pushes in, and the first snapshot. */
import { announceArrivals } from './announce.ts';
import { app } from './app.ts';
import { act } from './bridge.ts';
import { startClock } from './clock.ts';
import { listenForArrivals, openList, refreshList } from './list.ts';
import { loadDetail, showNotice } from './selection.ts';
import { startViewReport } from './viewReport.ts';

export async function start(): Promise<void> {
  const { bellhop } = window;
  bellhop.on('state', (state) => {
    app.value = state;
  });
  bellhop.on('noticesChanged', () => {
    void refreshList();
    void loadDetail();
  });
  bellhop.on('show', ({ id }) => void showNotice(id));
  listenForArrivals(announceArrivals);

  const [first] = await Promise.all([act('getState', {}), openList()]);
  if (!first.ok) return;
  app.value = first.value.state;
  startClock();
  startViewReport();
  if (first.value.show !== null) await showNotice(first.value.show);
}
