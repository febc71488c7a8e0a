import { render } from 'preact';
import { App } from './App.tsx';
import { startKeepingFocus } from './keepFocus.ts';
import { startKeys } from './keys.ts';
import { fetchPages } from './Pane.tsx';
import { start } from './state/start.ts';

/** What runs the window. It takes over the picture that main drew, and changes what is different by now. */
await start(() => {
  render(<App />, document.body);
  document.body.inert = false;
  startKeys();
  startKeepingFocus();
});
await fetchPages();
