import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastEventId, toCursor } from './event-id.ts';

test.each(['7', '1795331603:0', 'urn:uuid:5e94c686-2c0b-4f9b-958c-92ccc3bbb4eb', 'mit Ümlaut', '日本'])(
  'resumes by %j',
  (id) => {
    expect(toCursor(id)).toBe(id);
  },
);

test.each(['', ' 7', '7 ', 'a\u0001b', 'a\tb', 'a\u007fb', 'x'.repeat(1001)])(
  'does not resume by %j',
  (id) => {
    expect(toCursor(id)).toBeNull();
  },
);

test('whatever the id, its header can be sent, and says the id in UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (id) => {
      const headers = new Headers(lastEventId(toCursor(id)));
      const sent = headers.get('last-event-id');
      expect(sent === null ? null : Buffer.from(sent, 'latin1').toString('utf8')).toBe(toCursor(id));
    }),
  );
  expect(lastEventId(null)).toEqual({});
});
