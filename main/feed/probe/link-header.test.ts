import { expect, test } from 'vitest';
import { parseLinks } from './link-header.ts';

test('reads links as pages write them', () => {
  const hub = 'https://hub.example/.well-known/mercure';
  const header = `<${hub}>; rel="mercure", </books/1>; rel=self; type="application/json"`;
  expect(parseLinks(header)).toEqual([
    { target: hub, rels: ['mercure'] },
    { target: '/books/1', rels: ['self'] },
  ]);
});

test.each([
  [
    'several relations of one link',
    '</a>; rel="prefetch Mercure"',
    [{ target: '/a', rels: ['prefetch', 'mercure'] }],
  ],
  [
    'commas and semicolons in an address',
    '<https://a.example/?x=1,2;y>;rel=self',
    [{ target: 'https://a.example/?x=1,2;y', rels: ['self'] }],
  ],
  [
    'quoted commas, semicolons and quotes',
    '</a>; title="a, \\"b\\"; c"; rel=self, </b>; rel=x',
    [
      { target: '/a', rels: ['self'] },
      { target: '/b', rels: ['x'] },
    ],
  ],
  [
    'blanks around everything',
    ' </a> ;  rel = "self" , </b>',
    [
      { target: '/a', rels: ['self'] },
      { target: '/b', rels: [] },
    ],
  ],
  [
    'only the first relation where it is given twice',
    '</a>; rel=self; rel=mercure',
    [{ target: '/a', rels: ['self'] }],
  ],
  [
    'no link of something else than the page',
    '</a>; rel=mercure; anchor="#part", </b>; rel=self',
    [{ target: '/b', rels: ['self'] }],
  ],
  [
    'parameters without a value, empty ones, and empty links',
    '</a>; crossorigin;; rel=self,, <>;',
    [
      { target: '/a', rels: ['self'] },
      { target: '', rels: [] },
    ],
  ],
  ['nothing in nothing', '', []],
  [
    'nothing past what makes no sense',
    '</a>; rel=self nonsense, </b>; rel=x',
    [{ target: '/a', rels: ['self'] }],
  ],
  ['no address that does not end', '</a; rel=self', []],
])('%s', (_what, header, links) => expect(parseLinks(header)).toEqual(links));

test('a header of any length and kind is read to an end', () => {
  for (const part of ['<a>;', '; rel="', '</a>; rel=x, ', ' ', ';', '"\\']) {
    expect(parseLinks(`</first>; rel=self; ${part.repeat(200_000)}`)[0]?.target).toBe('/first');
  }
});
