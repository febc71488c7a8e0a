import type { Handlers, RequestParts } from './handlers.ts';

/** The requests that find out what works and what doesn't. */
export function createDoctorRequests(_parts: RequestParts): Pick<Handlers, 'diagnose' | 'sendTest'> {
  return {
    diagnose: () => [],
    sendTest: () => ({ ok: false, text: '' }),
  };
}
