import type { ComponentChildren } from 'preact';
import type { Block, Inline } from '../markdown/tree.ts';
import { Address } from './Address.tsx';
import { text } from './text.ts';

type Images = ReadonlyMap<string, string>;

/** Markdown as elements. `images`: those that were fetched, by their address. */
export function Markdown({ tree, images }: { tree: Block[]; images: Images }) {
  return <>{tree.map((block) => blockOf(block, images))}</>;
}

function blockOf(block: Block, images: Images): ComponentChildren {
  const deeper = (inner: Block[]) => inner.map((one) => blockOf(one, images));
  const inlines = (inner: Inline[]) => inner.map((one) => inlineOf(one, images));
  switch (block.kind) {
    case 'paragraph':
      return <p>{inlines(block.inner)}</p>;
    case 'heading':
      return <h2>{inlines(block.inner)}</h2>;
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys must be able to scroll it.
        <pre tabIndex={0}>{block.text}</pre>
      );
    case 'quote':
      return <blockquote>{deeper(block.inner)}</blockquote>;
    case 'line':
      return <hr />;
    case 'list':
      return listOf(block, deeper);
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell) => (
                <th scope="col">{inlines(cell)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr>
                {row.map((cell) => (
                  <td>{inlines(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function listOf(
  { start, items }: Extract<Block, { kind: 'list' }>,
  deeper: (inner: Block[]) => ComponentChildren,
) {
  const lines = items.map(({ done, inner }) => (
    <li class={done === null ? '' : 'task'}>
      {done !== null && (
        <span
          role="img"
          aria-label={done ? text.images.done : text.images.open}
          class={done ? 'tick done' : 'tick'}
        />
      )}
      {deeper(inner)}
    </li>
  ));
  return start === null ? <ul>{lines}</ul> : <ol start={start}>{lines}</ol>;
}

function inlineOf(inline: Inline, images: Images): ComponentChildren {
  const inner = (all: Inline[]) => all.map((one) => inlineOf(one, images));
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return <code>{inline.text}</code>;
    case 'strong':
      return <strong>{inner(inline.inner)}</strong>;
    case 'em':
      return <em>{inner(inline.inner)}</em>;
    case 'del':
      return <del>{inner(inline.inner)}</del>;
    case 'break':
      return <br />;
    case 'link':
      return <Address url={inline.href}>{inner(inline.inner)}</Address>;
    case 'image': {
      const data = images.get(inline.src);
      const name = inline.text || text.images.image;
      if (data !== undefined) return <img src={data} alt={name} />;
      return (
        <span class="no-image" title={inline.src}>
          {name}
        </span>
      );
    }
  }
}
