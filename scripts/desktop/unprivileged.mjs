import { chmodSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import path from 'node:path';

// Root needs --no-sandbox; an ordinary user does not. "nobody" is on every Linux, and owns nothing.
export const nobody = 65534;

const unreadable =
  'The test desktop runs as another user, who may not read this checkout. Allow it: chmod -R go+rX .';

/**
 * How root runs a command as an unprivileged user who may not be able to reach the checkout or the cache (below
 * /root, say): in a mount namespace of its own, which shows the wanted folders at another place as well.
 * @param {Record<string, string>} folders name → absolute path
 * @param {string} scratch a folder within one of them that the command must be able to write to; what it writes is gone
 *   afterwards
 * @returns {{places: Record<string, string>, wrap: (cwd: string, command: string[]) => string[], close: () => void}}
 *   `places` names where the command finds each folder; `wrap` gives the command line to start
 */
export function asNobody(folders, scratch) {
  const base = mkdtempSync('/tmp/bellhop-view-');
  chmodSync(base, 0o755);
  const names = Object.keys(folders);
  const places = Object.fromEntries(names.map((name) => [name, path.join(base, name)]));
  for (const place of Object.values(places)) mkdirSync(place);
  const mounts = names.map((name) => `mount --bind ${quote(folders[name])} ${quote(places[name])}`);
  mkdirSync(scratch, { recursive: true });
  const [owner] = names.filter((name) => scratch.startsWith(folders[name]));
  const scratchPlace = path.join(places[owner], path.relative(folders[owner], scratch));
  mounts.push(`mount -t tmpfs -o mode=1777 scratch ${quote(scratchPlace)}`);
  const user = `--reuid=${nobody} --regid=${nobody} --clear-groups`;
  return {
    places,
    wrap: (cwd, command) => {
      const script = [
        ...mounts,
        `cd ${quote(cwd)}`,
        `setpriv ${user} test -r package.json -a -x node_modules/.bin || { echo ${quote(unreadable)} >&2; exit 1; }`,
        `exec setpriv ${user} "$@"`,
      ];
      return ['unshare', '--mount', 'sh', '-ec', script.join('\n'), 'sh', ...command];
    },
    // Never recursively: should a mount ever leak out of its namespace, the checkout would go with it.
    close: () => {
      for (const folder of [...Object.values(places), base]) rmdirSync(folder);
    },
  };
}

function quote(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
