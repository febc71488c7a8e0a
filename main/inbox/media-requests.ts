import { chunksUpTo, fetchNamed } from '../downloads/fetch-named.ts';
import { readNotice } from '../store/notices.ts';
import { Refusal } from '../words/refusal.ts';
import type { Handlers, RequestParts } from './handlers.ts';
import { imageType } from './image-type.ts';

/** A person waits for it. */
const IMAGE_MS = 20_000;
const IMAGE_BYTES = 5_000_000;

type MediaRequests = Pick<
  Handlers,
  'openAddress' | 'fetchImage' | 'downloadAttachment' | 'cancelDownload' | 'showDownload'
>;

/** What a notice leads to, once the person asks: addresses to open, images to show, attachments to save. */
export function createMediaRequests(parts: RequestParts): MediaRequests {
  const { db, host, downloads } = parts;
  return {
    downloadAttachment({ id, index }) {
      downloads.start(id, index);
      return null;
    },
    cancelDownload({ id, index }) {
      downloads.cancel(id, index);
      return null;
    },
    showDownload({ id, index }) {
      downloads.show(id, index);
      return null;
    },
    async openAddress({ url }) {
      await host.openLink(url);
      return null;
    },
    async fetchImage({ id, url }) {
      const notice = readNotice(db, id);
      const isNamed =
        notice?.body.includes(url) || notice?.attachments.some((attachment) => attachment.url === url);
      if (!notice || !isNamed) throw new Refusal('noImage');
      const overdue = AbortSignal.timeout(IMAGE_MS);
      const bytes = await readImage(parts, notice.source, url, overdue).catch((error: unknown) => {
        if (overdue.aborted) throw new Refusal('imageLate', IMAGE_MS / 1000);
        throw error;
      });
      const type = imageType(bytes);
      if (type === null) throw new Refusal('notAnImage');
      return { data: `data:${type};base64,${bytes.toString('base64')}` };
    },
  };
}

async function readImage(
  parts: RequestParts,
  source: string,
  url: string,
  signal: AbortSignal,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of chunksUpTo(IMAGE_BYTES, await fetchNamed(parts, source, url, signal)))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}
