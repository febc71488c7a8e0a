import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mappingSchema } from '../../preload/contract.ts';
import { readRecorded } from '../../testing/recorded.ts';
import type { Server } from './dialects.ts';
import { json } from './json.ts';
import { COMMON_NAMES, homeAssistant, mastodon, presetAt, presets } from './presets.ts';

const mastodonList = readFileSync(new URL('fixtures/json/mastodon.json', import.meta.url), 'utf8');
const draftsIn = async (server: Server, file: string) =>
  (await readRecorded(json(server), `json/${file}`, 0)).flatMap(({ drafts }) => drafts);

test('every mapping is one that could be typed in', () => {
  for (const mapping of [COMMON_NAMES, ...presets.map((preset) => preset.mapping)])
    expect(mappingSchema.parse(mapping)).toEqual(mapping);
});

test('Mastodon: who, what and where, from the list and from the stream alike', async () => {
  const { catchUp, hello } = json(mastodon);
  const asked = { url: 'https://mastodon.example/api/v1/notifications?limit=80', headers: {} };
  expect(catchUp?.request({ cursor: null, greetedAt: null }, 0)).toEqual(asked);
  const page = catchUp?.readPage?.(mastodonList, asked, 0);
  expect(page?.drafts).toMatchObject([
    { key: 'id:9999001', title: 'Ann', body: 'favourite', link: 'https://mastodon.example/@bell/7' },
    {
      ...{ key: 'id:34975535', title: 'infinite love ⴳ', topic: 'mention' },
      body: '@bell look & see:\nhttps://example.com/a-long-path\n\nSecond paragraph',
      link: 'https://mastodon.example/@trwnh/103186126728896492',
      createdAt: Date.parse('2026-11-03T06:58:44Z'),
    },
    { key: 'id:34975861', title: 'zsc@social.example', body: 'follow', link: 'https://social.example/@zsc' },
  ]);
  expect(page?.cursor).toBe('34975861');
  expect(await draftsIn(mastodon, 'mastodon.sse')).toEqual(page?.drafts);
  expect(hello(new Headers(), { cursor: '1', greetedAt: 1 })).toMatchObject({ heartbeatMs: 15_000 });
});

test('Home Assistant: an event that an automation fires, and any other', async () => {
  const drafts = await draftsIn(homeAssistant, 'home-assistant.sse');
  expect(drafts).toMatchObject([
    {
      ...{ title: 'Laundry', body: 'The machine is done', priority: 4, topic: 'bellhop' },
      ...{ link: 'https://home.example/laundry', createdAt: Date.parse('2026-11-03T07:12:09.113Z') },
    },
    { title: 'Update', body: 'Core 2026.11 is out', topic: 'call_service' },
    { title: 'state_changed', body: 'binary_sensor.door' },
  ]);
  expect(new Set(drafts.map(({ key }) => key)).size).toBe(3);
  const readings = await readRecorded(json(homeAssistant), 'json/home-assistant.sse', 0);
  expect(readings.flatMap(({ unreadable }) => unreadable)).toEqual([]);
});

test('a preset is known by its path, on whatever server', () => {
  expect(presetAt('https://social.example/api/v1/streaming/user/notification')?.id).toBe('mastodon');
  expect(presetAt('http://192.168.1.5:8123/api/stream')?.id).toBe('home-assistant');
  expect(presetAt('https://social.example/api/live')).toBeNull();
});
