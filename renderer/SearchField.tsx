import { focusList } from './focus.ts';
import { SearchIcon } from './icons.tsx';
import { openList } from './state/list.ts';
import { indexing, mistakes, query } from './state/search.ts';
import { text } from './text.ts';

const words = text.search;

/** Finds as one types. Escape empties it and goes back to the list; Enter and the arrow go to what was found. */
export function SearchField() {
  const set = (value: string) => {
    query.value = value;
    void openList();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && query.value !== '') {
      event.preventDefault();
      set('');
      focusList();
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      focusList();
    }
  };
  return (
    <div class="search">
      <label>
        <SearchIcon />
        <span class="unseen">{words.label}</span>
        <input
          type="search"
          value={query.value}
          placeholder={words.placeholder}
          maxLength={500}
          spellcheck={false}
          aria-describedby="search-notes"
          onInput={(event) => set(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id="search-notes" class="hint">
        {query.value !== '' && mistakes.value.length === 0 && <span class="operators">{words.hint}</span>}
        {mistakes.value.map((mistake) => (
          <span key={mistake}>{mistake}</span>
        ))}
        {query.value !== '' && indexing.value && <span>{words.indexing}</span>}
      </div>
    </div>
  );
}
