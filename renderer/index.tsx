import { render } from 'preact';
import { App } from './App.tsx';
import { startKeepingFocus } from './keepFocus.ts';
import { startKeys } from './keys.ts';
import { start } from './state/start.ts';

render(<App />, document.body);
startKeys();
startKeepingFocus();
void start();
