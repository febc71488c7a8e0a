/** A JSON mapping as the lines of text a person edits. Main checks what they wrote. */
import type { Mapping } from '../../preload/contract.ts';

const pointers = ['id', 'title', 'body', 'link', 'time', 'priority', 'topic'] as const;
const lists = ['events', 'ignore', ...pointers] as const;

type Line =
  | (typeof lists)[number]
  | 'item'
  | 'heartbeatSeconds'
  | 'catchUpUrl'
  | 'catchUpAfter'
  | 'catchUpItem';
export type MappingFields = Record<Line, string> & { format: Mapping['format'] };

/** Names that many servers use: what to begin with when nothing is known. */
export const commonMapping: Mapping = {
  ...{ events: ['message'], ignore: ['ping'], item: '', format: 'text' },
  id: ['/id'],
  title: ['/title', '/subject'],
  body: ['/message', '/body', '/text', '/content'],
  link: ['/url', '/link'],
  time: ['/time', '/timestamp', '/createdAt', '/created_at'],
  priority: ['/priority'],
  topic: ['/topic', '/type'],
  heartbeatSeconds: null,
  catchUp: null,
};

export function showMapping(mapping: Mapping): MappingFields {
  const { catchUp, heartbeatSeconds } = mapping;
  return {
    ...(Object.fromEntries(lists.map((line) => [line, mapping[line].join(', ')])) as Record<
      (typeof lists)[number],
      string
    >),
    item: mapping.item,
    format: mapping.format,
    heartbeatSeconds: heartbeatSeconds === null ? '' : String(heartbeatSeconds),
    catchUpUrl: catchUp?.url ?? '',
    catchUpAfter: catchUp?.after ?? '',
    catchUpItem: catchUp?.item ?? '',
  };
}

export function readMapping(fields: MappingFields): Mapping {
  const { catchUpUrl, catchUpAfter, catchUpItem, heartbeatSeconds } = fields;
  const catchUp = { url: catchUpUrl.trim(), after: catchUpAfter.trim(), item: catchUpItem.trim() };
  return {
    ...(Object.fromEntries(lists.map((line) => [line, split(fields[line])])) as Pick<
      Mapping,
      (typeof lists)[number]
    >),
    item: fields.item.trim(),
    format: fields.format,
    heartbeatSeconds: heartbeatSeconds.trim() === '' ? null : Number(heartbeatSeconds),
    catchUp: catchUp.url === '' ? null : catchUp,
  };
}

function split(line: string): string[] {
  return line
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** A preset's mapping on the person's own server: what it names on the preset's server is looked for there. */
export function onServer(mapping: Mapping, presetUrl: string, url: string): Mapping {
  const { catchUp } = mapping;
  if (catchUp === null || !catchUp.url.startsWith(`${new URL(presetUrl).origin}/`)) return mapping;
  const own = new URL(new URL(catchUp.url).pathname + new URL(catchUp.url).search, url);
  return { ...mapping, catchUp: { ...catchUp, url: own.href } };
}
