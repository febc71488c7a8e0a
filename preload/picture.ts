/** What main and the window's components agree on where main draws them: the window's first picture. */
import type { Bridge } from './contract.ts';

/** What the window will show: how wide its page is, in the page's own pixels, and the notice that it opens at. */
export type Seen = { width: number; notice: number | null; moreContrast: boolean };

/** `root`: attributes of the page's root; `body`: HTML. */
export type Picture = { root: Record<string, string>; body: string };

/** Draws the inbox as it is. @throws Error where main refused to tell what is in it */
export type DrawPicture = (bridge: Bridge, seen: Seen) => Promise<Picture>;
