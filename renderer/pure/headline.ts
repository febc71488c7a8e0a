/** A first line longer than this is a paragraph, not a heading. */
const longestHeading = 120;

export type Headline = { title: string; body: string; titled: boolean };

type Text = { title: string | null; body: string; markdown?: boolean };

/**
 * What stands in a row's first line and below it. Without a title the first line of the body takes its place.
 * @param plain says what Markdown says, without its marks
 */
export function headline(notice: Text, plain = (markdown: string) => markdown): Headline {
  return split(notice.title, notice.markdown ? plain(notice.body) : notice.body);
}

function split(ownTitle: string | null, text: string): Headline {
  const body = text.trim();
  const title = ownTitle?.trim();
  if (title) return { title, body: body === title ? '' : body, titled: true };
  const end = body.search(/\r?\n/);
  if (end === -1) return { title: body, body: '', titled: false };
  return { title: body.slice(0, end), body: body.slice(end).trim(), titled: false };
}

/** For the detail: as `headline`, but a first line that is long, or of Markdown, stays with the text it belongs to. */
export function heading(notice: Text): { title: string | null; body: string } {
  const parts = split(notice.title, notice.body);
  const isHeading = parts.title.length <= longestHeading && notice.markdown !== true;
  if (parts.titled || isHeading) return { title: parts.title, body: parts.body };
  return { title: null, body: notice.body };
}
