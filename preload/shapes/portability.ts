/** Taking settings and history along, and how Bellhop sits in the system: start at login, global shortcut. */
import { z } from 'zod';
import { mistakes } from './mistakes.ts';

/** The passphrase that credentials in an exported file are encrypted with. Given anew each time, never kept. */
export const newPassphraseSchema = z
  .string()
  .min(8, mistakes.shortPassphrase)
  .max(1000, mistakes.longPassphrase);
export const passphraseSchema = z.string().min(1).max(1000, mistakes.longPassphrase);

/** What was written; null where the person chose no file. `withoutCredential`: names of sources that it couldn’t be had of. */
export type ExportedSettings = {
  file: string;
  sources: number;
  rules: number;
  credentials: number;
  withoutCredential: string[];
};

/** What importing a file would do. Nothing that is here is lost: what is known stays as it is. */
export type ImportPreview = {
  /** Give it to `importSettings`, as long as no other file was looked at since. */
  import: number;
  file: string;
  /** Unix milliseconds. */
  writtenAt: number;
  /** By address: one that is here already stays as it is. */
  sources: { added: { name: string; url: string }[]; known: { name: string; url: string }[] };
  rules: { added: number; known: number };
  /** Which settings would change: `savedFilters`, `quietHours`, `shortcut`, or the name of a preference. */
  settings: string[];
  /** It holds encrypted credentials: with the passphrase they are taken over, without one the sources come without. */
  hasCredentials: boolean;
};

/** `withoutCredential`: names of added sources that need one and have none yet. */
export type Imported = { sources: number; rules: number; credentials: number; withoutCredential: string[] };

export const historyFormatSchema = z.enum(['jsonl', 'csv']);
export type HistoryFormat = z.infer<typeof historyFormatSchema>;
/** An export of the history, in notices; `text` says why it failed. */
export type HistoryExport = {
  state: 'running' | 'written' | 'failed';
  written: number;
  total: number;
  text: string | null;
};

/**
 * As Electron writes it, https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts. A key alone, or with Shift, would
 * be taken away from typing everywhere; function keys may stand alone.
 */
export const shortcutSchema = z
  .string()
  .max(60)
  .regex(
    /^(?:(?:(?:Shift\+)*(?:CommandOrControl|Command|Control|Alt|Option|AltGr|Super|Meta)\+(?:(?:CommandOrControl|Command|Control|Alt|Option|AltGr|Shift|Super|Meta)\+)*(?:[A-Z0-9]|[`\-=[\]\\;',./]|F(?:[1-9]|1\d|2[0-4])|Plus|Space|Tab|Backspace|Delete|Insert|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Esc))|(?:Shift\+)?F(?:[1-9]|1\d|2[0-4]))$/,
    mistakes.shortcut,
  );

/** `works: false`: it is chosen, but the system doesn’t give it. `text`: why, or what to know about it on this desktop. */
export type ShortcutState = { keys: string | null; works: boolean; text: string | null };

/** As the system has it now. `can: false`: it can’t be changed from here, and `text` says why. */
export type LoginStart = { on: boolean; can: boolean; text: string | null };
