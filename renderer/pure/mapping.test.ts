import { expect, it } from 'vitest';
import { mappingSchema } from '../../preload/contract.ts';
import { commonMapping, onServer, readMapping, showMapping } from './mapping.ts';

const mastodon = {
  ...commonMapping,
  heartbeatSeconds: 15,
  catchUp: { url: 'https://mastodon.example/api/v1/notifications?limit=40', after: 'min_id', item: '/list' },
};

it.each([commonMapping, mastodon])('is the same after it was shown and read', (mapping) => {
  expect(readMapping(showMapping(mapping))).toEqual(mapping);
  expect(mappingSchema.parse(mapping)).toEqual(mapping);
});

it('takes lists as people write them, and empty lines as nothing', () => {
  const fields = { ...showMapping(commonMapping), title: ' /a/b ,,/c', catchUpUrl: ' ', catchUpAfter: 'x' };
  expect(readMapping(fields)).toMatchObject({ title: ['/a/b', '/c'], catchUp: null });
});

it('looks for what was missed on the person’s own server, unless it was meant to be elsewhere', () => {
  const at = (url: string) => onServer(mastodon, url, 'https://social.test/live').catchUp?.url;
  expect(at('https://mastodon.example/x')).toBe('https://social.test/api/v1/notifications?limit=40');
  expect(at('https://other.example/x')).toBe(mastodon.catchUp.url);
});
