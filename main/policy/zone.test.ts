import { afterEach, expect, test, vi } from 'vitest';
import { isTimeZone, momentsOf, wallTime } from './zone.ts';

const at = (text: string) => Date.parse(text);
const systemZone = process.env.TZ;
afterEach(() => {
  vi.useRealTimers();
  if (systemZone === undefined) delete process.env.TZ;
  else process.env.TZ = systemZone;
});

test('the system’s zone is followed where it goes, and stands in for one that isn’t known', async () => {
  vi.resetModules(); // what it remembers is this test's own
  const { zoneOf } = await import('./zone.ts');
  vi.useFakeTimers({ toFake: ['performance'] });
  for (const zone of ['Europe/Berlin', 'America/New_York']) {
    process.env.TZ = zone;
    vi.advanceTimersByTime(5_000);
    expect([zoneOf(null), zoneOf('Europe/Atlantis'), zoneOf('Asia/Tokyo')]).toEqual([
      zone,
      zone,
      'Asia/Tokyo',
    ]);
  }
});

test('names that are zones', () => {
  expect(['Europe/Berlin', 'UTC', 'Europe/Atlantis', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});

test('a wall time is shown once, twice, or jumped over', () => {
  const moments = (wall: string) => {
    const { first, last } = momentsOf('Australia/Lord_Howe', at(`${wall}Z`));
    return [first, last].map((moment) => new Date(moment).toISOString().slice(0, 16));
  };
  expect(moments('2025-01-01T12:00')).toEqual(['2025-01-01T01:00', '2025-01-01T01:00']);
  // On 6 April 02:00 becomes 01:30; on 5 October 02:00 becomes 02:30.
  expect(moments('2025-04-06T01:45')).toEqual(['2025-04-05T14:45', '2025-04-05T15:15']);
  expect(moments('2025-10-05T02:10')).toEqual(['2025-10-04T15:30', '2025-10-04T15:30']);
  expect(wallTime('Australia/Lord_Howe', at('2025-10-04T15:30Z'))).toBe(at('2025-10-05T02:30Z'));
});
