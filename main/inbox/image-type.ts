const has = (bytes: Uint8Array, at: number, text: string) =>
  Buffer.from(
    bytes.buffer,
    bytes.byteOffset + at,
    Math.max(0, Math.min(text.length, bytes.length - at)),
  ).toString('latin1') === text;

/**
 * What kind of picture it is, by its first bytes, https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern; null: none that
 * is shown. Vector graphics are not: they are programs.
 */
export function imageType(bytes: Uint8Array): string | null {
  if (has(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (has(bytes, 0, '\xff\xd8\xff')) return 'image/jpeg';
  if (has(bytes, 0, 'GIF87a') || has(bytes, 0, 'GIF89a')) return 'image/gif';
  if (has(bytes, 0, 'RIFF') && has(bytes, 8, 'WEBP')) return 'image/webp';
  if (has(bytes, 4, 'ftypavif')) return 'image/avif';
  return null;
}
