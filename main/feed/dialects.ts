import type { DialectName, Mapping } from '../../preload/contract.ts';
import type { Dialect } from './dialect.ts';
import { json } from './json.ts';
import { mercure } from './mercure.ts';
import { ntfy } from './ntfy.ts';
import { rows } from './rows.ts';

/** Where a source listens, and how what it sends is to be read (null: the dialect knows by itself). */
export type Server = { url: string; mapping: Mapping | null };

/** Every dialect by its name in the settings file. */
export const dialects: Record<DialectName, (server: Server) => Dialect> = { rows, ntfy, mercure, json };
