import { extname } from 'node:path';

const LONGEST = 120;
/** Names that Windows keeps for devices, https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name that a server gave, as one of a file in one folder: without path, hidden letters and what a system can't bear. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const extension = extname(plain).slice(0, 20);
  const stem = plain.slice(0, plain.length - extname(plain).length).slice(0, LONGEST);
  const whole = `${stem}${extension}` || 'attachment';
  return DEVICE.test(whole) ? `_${whole}` : whole;
}

/** The same with a number before its ending: “picture (2).png”. */
export function numbered(name: string, number: number): string {
  const extension = extname(name);
  return number === 1 ? name : `${name.slice(0, name.length - extension.length)} (${number})${extension}`;
}
