import { extname } from 'node:path';

/** Most file systems take 255 bytes; this leaves room for the ending, a number, and what marks a part. */
const LONGEST_BYTES = 160;
/** Names that Windows keeps for devices, https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name that a server gave, as one of a file in one folder: without path, hidden letters and what a system can't bear. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const extension = extname(plain).slice(0, 20);
  const stem = plain.slice(0, plain.length - extname(plain).length);
  const whole = `${cut(stem)}${extension}` || 'attachment';
  return DEVICE.test(whole) ? `_${whole}` : whole;
}

/** Between two characters. */
function cut(stem: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of stem) {
    bytes += Buffer.byteLength(character);
    if (bytes > LONGEST_BYTES) break;
    end += character.length;
  }
  return stem.slice(0, end);
}

/** The same with a number before its ending: “picture (2).png”. */
export function numbered(name: string, number: number): string {
  const extension = extname(name);
  return number === 1 ? name : `${name.slice(0, name.length - extension.length)} (${number})${extension}`;
}
