import type { Dialect } from '../../main/feed/dialect.ts';
import { dialects } from '../../main/feed/dialects.ts';
import { mappingSchema } from '../../preload/contract.ts';
import type { Random } from './random.ts';

/** What must come of an event; null: nobody listens to its name. */
export type Expected = { bodies: string[]; unreadable: number } | null;

/** `name` is null for an unnamed event. */
export type WireEvent = { name: string | null; data: string; expected: Expected };

/** How the servers of one dialect speak, well and badly. */
export type Tongue = {
  name: keyof typeof dialects;
  dialect: (url: string) => Dialect;
  /** Well-formed; `serial` makes its notices unlike all others. */
  notices: (random: Random, serial: number) => WireEvent;
  /** Well-formed, and no notice. */
  quiet: (random: Random) => WireEvent;
  /** What can't be read, and must be counted. */
  bad: (random: Random) => WireEvent;
};

/** The clock of every stream, unix milliseconds. */
export const NOW = Date.UTC(2026, 0, 1);
/** Stands for a byte that is no UTF-8. */
export const BROKEN = '\uE000';

const NOTHING = { bodies: [], unreadable: 0 };
const UNREADABLE = { bodies: [], unreadable: 1 };

const TEXTS = [
  '',
  'zwölf Boxkämpfer 🥊',
  '検索 \u2028\u0085',
  'data: x\n\nid: 1\r\n\r\n',
  '\0\uFEFF',
  `${BROKEN}"`,
];
const text = (random: Random, serial: number, part = 0) => `notice ${serial}.${part} ${random.pick(TEXTS)}`;
const asRead = (body: string) => body.replaceAll(BROKEN, '\uFFFD');

const NO_JSON = [
  '',
  '{',
  '[{"content":"never"',
  '<html>',
  'null,',
  '\0',
  "['never']",
  '[NaN]',
  '\\u12',
  BROKEN,
];
const badEvent = (random: Random, values: unknown[]): WireEvent => {
  const data = random.chance(0.5) ? random.pick(NO_JSON) : JSON.stringify(random.pick(values));
  return { name: null, data, expected: UNREADABLE };
};

const NO_ROW = [1, null, 'never', {}, { content: 1 }, [{ content: 'never' }], { Content: 'never' }];
const ODD_ROW = [{ title: 5 }, { priority: 99 }, { link: 'javascript:0' }, { tags: [1] }, {}];

const rows: Tongue = {
  name: 'rows',
  dialect: (url) => dialects.rows({ url, mapping: null }),
  notices(random, serial) {
    const { bodies, wire, unreadable } = list(random, NO_ROW, (part) => {
      const content = text(random, serial, part);
      const row = {
        ...(random.chance(0.7) ? { id: serial * 10 + part } : {}),
        ...{ content, notificationTypeId: random.pick([1, 'note', null, []]) },
        createdAt: NOW - 1_000_000 + serial * 10 + part,
        ...random.pick(ODD_ROW),
      };
      return [content, row];
    });
    return { name: null, data: toJson(random, wire), expected: { bodies, unreadable } };
  },
  quiet: (random) =>
    random.chance(0.5)
      ? { name: null, data: '[]', expected: NOTHING }
      : { name: 'caught-up', data: random.pick(['{}', '', 'x']), expected: NOTHING },
  bad: (random) =>
    badEvent(
      random,
      NO_ROW.map((row) => (row === null ? row : [row])),
    ),
};

const NO_MESSAGE = [1, null, 'never', [], {}, { id: 1, event: 'message' }, { id: 'never', message: 'never' }];
const ODD_MESSAGE = [
  {},
  { title: 5, priority: 'high', tags: 'x', click: 'javascript:0', icon: '', actions: {} },
  { tags: ['warning', 1], actions: [{ action: 'view', label: 'Open', url: 'https://x.example' }, null] },
  { attachment: { name: 'a.png', url: 'https://x.example/a.png', size: -1 }, priority: 99 },
  { title: 'A title', priority: 5, content_type: 'text/markdown', expires: 2e9 },
];
/** The first three have names that are listened to. */
const NO_NEWS = [
  'open',
  'message_delete',
  'message_clear',
  'keepalive',
  'poll_request',
  'of a later version',
];

