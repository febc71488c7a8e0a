/** The page comes with its first picture (picture.tsx). What runs it takes longer to start, and must not hold that up. */
import { painted } from './painted.ts';

if (document.body.inert) await painted();
await import('./program.tsx');
