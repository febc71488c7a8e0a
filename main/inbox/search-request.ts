import { parseQuery } from '../store/search/query.ts';
import { SearchBroke } from '../store/search/searcher.ts';
import { en } from '../words/en.ts';
import { say } from '../words/message.ts';
import { Refusal } from '../words/refusal.ts';
import type { Handlers, RequestParts } from './handlers.ts';

export function createSearchRequest({ searcher, settings }: RequestParts): Pick<Handlers, 'search'> {
  return {
    async search({ text, ...rest }, words = en) {
      const query = parseQuery(text, settings.read().sources);
      const found = await searcher.search({ query, ...rest }).catch((error) => {
        if (!(error instanceof SearchBroke)) throw error;
        console.error('The search broke down:', error);
        throw new Refusal('searchBroke');
      });
      if (found === null) throw new Refusal('newerSearch');
      return { ...found, mistakes: query.mistakes.map((mistake) => say(words, mistake)) };
    },
  };
}
