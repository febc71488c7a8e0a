import type { Words } from '../words/words.ts';

/**
 * What a person can do about a trouble of a connection.
 * @param code of feed/describe.ts @param detail the technical rest, which tells why a certificate was refused
 */
export function adviceFor({ advice }: Words, code: string, detail: string | null): string | null {
  if (code === 'certificate') return advice[certificateFault(detail ?? '')];
  if (code.startsWith('http-5')) return advice.serverInTrouble;
  return Object.hasOwn(advice, code) ? advice[code as keyof typeof advice] : null;
}

type Fault = 'notHttps' | 'outOfDate' | 'anotherName' | 'unknownSigner';

/** Node's and OpenSSL's codes, and Chromium's. */
const CERTIFICATES: [RegExp, Fault][] = [
  [/WRONG_VERSION|SSL_PROTOCOL_ERROR|PACKET_LENGTH/i, 'notHttps'],
  [/EXPIRED|NOT_YET_VALID|DATE_INVALID/, 'outOfDate'],
  [/ALTNAME|COMMON_NAME/, 'anotherName'],
  [/SELF_SIGNED|UNABLE_TO|LEAF_SIGNATURE|AUTHORITY_INVALID/, 'unknownSigner'],
];

function certificateFault(detail: string): Fault | 'certificate' {
  return CERTIFICATES.find(([pattern]) => pattern.test(detail))?.[1] ?? 'certificate';
}
