import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * @param {string} folder a built page: index.html and its assets
 * @returns {{first: number, all: number}} bytes of scripts and styles, each compressed by itself: those the page names and
 *   what they import from the start, and all that are there
 */
export function bundleSize(folder) {
  const assets = path.join(folder, 'assets');
  const names = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name));
  const text = (name) => readFileSync(path.join(assets, name), 'utf8');
  const sizes = new Map(names.map((name) => [name, gzipSync(text(name)).length]));
  const sum = (some) => some.reduce((total, name) => total + sizes.get(name), 0);

  const first = new Set();
  const visit = (found) => {
    for (const name of found.filter((name) => sizes.has(name) && !first.has(name))) {
      first.add(name);
      visit([...text(name).matchAll(/(?:^|;)import(?:[^;(]*?from)?"\.\/([^"]+)"/g)].map(([, file]) => file));
    }
  };
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  visit([...page.matchAll(/assets\/([^"]+)"/g)].map(([, name]) => name));
  return { first: sum([...first]), all: sum(names) };
}
