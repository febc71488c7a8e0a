import { parseQuery } from '../store/search/query.ts';
import { SearchBroke } from '../store/search/searcher.ts';
import { type Handlers, Refusal, type RequestParts } from './handlers.ts';

export function createSearchRequest({ searcher, settings }: RequestParts): Pick<Handlers, 'search'> {
  return {
    async search({ text, ...rest }) {
      const query = parseQuery(text, settings.read().sources);
      const page = await searcher.search({ query, ...rest }).catch((error) => {
        if (!(error instanceof SearchBroke)) throw error;
        console.error('The search broke down:', error);
        throw new Refusal('The search broke down. Try again: it is started anew.');
      });
      if (page === null) throw new Refusal('A newer search took its place.');
      return page;
    },
  };
}
