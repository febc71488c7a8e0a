import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe } from '../feed/describe.ts';
import { explainFileError, partOf } from '../portability/files.ts';
import type { Db } from '../store/database.ts';
import { forgetPart, notePart } from '../store/parts.ts';
import { Refusal } from '../words/refusal.ts';
import { chunksUpTo, type FetchParts, fetchNamed } from './fetch-named.ts';
import { numbered, safeFileName } from './file-name.ts';

const MOST_BYTES = 1_000_000_000;
/** A server may be silent for so long. */
const SILENCE_MS = 60_000;

export type Wanted = { source: string; url: string; name: string; folder: string };

/**
 * Fetches an attachment into a folder, under its own name or the first free one beside it. The file is there once it is whole.
 * @param onBytes how much has come, and of how much (null: the server doesn't say)
 * @returns the file
 * @throws Refusal in words
 */
export async function saveAttachment(
  parts: FetchParts & { db: Db },
  { source, url, name, folder }: Wanted,
  cancelled: AbortSignal,
  onBytes: (received: number, total: number | null) => void,
): Promise<string> {
  const abort = new AbortController();
  const { signal } = abort;
  let silent = false;
  const timer = setTimeout(() => {
    silent = true;
    abort.abort();
  }, SILENCE_MS);
  const cancel = () => abort.abort();
  cancelled.addEventListener('abort', cancel);
  const part = partOf(join(folder, `.${safeFileName(name)}`));
  try {
    const response = await fetchNamed(parts, source, url, signal);
    const total = Number(response.headers.get('content-length')) || null;
    await mkdir(folder, { recursive: true });
    notePart(parts.db, part);
    const counted = async function* () {
      let received = 0;
      for await (const chunk of chunksUpTo(MOST_BYTES, response)) {
        timer.refresh();
        received += chunk.length;
        onBytes(received, total);
        yield chunk;
      }
    };
    await pipeline(Readable.from(counted()), createWriteStream(part, { mode: 0o600, flags: 'wx' }), {
      signal,
    });
    const file = await takePlace(part, folder, safeFileName(name));
    if (process.platform === 'win32') await markAsForeign(file, url);
    return file;
  } catch (error) {
    if (silent) throw new Refusal('serverSilent', SILENCE_MS / 1000);
    throw inWords(error);
  } finally {
    clearTimeout(timer);
    cancelled.removeEventListener('abort', cancel);
    await rm(part, { force: true });
    forgetPart(parts.db, part);
  }
}

/** Takes the first name that is free, so that nothing is overwritten, whoever else writes there. */
async function takePlace(part: string, folder: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const file = join(folder, numbered(name, number));
    try {
      await (await open(file, 'wx', 0o600)).close();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST' && number < 1000) continue;
      throw error;
    }
    await rename(part, file);
    return file;
  }
}

/**
 * Windows warns before it runs what carries this mark, https://learn.microsoft.com/openspecs/windows_protocols/ms-fscc
 * (Zone.Identifier). macOS marks all that Bellhop writes (LSFileQuarantineEnabled).
 */
async function markAsForeign(file: string, url: string): Promise<void> {
  const mark = `[ZoneTransfer]\r\nZoneId=3\r\nHostUrl=${new URL(url).origin}\r\n`;
  await writeFile(`${file}:Zone.Identifier`, mark).catch(() => {}); // FAT has no such streams
}

function inWords(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const isOfFiles = error instanceof Error && 'syscall' in error && 'path' in error;
  if (isOfFiles || (error as NodeJS.ErrnoException).code === 'ENOSPC') return explainFileError(error);
  return new Refusal('theServer', describe({ kind: 'failed', error, livedMs: 0, retryMs: null }).says);
}
