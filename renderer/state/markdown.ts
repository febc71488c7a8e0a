/** What reads Markdown. It is fetched with the first notice that has some: to start, it takes as long as half of the window. */
import { signal } from '@preact/signals';
import type { readMarkdown } from '../../markdown/read.ts';
import type { withoutMarks } from '../../markdown/without-marks.ts';

type Reader = { readMarkdown: typeof readMarkdown; withoutMarks: typeof withoutMarks };

/** Until it is there Markdown is shown as it came. */
export const markdownReader = signal<Reader | null>(null);

/** Resolves when what these notices need is there. */
export async function fetchReaderFor(notices: { markdown: boolean }[]): Promise<void> {
  if (markdownReader.value || !notices.some(({ markdown }) => markdown)) return;
  try {
    const [reading, plain] = await Promise.all([
      import('../../markdown/read.ts'),
      import('../../markdown/without-marks.ts'),
    ]);
    markdownReader.value = { ...reading, ...plain };
  } catch (error) {
    console.error('What reads Markdown could not be loaded:', error);
  }
}
