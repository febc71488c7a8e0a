import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecorded } from '../../testing/recorded.ts';
import { FIRST_IMPORT_MS } from './dialect.ts';
import { ntfy } from './ntfy.ts';

const URL_OF_TWO = 'https://ntfy.example/alerts,backups';
const dialect = ntfy({ url: URL_OF_TWO, mapping: null });
const TIME = 1_735_528_909;
const NOW = (TIME + 5) * 1000;

const readText = (data: string) => dialect.read({ name: 'message', data, id: '' }, NOW);
const message = (part: object) => ({ id: 'p0M5y6gcCYbb', time: TIME, event: 'message', topic: 'a', ...part });
const read = (part: object) => readText(JSON.stringify(message(part)));
const draft = (part: object) => read(part).drafts[0];

test('a recorded stream: messages, what they replace and take back, and where to resume after each', async () => {
  const readings = await readRecorded(dialect, 'ntfy/live.sse', NOW + 1_000_000);
  expect(readings.flatMap(({ unreadable }) => unreadable)).toEqual([]);
  expect(readings.map(({ cursor }) => cursor)).toEqual([
    '1735528898',
    '1735528909',
    '1735528960',
    '1735528970',
    '1735528980',
  ]);
  expect(readings.flatMap(({ drafts }) => drafts)).toMatchObject([
    {
      ...{ key: 'id:p0M5y6gcCYbb', sequence: 'backups/p0M5y6gcCYbb', topic: 'backups' },
      ...{ title: null, body: '5 < 6 & done', markdown: false, priority: 3, tags: [] },
      ...{ link: null, icon: null, attachments: [], actions: [], createdAt: 1735528909000 },
    },
    {
      ...{ key: 'id:sPs71M8A2Tdd', sequence: 'alerts/door', topic: 'alerts' },
      ...{ title: 'Türklingel', body: '**Somebody** is at the door', markdown: true, priority: 4 },
      ...{ tags: ['⚠️', '👍', 'front-door'], createdAt: 1735528960000 },
      ...{ link: 'https://home.example/cam?id=1', icon: 'https://home.example/bell.png' },
      attachments: [
        {
          ...{ name: 'door.jpg', url: 'https://ntfy.example/file/sPs71M8A2Tdd.jpg' },
          ...{ type: 'image/jpeg', bytes: 33848, expiresAt: 1735539760000 },
        },
      ],
      actions: [
        { kind: 'view', label: 'Look', clear: false, url: 'https://home.example/cam' },
        {
          ...{ kind: 'http', label: 'Open', clear: true, url: 'https://home.example/api/door' },
          ...{ method: 'PUT', headers: { Authorization: 'Bearer x' }, body: '{"open":true}' },
        },
        { kind: 'copy', label: 'Copy code', clear: false, text: '123456' },
      ],
    },
  ]);
  expect(readings.flatMap(({ retractions }) => retractions)).toEqual([
    { key: 'id:Ltd0kVLO5Yff', kind: 'clear', sequence: 'alerts/door', at: 1735528970000 },
    { key: 'id:c1QzjQ0mV1gg', kind: 'delete', sequence: 'backups/p0M5y6gcCYbb', at: 1735528980000 },
  ]);
  expect(new Set(readings.flatMap(({ drafts, keptForMs }) => (drafts[0] ? keptForMs : [])))).toEqual(
    new Set([12 * 60 * 60_000]),
  );
});

test('what is kept as the server sent it is what it sent, unless that is very long', () => {
  const data = `{ "id": "x", "event": "message", "more": [1] }`;
  expect(readText(data).drafts[0]?.raw).toBe(data);
  expect(draft({ message: 'x'.repeat(70_000) })).toMatchObject({ body: 'x'.repeat(70_000), raw: null });
});

test('the live stream is asked for nothing old, and keeps the filters of its address', () => {
  const stream = (url: string) => ntfy({ url, mapping: null }).stream({ cursor: '1', greetedAt: 1 }, NOW);
  expect(stream(URL_OF_TWO)).toEqual({ url: `${URL_OF_TWO}/sse?since=none`, headers: {} });
  expect(stream('https://a.example/sub/path/t/').url).toBe('https://a.example/sub/path/t/sse?since=none');
  expect(stream('https://a.example/t?priority=high').url).toBe(
    'https://a.example/t/sse?priority=high&since=none',
  );
});

