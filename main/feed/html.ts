import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

const PARAGRAPH = /^(p|h[1-6])$/;
const BLOCK = /^(address|article|blockquote|d[dlt]|div|figure|hr|li|[ou]l|pre|section|table|tr)$/;
/** What they hold is not meant to be read. */
const HIDDEN = /^(script|style)$/;

/**
 * The text of HTML as a person would read it: blocks on lines of their own, a blank line between paragraphs. It must never
 * be taken for HTML again. Read tag by tag, for elements nested without end must not cost more than others.
 */
export function toPlainText(html: string): string {
  const lines: string[] = [];
  let line = '';
  let hidden: string | null = null;

  const endLine = (thenBlank: boolean) => {
    const text = line.replace(/[ \t\r\n\f]+/g, ' ').trim();
    if (text !== '') lines.push(text);
    if (thenBlank && lines.length > 0 && lines.at(-1) !== '') lines.push('');
    line = '';
  };
  const write = (text: string) => {
    if (hidden === null) line += text;
  };
  const atTag = (name: string) => {
    if (name === 'br') endLine(line.trim() === '');
    else if (PARAGRAPH.test(name)) endLine(true);
    else if (BLOCK.test(name)) endLine(false);
  };
  const nameAt = (start: number, end: number) => html.slice(start, end).toLowerCase();

  const callbacks: TokenizerCallbacks = {
    ...IGNORED,
    ontext: (start, end) => write(html.slice(start, end)),
    ontextentity: (codePoint) => write(String.fromCodePoint(codePoint)),
    onopentagname(start, end) {
      const name = nameAt(start, end);
      atTag(name);
      if (HIDDEN.test(name)) hidden ??= name;
      if (name === 'li') write('• ');
    },
    onclosetag(start, end) {
      const name = nameAt(start, end);
      atTag(name);
      if (name === hidden) hidden = null;
    },
  };
  const tokenizer = new Tokenizer({}, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  endLine(false);
  return lines.join('\n').trim();
}

const nothing = () => {};
/** What says nothing to a reader. */
const IGNORED = {
  ...{ onattribdata: nothing, onattribentity: nothing, onattribend: nothing, onattribname: nothing },
  ...{ oncdata: nothing, oncomment: nothing, ondeclaration: nothing, onprocessinginstruction: nothing },
  ...{ onopentagend: nothing, onselfclosingtag: nothing, onend: nothing },
};
