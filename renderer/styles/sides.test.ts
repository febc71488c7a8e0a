import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// Where one reads from right to left the window is mirrored, and nothing but logical properties mirrors by itself.
// https://developer.mozilla.org/docs/Web/CSS/CSS_logical_properties_and_values

type Declaration = { name: string; value: string };

const folder = import.meta.dirname;
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));

function declarations(css: string): Declaration[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...bare.matchAll(/(?<=[{;]\s*)([\w-]+)\s*:\s*([^;{}]+)(?=;)/g)].map(
    ([, name = '', value = '']) => ({
      name,
      value,
    }),
  );
}

/** Names a side, gives the two sides different measures, or moves along the line without knowing which way that is. */
function isOneSided({ name, value }: Declaration): boolean {
  if (/\b(left|right)\b/.test(`${name} ${value}`)) return true;
  if (/^(margin|padding|inset|border-(width|style|color|radius))$/.test(name)) {
    const [, second, , fourth] = value.trim().split(/\s+(?![^(]*\))/);
    if (fourth !== undefined && fourth !== second) return true;
  }
  return (
    /translateX|translate\(|translate3d|scaleX|rotate\(/.test(value) &&
    !value.includes('--forward') &&
    !isSquare(value)
  );
}

/** A square turned by an eighth looks the same from both sides. */
const isSquare = (value: string): boolean => value === 'rotate(45deg)';

it.each(sheets)('%s names no side', (name) => {
  const all = declarations(readFileSync(join(folder, name), 'utf8'));
  expect(all.filter(isOneSided)).toEqual([]);
});

it.each([
  ['margin-left: 1px;', 'a side by name'],
  ['text-align: right;', 'a side as a value'],
  ['padding: 1px 2px 1px 3px;', 'sides that differ'],
  ['transform: translateX(4px);', 'a way along the line'],
])('finds %s', (css) => {
  expect(declarations(`a { ${css} }`).filter(isOneSided)).toHaveLength(1);
});

it('lets pass what looks the same from both sides', () => {
  const css =
    'a { inset: 0 4px 1px 4px; margin: 0 auto 2px; transform: translateX(calc(4px * var(--forward))); }';
  expect(declarations(css).filter(isOneSided)).toEqual([]);
  expect(declarations(css)).toHaveLength(3);
});