test.each([
  ['the last message', '1735520000', 1, 1735520000 - 600],
  ['the greeting, where nothing was said since', null, 1735520000_999, 1735520000 - 600],
  ['a day ago, the first time', null, null, (NOW - FIRST_IMPORT_MS) / 1000],
  ['the beginning of time at most', '5', 1, 0],
])('what was missed is asked for by time, from %s', (_, cursor, greetedAt, since) => {
  const request = dialect.catchUp?.request({ cursor, greetedAt }, NOW);
  expect(request).toEqual({ url: `${URL_OF_TWO}/sse?poll=1&since=${since}`, headers: {} });
});

test('a server whose clock is ahead moves the cursor no further than now', () => {
  expect(read({ time: TIME + 1_000_000 }).cursor).toBe(String(TIME + 5));
  expect(read({ event: 'open', time: TIME + 1_000_000 }).cursor).toBe(String(TIME + 5));
  expect(read({ event: 'open', time: TIME - 7 }).cursor).toBe(String(TIME - 7));
});

test.each([
  [undefined, 3],
  [null, 3],
  [0, 3],
  [1, 1],
  [5, 5],
  [-2, 1],
  [99, 5],
  ['5', 3],
])('priority %j counts as %i', (priority, counted) => {
  expect(draft({ priority })?.priority).toBe(counted);
});

test('tags are emoji where GitHub has the name, and words otherwise', () => {
  const tags = ['rotating_light', 'skull', 'white_check_mark', 'constructor', 'x'.repeat(200)];
  expect(draft({ tags })?.tags).toEqual(['🚨', '💀', '✅', 'constructor', 'x'.repeat(100)]);
  expect(draft({ tags: Array(50).fill('a') })?.tags).toHaveLength(32);
});

test('nothing but web addresses can be opened, shown or called', () => {
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'geo:1,2', 'ntfy://a/b', 'x', 7]) {
    const actions = [
      { action: 'view', label: 'a', url },
      { action: 'http', label: 'b', url },
    ];
    const notice = draft({ click: url, icon: url, attachment: { name: 'a', url }, actions });
    expect(notice).toMatchObject({ link: null, icon: null, attachments: [], actions: [] });
  }
});

test('an action that is not understood in full is left out; the others stay', () => {
  const url = 'https://a.example/';
  const view = { action: 'view', label: 'View', url };
  const kept = { kind: 'view', label: 'View', clear: false, url };
  const odd = [
    { action: 'broadcast', label: 'Android', intent: 'x' },
    { action: 'http', label: 'Call', url, method: 'GET / HTTP/1.1' },
    { action: 'http', label: 'Call', url, headers: { a: 1 } },
    { action: 'copy', label: 'Copy' },
    { action: 'view', label: ' ', url },
    { label: 'What?' },
    null,
  ];
  for (const one of odd) expect(draft({ actions: [one, view] })?.actions).toEqual([kept]);
  expect(draft({ actions: 'view' })?.actions).toEqual([]);
  expect(draft({ actions: Array(9).fill(view) })?.actions).toHaveLength(3);
  expect(draft({ actions: [{ action: 'http', label: 'Call', url }] })?.actions).toEqual([
    { kind: 'http', label: 'Call', clear: false, url, method: 'POST', headers: {}, body: null },
  ]);
});

test('a message without text is its file’s name, and bytes that are no text are told by their number', () => {
  const attachment = { name: 'door.jpg', url: 'https://a.example/door.jpg' };
  expect(draft({ attachment })?.body).toBe('door.jpg');
  expect(draft({ message: '', attachment: { url: attachment.url } })).toMatchObject({
    body: '',
    attachments: [{ name: 'attachment', type: null, bytes: null, expiresAt: null }],
  });
  const base64 = (bytes: Buffer) => draft({ encoding: 'base64', message: bytes.toString('base64') })?.body;
  expect(base64(Buffer.from('grüß'))).toBe('grüß');
  expect(base64(Buffer.from([0xff, 0x00, 0xc3]))).toBe('Binary data, 3 bytes');
});

test('the same sequence in two topics is two items', () => {
  const [a, b] = ['a', 'b'].map((topic) => draft({ topic, sequence_id: 'progress' })?.sequence);
  expect(a).not.toBe(b);
});

