/**
 * The window's first picture. Main draws it with the very components of the window, while the system still starts the
 * window's process; the window's own program then takes it over (program.tsx).
 */
import { renderToString } from 'preact-render-to-string';
import type { DrawPicture } from '../preload/picture.ts';
import { App } from './App.tsx';
import { told } from './state/app.ts';
import { ask, connect } from './state/bridge.ts';
import { now } from './state/clock.ts';
import { listStatus, openList } from './state/list.ts';
import { marksOfRoot, moreContrast } from './state/look.ts';
import { room, roomOf } from './state/places.ts';
import { getNotice, put } from './state/selection.ts';
import { speak, text } from './text.ts';

export const drawPicture: DrawPicture = async (bridge, seen) => {
  connect(bridge);
  const [state, notice] = await Promise.all([
    ask('readState', {}),
    seen.notice === null ? null : getNotice(seen.notice),
    openList(),
  ]);
  if (!state.ok) throw new Error(state.error);
  if (listStatus.value !== 'ready') throw new Error(text.list.failed);
  await speak(state.value.language);
  now.value = Date.now();
  room.value = roomOf(seen.width);
  moreContrast.value = seen.moreContrast;
  told.value = state.value;
  put(notice?.ok ? notice.value : null);
  const root = Object.fromEntries(Object.entries(marksOfRoot).map(([name, mark]) => [name, mark.value]));
  return { root, body: renderToString(<App />) };
};
