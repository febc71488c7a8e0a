import { canPublish } from '../doctor/can-publish.ts';
import { diagnose } from '../doctor/diagnose.ts';
import { sendTest } from '../doctor/send-test.ts';
import { readFeedMemory } from '../store/feeds.ts';
import { en } from '../words/en.ts';
import { Refusal } from '../words/refusal.ts';
import type { Handlers, RequestParts } from './handlers.ts';

/** The requests that find out what works and what doesn't. */
export function createDoctorRequests(parts: RequestParts): Pick<Handlers, 'diagnose' | 'sendTest'> {
  const { db, settings } = parts;
  const find = (id: string) => {
    const source = settings.read().sources.find((candidate) => candidate.id === id);
    if (!source) throw new Refusal('sourceGone');
    return source;
  };

  return {
    diagnose: ({ source }, words = en) =>
      diagnose(words, parts, source === null ? settings.read().sources : [find(source)]),
    async sendTest({ id }, words = en) {
      const source = find(id);
      if (!canPublish(source, readFeedMemory(db, id))) {
        throw new Refusal('cannotPublish', source.name);
      }
      const over = parts.inView.expectToast();
      return sendTest(words, parts, source).finally(over);
    },
  };
}
