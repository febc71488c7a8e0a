import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { type Block, imagesIn } from '../markdown/tree.ts';
import type { NoticeRow } from '../preload/contract.ts';
import { Address } from './Address.tsx';
import { Markdown } from './Markdown.tsx';
import { linkify } from './pure/linkify.ts';
import { ask } from './state/bridge.ts';
import { markdownReader } from './state/markdown.ts';
import { text } from './text.ts';

/** A notice's text: as it came, or as the Markdown that it says it is. */
export function Body({ notice: { id, sortAt, markdown }, body }: { notice: NoticeRow; body: string }) {
  const reader = markdown ? markdownReader.value : null;
  const tree = useMemo(() => reader?.readMarkdown(body) ?? null, [reader, body]);
  if (tree === null) return <PlainText body={body} />;
  return <WithImages key={sortAt} id={id} tree={tree} />;
}

function PlainText({ body }: { body: string }) {
  return (
    <p class="text" dir="auto">
      {linkify(body).map(({ text: piece, isUrl }, index) =>
        isUrl ? (
          <Address key={index} url={piece}>
            {piece}
          </Address>
        ) : (
          piece
        ),
      )}
    </p>
  );
}

/** Images are fetched when the person asks for them: their servers would learn that the notice was read. */
function WithImages({ id, tree }: { id: number; tree: Block[] }) {
  const images = useSignal<ReadonlyMap<string, string>>(new Map());
  const loading = useSignal(false);
  const refusal = useSignal<string | null>(null);
  const missing = imagesIn(tree).filter((url) => !images.value.has(url));
  const show = async () => {
    if (loading.value) return;
    loading.value = true;
    refusal.value = null;
    for (const url of missing) {
      const reply = await ask('fetchImage', { id, url });
      if (reply.ok) images.value = new Map(images.value).set(url, reply.value.data);
      else refusal.value = reply.error;
    }
    loading.value = false;
  };
  return (
    <div class="text markdown" dir="auto">
      <Markdown tree={tree} images={images.value} />
      {missing.length > 0 && (
        <button type="button" aria-disabled={loading.value} onClick={() => void show()}>
          {loading.value ? text.images.loading : text.images.show(missing.length)}
        </button>
      )}
      <p class="outcome refused" role="status">
        {refusal.value}
      </p>
    </div>
  );
}
