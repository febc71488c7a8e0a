/** Connects the window to main: pushes in, and the first snapshot. */
import type { AppState, Language } from '../../preload/contract.ts';
import { speak, text } from '../text.ts';
import { announceArrivals } from './announce.ts';
import { told } from './app.ts';
import { act, connect, failure } from './bridge.ts';
import { startClock } from './clock.ts';
import { startLeaving } from './leaving.ts';
import { listenForArrivals, openList, refreshList } from './list.ts';
import { startLook } from './look.ts';
import { startMeasuring } from './places.ts';
import { loadDetail, showNotice } from './selection.ts';
import { startViewReport } from './viewReport.ts';

/** @param draw is called once there is something to draw */
export async function start(draw: () => void): Promise<void> {
  const { bellhop } = window;
  connect(bellhop);
  let newest: AppState;
  const show = () => {
    told.value = newest;
  };
  bellhop.on('state', (state) => {
    newest = state;
    if (told.value === null) return;
    show();
    void speakOrSay(state.language);
  });
  bellhop.on('noticesChanged', () => {
    void refreshList();
    void loadDetail();
  });
  bellhop.on('show', ({ id }) => void showNotice(id));
  listenForArrivals(announceArrivals);
  startMeasuring();

  /** With its words, which are fetched while the list is. */
  const askState = async () => {
    const reply = await act('getState', {});
    if (!reply.ok) return reply;
    newest = reply.value.state;
    await speakOrSay(newest.language);
    return reply;
  };

  const [first] = await Promise.all([askState(), openList()]);
  if (!first.ok) return;
  show();
  startLook();
  if (first.value.show !== null) await showNotice(first.value.show);
  draw();
  startClock();
  startLeaving();
  startViewReport();
}

/** Without its words the window goes on in those it has. */
async function speakOrSay(next: Language): Promise<void> {
  try {
    await speak(next);
  } catch (error) {
    console.error(`The words of "${next}" could not be loaded:`, error);
    failure.value = text.settings.wordsMissing;
  }
}
