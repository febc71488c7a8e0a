import type { Mapping, Preset } from '../../preload/contract.ts';
import type { Words } from '../words/words.ts';

/** A preset without the hint, which is in the catalogue. */
export type KnownServer = Omit<Preset, 'hint' | 'id'> & { id: keyof Words['probe']['presets'] };

/** The names most servers use: what reads those that nobody has written a mapping for. */
export const COMMON_NAMES: Mapping = {
  events: ['message'],
  ignore: [],
  item: '',
  id: [], // an `id` may be that of the thing a notice is about, and come again with the next one
  title: ['/title', '/name', '/subject', '/summary'],
  body: ['/body', '/content', '/message', '/text', '/description'],
  format: 'text',
  link: ['/url', '/link', '/href', '/@id', '/id'],
  time: ['/time', '/timestamp', '/createdAt', '/created_at', '/date'],
  priority: ['/priority'],
  topic: ['/topic', '/type', '/@type'],
  heartbeatSeconds: null,
  catchUp: null,
};

/** https://docs.joinmastodon.org/methods/streaming/ and https://docs.joinmastodon.org/entities/Notification/ */
export const mastodon: KnownServer = {
  id: 'mastodon',
  name: 'Mastodon',
  url: 'https://mastodon.example/api/v1/streaming/user/notification',
  mapping: {
    events: ['notification'],
    ignore: [],
    item: '',
    id: ['/id'],
    title: ['/account/display_name', '/account/acct', '/type'],
    body: ['/status/content', '/report/comment', '/type'],
    format: 'html',
    link: ['/status/url', '/account/url'],
    time: ['/created_at'],
    priority: [],
    topic: ['/type'],
    heartbeatSeconds: 15,
    catchUp: { url: '/api/v1/notifications?limit=80', after: 'min_id=0', item: '' },
  },
};

/** https://developers.home-assistant.io/docs/api/rest/ */
export const homeAssistant: KnownServer = {
  id: 'home-assistant',
  name: 'Home Assistant',
  url: 'http://homeassistant.local:8123/api/stream?restrict=bellhop',
  mapping: {
    events: ['message'],
    ignore: ['ping'],
    item: '',
    id: [], // several events share one context id
    title: ['/data/title', '/data/service_data/title', '/event_type'],
    body: ['/data/message', '/data/service_data/message', '/data/entity_id', '/data'],
    format: 'text',
    link: ['/data/url'],
    time: ['/time_fired'],
    priority: ['/data/priority'],
    topic: ['/event_type'],
    heartbeatSeconds: 50,
    catchUp: null,
  },
};

/** Servers that the `json` dialect reads by a mapping known beforehand: data, and nothing else. */
export const presets: KnownServer[] = [mastodon, homeAssistant];

/** The preset whose stream has this path, on whatever server. */
export function presetAt(address: string): KnownServer | null {
  const { pathname } = new URL(address);
  return presets.find(({ url }) => new URL(url).pathname === pathname) ?? null;
}
