import { readNotice } from '../store/notices.ts';
import { chunksUpTo, fetchNamed } from './fetch-named.ts';
import { type Handlers, Refusal, type RequestParts } from './handlers.ts';
import { imageType } from './image-type.ts';

/** A person waits for it. */
const IMAGE_MS = 20_000;
const IMAGE_BYTES = 5_000_000;

/** What a notice's text leads to, once the person asks: addresses to open, images to show. */
export function createMediaRequests(parts: RequestParts): Pick<Handlers, 'openAddress' | 'fetchImage'> {
  const { db, host } = parts;
  return {
    async openAddress({ url }) {
      await host.openLink(url);
      return null;
    },
    async fetchImage({ id, url }) {
      const notice = readNotice(db, id);
      const isNamed =
        notice?.body.includes(url) || notice?.attachments.some((attachment) => attachment.url === url);
      if (!notice || !isNamed) throw new Refusal('This notification no longer has that image.');
      const overdue = AbortSignal.timeout(IMAGE_MS);
      const bytes = await readImage(parts, notice.source, url, overdue).catch((error: unknown) => {
        if (overdue.aborted) throw new Refusal(`The image did not come within ${IMAGE_MS / 1000} s.`);
        throw error;
      });
      const type = imageType(bytes);
      if (type === null) throw new Refusal('What the server sent is no image that Bellhop can show.');
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