test.each([
  [undefined, null],
  [TIME, null],
  [TIME - 1, null],
  [TIME + 3600, 3_600_000],
])('expires %s says that the server keeps it for %s ms', (expires, ms) => {
  expect(read({ expires }).keptForMs).toBe(ms);
});

test.each([
  ['', ['theEvent']],
  ['null', ['theEvent']],
  ['[1]', ['theEvent']],
  ['{"event":"message"}', 'id'],
  ['{"id":"x"}', 'event'],
  ['{"id":"x","event":"message","message":{}}', 'message'],
])('%j is told as unreadable', (data, where) => {
  const { unreadable, drafts } = readText(data);
  expect(drafts).toEqual([]);
  expect(unreadable).toEqual([{ says: ['badPart', where, expect.any(String)], excerpt: data }]);
});

test('no JSON makes it throw, or makes a notice of another shape', () => {
  const value = fc.jsonValue();
  const web = fc.constantFrom('https://a.example/', 'javascript:1', 'x');
  const sometimes = <T>(odds: fc.Arbitrary<T>) => fc.option(fc.oneof(odds, value), { nil: undefined });
  const anyEvent = fc.record({
    id: sometimes(fc.string()),
    event: sometimes(fc.constantFrom('message', 'message_delete', 'message_clear', 'open', 'keepalive')),
    ...{ time: sometimes(fc.integer()), expires: sometimes(fc.integer()), topic: sometimes(fc.string()) },
    ...{ sequence_id: value, title: sometimes(fc.string()), message: sometimes(fc.string()) },
    ...{ priority: sometimes(fc.double()), tags: sometimes(fc.array(fc.string())) },
    ...{ click: sometimes(web), icon: sometimes(web), encoding: sometimes(fc.constant('base64')) },
    attachment: sometimes(fc.record({ name: value, url: web, type: value, size: value, expires: value })),
    actions: sometimes(
      fc.array(
        fc.record({
          ...{ action: fc.constantFrom('view', 'http', 'copy', 'broadcast'), label: fc.string(), url: web },
          ...{ value: sometimes(fc.string()), method: value, headers: value, body: value, clear: value },
        }),
      ),
    ),
  });
  const text = fc.oneof(
    fc.oneof(anyEvent, value).map((it) => JSON.stringify(it)),
    fc.string(),
  );
  fc.assert(
    fc.property(text, (data) => {
      const { drafts, retractions, cursor, keptForMs } = readText(data);
      expect(cursor ?? '0').toMatch(/^\d{1,11}$/);
      if (keptForMs !== null) expect(keptForMs).toBeGreaterThan(0);
      for (const { sequence, at } of retractions) {
        expect(sequence).toEqual(expect.any(String));
        expect(at === null || Number.isSafeInteger(at)).toBe(true);
      }
      for (const one of drafts) {
        expect(one.key.length).toBeGreaterThan(3);
        expect(one.body).toEqual(expect.any(String));
        expect([1, 2, 3, 4, 5]).toContain(one.priority);
        expect(one.createdAt === null || Number.isSafeInteger(one.createdAt)).toBe(true);
        expect(one.tags.every((tag) => typeof tag === 'string')).toBe(true);
        const addresses = [one.link, one.icon, ...one.attachments.map(({ url }) => url)];
        for (const action of one.actions) if ('url' in action) addresses.push(action.url);
        for (const url of addresses) expect(url ?? 'https:').toMatch(/^https:/);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('values nested without end are read like any other', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const { drafts } = readText(
    `{"id":"x","event":"message","message":"a","tags":${deep},"actions":[${deep}]}`,
  );
  expect(drafts).toMatchObject([{ body: 'a', tags: [], actions: [] }]);
});

test('a test notice goes to the first topic, as JSON to the server’s root', () => {
  const publish = (url: string) => ntfy({ url, mapping: null }).publish?.({ title: 'Grüße', body: 'Text' });
  const body = JSON.stringify({ topic: 'alerts', title: 'Grüße', message: 'Text' });
  const headers = { 'Content-Type': 'application/json' };
  expect(publish(URL_OF_TWO)).toEqual({ url: 'https://ntfy.example/', method: 'POST', headers, body });
  expect(publish('https://a.example/sub/alerts/?auth=abc&priority=5')?.url).toBe(
    'https://a.example/sub/?auth=abc',
  );
});