const ntfy: Tongue = {
  name: 'ntfy',
  dialect: (url) => dialects.ntfy({ url, mapping: null }),
  notices(random, serial) {
    const body = text(random, serial);
    const binary = random.chance(0.1) && !body.includes(BROKEN);
    const message = {
      id: `id${serial}`,
      time: NOW / 1000 - 1000 + serial,
      ...{ event: 'message', topic: random.pick(['alerts', 'zwölf', null]) },
      ...(binary ? { message: Buffer.from(body).toString('base64'), encoding: 'base64' } : { message: body }),
      ...random.pick(ODD_MESSAGE),
    };
    const expected = { bodies: [asRead(body)], unreadable: 0 };
    return { name: null, data: toJson(random, message), expected };
  },
  quiet(random) {
    const event = random.pick(NO_NEWS);
    const name = random.pick([null, event]);
    const data = JSON.stringify({ id: 'gone', time: NOW / 1000, event, topic: 'alerts' });
    const heard = name === null || NO_NEWS.indexOf(name) < 3;
    return { name, data, expected: heard ? NOTHING : null };
  },
  bad: (random) => badEvent(random, NO_MESSAGE),
};

const MAPPING = mappingSchema.parse({
  ...{ events: ['message', 'note'], ignore: ['ping'], item: '/notices' },
  ...{ id: ['/id'], title: ['/title'], body: ['/text', '/more/text'], time: ['/at'], link: ['/link'] },
});
const NO_NOTICES = [1, null, 'never', [], {}, { text: 'never' }, { notices: null }, { notices: [null] }];
const ODD_NOTICE = [{}, { title: ['x'] }, { title: 'A title', link: 'javascript:0' }, { priority: {} }];

const mapped = (name: 'json' | 'mercure'): Tongue => ({
  name,
  dialect: (url) => dialects[name]({ url, mapping: MAPPING }),
  notices(random, serial) {
    const { bodies, wire, unreadable } = list(random, [null], (part) => {
      const body = text(random, serial, part);
      const notice = {
        ...(random.chance(0.7) ? { id: `${serial * 10 + part}` } : {}),
        ...(random.chance(0.9) ? { text: body } : { more: { text: body } }),
        at: NOW - 1_000_000 + serial * 10 + part,
        ...random.pick(ODD_NOTICE),
      };
      return [body, notice];
    });
    const data = toJson(random, { notices: wire });
    return { name: random.pick([null, 'note', 'message']), data, expected: { bodies, unreadable } };
  },
  quiet: (random) => ({
    name: null,
    data: random.pick(['ping', ' ping ', '{"notices":[]}']),
    expected: NOTHING,
  }),
  bad: (random) => badEvent(random, NO_NOTICES),
});

export const tongues: Tongue[] = [rows, ntfy, mapped('json'), mapped('mercure')];

/** One to three notices, either way round, now and then with something else among them. */
function list(random: Random, others: unknown[], make: (part: number) => [body: string, wire: object]) {
  const made = Array.from({ length: 1 + random.below(3) }, (_, part) => make(part));
  const wire: unknown[] = made.map(([, one]) => one);
  if (random.chance(0.3)) wire.reverse();
  const unreadable = random.chance(0.2) ? 1 : 0;
  if (unreadable) wire.splice(random.below(wire.length + 1), 0, random.pick(others));
  return { bodies: made.map(([body]) => asRead(body)), wire, unreadable };
}

/** Some servers indent their JSON: every line of it is a `data:` line. */
function toJson(random: Random, value: unknown): string {
  return JSON.stringify(value, null, random.chance(0.2) ? 1 : 0);
}
