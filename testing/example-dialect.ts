import { z } from 'zod';
import { type Dialect, EMPTY, unreadable } from '../main/feed/dialect.ts';
import type { Server } from '../main/feed/dialects.ts';
import { PLAIN } from '../main/notice.ts';

const warningSchema = z.object({
  no: z.number().int().positive(),
  text: z.string(),
  level: z.enum(['calm', 'storm']),
  at: z.number().int().positive(),
});

/** A weather service: `event: warning`, numbered, a comment every 20 s; it resumes by `?after=` and says `event: now`. */
export const weather = ({ url }: Server): Dialect => ({
  eventNames: ['warning', 'now'],

  stream({ cursor }) {
    const stream = new URL(url);
    stream.searchParams.set('after', cursor ?? '0');
    return { url: stream.href, headers: {} };
  },

  hello: () => ({ resumable: true, heartbeatMs: 20_000, live: 'when-told', loss: null }),

  read({ name, data }) {
    if (name === 'now') return { ...EMPTY, caughtUp: true };
    if (name !== 'warning') return EMPTY;
    const parsed = warningSchema.safeParse(parseJson(data));
    if (!parsed.success) return unreadable(['badPart', ['theEvent'], parsed.error.message], data);
    const { no, text, level, at } = parsed.data;
    const draft = {
      ...PLAIN,
      ...{ key: `no:${no}`, title: 'Weather warning', body: text, topic: null, link: null, tags: [] },
      ...{ priority: level === 'storm' ? 5 : 3, createdAt: at * 1000, raw: data },
    };
    return { ...EMPTY, drafts: [draft], cursor: `${no}` };
  },
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
