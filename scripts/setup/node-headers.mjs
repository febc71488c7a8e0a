import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The prefix (as node-gyp's --nodedir wants it) of a Node that came with its headers, or undefined. The project's
 * own Node has none; the machine's usually does. Node-API is ABI-stable, so any version's headers serve.
 */
export function nodeHeaders(env = process.env) {
  const nodes = (env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'node'))
    .filter((file) => existsSync(file));
  const prefixes = [env.npm_config_nodedir, ...nodes.map(prefixOf), '/usr', '/usr/local'];
  return prefixes.find((prefix) => prefix && existsSync(path.join(prefix, 'include', 'node', 'node_api.h')));
}

function prefixOf(node) {
  return path.dirname(path.dirname(realpathSync(node)));
}
