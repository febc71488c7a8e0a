import { useRef } from 'preact/hooks';
import { focusList } from './focus.ts';
import { SearchIcon } from './icons.tsx';
import { indexing, isSearching, mistakes, query } from './state/search.ts';
import { goToFound, leaveSearch, searchFor } from './state/searching.ts';
import { text } from './text.ts';

const words = text.search;
/** What can be said beside words. */
const operators = ['is:unread', 'source:', 'topic:', 'priority:>3', 'before:', 'after:'];

/** Finds as one types. Escape leads back to the list as it was; Enter and the arrow go to what was found. */
export function SearchField() {
  const field = useRef<HTMLInputElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') void leaveSearch().then(focusList);
    else if (event.key === 'Enter' || event.key === 'ArrowDown') void goToFound();
    else return;
    event.preventDefault();
  };
  const add = (operator: string) => {
    const typed = query.value.trim();
    void searchFor(typed === '' ? operator : `${typed} ${operator}`);
    field.current?.focus();
  };
  return (
    <div class="search">
      <label>
        <SearchIcon />
        <span class="unseen">{words.label}</span>
        <input
          ref={field}
          type="search"
          dir="auto"
          value={query.value}
          placeholder={words.placeholder}
          maxLength={500}
          spellcheck={false}
          aria-describedby="search-notes"
          onInput={(event) => void searchFor(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <span class="slash" aria-hidden="true">
          <kbd>/</kbd>
        </span>
      </label>
      <div class="operators">
        {operators.map((operator) => (
          <button type="button" class="quiet" dir="ltr" key={operator} onClick={() => add(operator)}>
            {operator}
          </button>
        ))}
      </div>
      <div id="search-notes" class="hint" role="status">
        {isSearching() && mistakes.value.map((mistake) => <span key={mistake}>{mistake}</span>)}
        {isSearching() && indexing.value && <span>{words.indexing}</span>}
      </div>
    </div>
  );
}
