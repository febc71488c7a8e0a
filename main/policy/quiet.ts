import type { QuietHours } from '../../preload/contract.ts';
import { endOfHours, nextChange } from './hours.ts';
import { zoneOf } from './zone.ts';

/** When the quiet hours of a moment end; null when they aren't on. Unix milliseconds. */
export function quietUntil({ enabled, hours, timeZone }: QuietHours, at: number): number | null {
  return enabled && hours.length > 0 ? endOfHours(hours, zoneOf(timeZone), at) : null;
}

/** When quiet hours next begin or end; null when they never do. */
export function nextQuietChange({ enabled, hours, timeZone }: QuietHours, at: number): number | null {
  return enabled && hours.length > 0 ? nextChange(hours, zoneOf(timeZone), at) : null;
}
