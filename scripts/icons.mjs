// Draws every icon from the SVGs in build/. Its output is committed, so only who changes a drawing runs it:
//   node scripts/icons.mjs      (needs rsvg-convert: Debian's librsvg2-bin, Homebrew's librsvg)
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const build = path.join(import.meta.dirname, '..', 'build');
const smallest = 32; // up to here a drawing on whole pixels, without the reflection, reads better

const full = '.bell, .mark { fill: #000 }';
/** Colours by the ground the glyph stands on: a trayful of these says by shade what it says by shape. */
const grounds = {
  light: { strong: '#1c2523', faint: '#66716e', accent: '#1f8a66' },
  dark: { strong: '#f3f6f5', faint: '#a3adaa', accent: '#57d3a2' },
};
const states = {
  idle: ({ strong }) => `.bell { fill: ${strong} }`,
  unread: ({ strong, accent }) => `.bell { fill: ${strong} } .mark { fill: ${accent} }`,
  disconnected: ({ strong, faint }) => `.bell { fill: ${faint} } .mark { fill: ${strong} }`,
  paused: ({ strong, faint }) => `.bell { fill: ${faint} } .mark { fill: ${strong} }`,
};

drawAppIcons();
for (const state of Object.keys(states)) drawTrayIcons(state);

function drawAppIcons() {
  write('icon.png', appIcon(1024));
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
    write(`icons/${size}x${size}.png`, appIcon(size));
  }
  write('icon.ico', ico([16, 20, 24, 32, 40, 48, 64, 256].map((size) => ({ size, png: appIcon(size) }))));
  write('icon.icns', icns(macIcon));
}

function drawTrayIcons(state) {
  const svg = readFileSync(path.join(build, 'tray', `${state}.svg`), 'utf8');
  // The size macOS expects; it tints by the alpha channel alone (https://www.electronjs.org/docs/latest/api/tray).
  write(`tray/tray-${state}Template.png`, render(svg, 16, full));
  write(`tray/tray-${state}Template@2x.png`, render(svg, 32, full));
  for (const [ground, colours] of Object.entries(grounds)) {
    const style = states[state](colours);
    // Linux panels scale what they are given, to 16, 22, 24 or more: 32 halves to 16 exactly.
    write(`tray/tray-${state}-${ground}.png`, render(svg, 32, style));
    write(`tray/tray-${state}-${ground}@2x.png`, render(svg, 64, style));
    const sizes = [16, 20, 24, 32, 48].map((size) => ({ size, png: render(svg, size, style) }));
    write(`tray/tray-${state}-${ground}.ico`, ico(sizes));
  }
}

function appIcon(size) {
  if (size <= smallest) return render(readFileSync(path.join(build, 'logo-small.svg'), 'utf8'), size);
  return render(logoWithMargin(0.04), size);
}

/** Apple's grid: a tile of 824 on a canvas of 1024. */
function macIcon(size) {
  return render(logoWithMargin(100 / 1024), size);
}

/** The logo with an empty margin of `share` of the canvas on each side. */
function logoWithMargin(share) {
  const tile = 512;
  const margin = (tile * share) / (1 - 2 * share);
  const canvas = tile + 2 * margin;
  const svg = readFileSync(path.join(build, 'logo.svg'), 'utf8');
  return svg.replace('viewBox="0 0 512 512"', `viewBox="${-margin} ${-margin} ${canvas} ${canvas}"`);
}

/** PNG bytes of an SVG, `size` pixels square. */
function render(svg, size, style = '') {
  const styled = svg.replace('>', `><style>${style}</style>`);
  return execFileSync('rsvg-convert', ['--width', String(size), '--height', String(size)], { input: styled });
}

/** Windows' container: a directory of 16-byte entries, then the PNGs (https://en.wikipedia.org/wiki/ICO_(file_format)). */
function ico(images) {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2); // an icon, not a cursor
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of images.entries()) {
    const entry = 6 + 16 * index;
    header.writeUInt8(size % 256, entry); // 0 stands for 256
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4); // planes
    header.writeUInt16LE(32, entry + 6); // bits a pixel
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** Apple's container: chunks of type, length and PNG (https://en.wikipedia.org/wiki/Apple_Icon_Image_format). */
function icns(draw) {
  const types = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };
  const chunk = (type, body) => {
    const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
    head.writeUInt32BE(8 + body.length, 4);
    return Buffer.concat([head, body]);
  };
  return chunk('icns', Buffer.concat(Object.entries(types).map(([type, size]) => chunk(type, draw(size)))));
}

function write(name, bytes) {
  const file = path.join(build, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
