import type { HistoryFormat } from '../../preload/contract.ts';
import type { ExportedNotice } from './rows.ts';

type Format = { head: string; line: (notice: ExportedNotice) => string };

const COLUMNS = [
  ...['id', 'time', 'received', 'source', 'title', 'body', 'topic', 'priority'],
  ...['tags', 'link', 'read', 'place', 'snoozedUntil', 'repeats'],
] as const satisfies (keyof ExportedNotice)[];

/**
 * JSON Lines is exact and for programs. CSV (https://www.rfc-editor.org/rfc/rfc4180) is for spreadsheets, and so begins with the
 * mark by which they know UTF-8, and lets no cell be a formula.
 */
export const formats: Record<HistoryFormat, Format> = {
  jsonl: { head: '', line: (notice) => `${JSON.stringify(notice)}\n` },
  csv: {
    head: `\ufeff${COLUMNS.join(',')}\r\n`,
    line: (notice) => `${COLUMNS.map((column) => cell(notice[column])).join(',')}\r\n`,
  },
};

function cell(value: ExportedNotice[(typeof COLUMNS)[number]]): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(Array.isArray(value) ? value.join(' ') : value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A server’s text that begins like a formula would be run by the spreadsheet that opens it. An apostrophe before the sign makes
 * it text, at the price of the apostrophe. Where spreadsheets expect semicolons or tabs (as in German and French) the quotes
 * in the middle of a line hold nothing together, so there a cell may begin behind each of these and behind each line break, too.
 * Looking back from the sign is what keeps this linear. https://owasp.org/www-community/attacks/CSV_Injection
 */
function harmless(text: string): string {
  return text.replace(/(?<=^\s*|[;\t\r\n][\s"]*)[=+\-@\uff1d\uff0b\uff0d\uff20]/g, "'$&");
}
