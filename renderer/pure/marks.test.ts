import { describe, expect, it } from 'vitest';
import { letters, markColours, marks } from './marks.ts';

describe('the letters of a source', () => {
  it.each([
    ['Home server', 'HS'],
    ['Intranet', 'IN'],
    ['build-farm / nightly', 'BF'],
    ['x', 'X'],
    ['école de musique', 'ÉD'],
    ['家のサーバー', '家'],
    ['🏠 Home', '🏠'],
    ['  ', '?'],
  ])('%s is %s', (name, expected) => {
    expect(letters(name)).toBe(expected);
  });
});

describe('the colour of a source', () => {
  const sources = Array.from({ length: markColours }, (_, i) => ({ id: `source-${i}`, name: `Source ${i}` }));

  it('is its own as long as there are colours left', () => {
    const colours = [...marks(sources).values()].map((mark) => mark.colour);
    expect(new Set(colours).size).toBe(markColours);
  });
  it('stays when the source is renamed or others come later', () => {
    const before = marks(sources.slice(0, 3)).get('source-1')?.colour;
    const renamed = sources.map((source) => ({ ...source, name: 'Other' }));
    expect(marks(renamed).get('source-1')?.colour).toBe(before);
  });
  it('is given to every source, however many', () => {
    const many = Array.from({ length: 3 * markColours + 1 }, (_, i) => ({ id: `${i}`, name: 'n' }));
    expect(marks(many).size).toBe(many.length);
  });
});
