import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's absolute path. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
