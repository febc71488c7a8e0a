/** What a person can do about each trouble of a connection, by the codes of feed/words.ts. */
const ADVICE: Record<string, string> = {
  refused: 'Is the server program running there, and is the port in the address right?',
  dns: 'Check the address for typing errors, and whether this machine is online.',
  timeout: 'Is that machine switched on? A firewall on the way may also swallow the connection.',
  unreachable: 'Connect this machine to a network.',
  failed: 'Check the address, and whether this machine is online.',
  reset: 'Something on the way, such as a proxy or a firewall, may cut it: ask whoever runs the server.',
  unauthorized: 'Give the source a new token or password in its settings.',
  'sign-in': 'Use “Sign in” on the source’s page in Bellhop.',
  forbidden: 'Ask whoever runs the server to let this account listen there.',
  redirect:
    'Open the address in a browser: give Bellhop the address where it ends, or sign in if it asks for that.',
  'not-found': 'Check the path in the address.',
  'not-a-stream': 'This may be the address of a page: ask for the one of the stream.',
  'no-content': 'Ask whoever runs the server why; Bellhop asks again every 15 minutes.',
  'rate-limited': 'Nothing to do: Bellhop waits as long as the server asked, and tries again.',
};

/** @param code of feed/words.ts @param detail the technical rest, which tells why a certificate was refused */
export function adviceFor(code: string, detail: string | null): string | null {
  if (code === 'certificate') return adviceOnCertificate(detail ?? '');
  if (code.startsWith('http-5')) return 'The server itself is in trouble. Bellhop keeps trying.';
  return ADVICE[code] ?? null;
}

/** Node's and OpenSSL's codes, and Chromium's. */
const CERTIFICATES: [RegExp, string][] = [
  [
    /WRONG_VERSION|SSL_PROTOCOL_ERROR|PACKET_LENGTH/i,
    'It doesn’t seem to speak https there: try the address with http://, or another port.',
  ],
  [
    /EXPIRED|NOT_YET_VALID|DATE_INVALID/,
    'Its certificate is out of date, or this machine’s clock is wrong. The server’s keeper renews it.',
  ],
  [/ALTNAME|COMMON_NAME/, 'Its certificate is for another name: use the name it was made for.'],
  [
    /SELF_SIGNED|UNABLE_TO|LEAF_SIGNATURE|AUTHORITY_INVALID/,
    'This machine doesn’t know who signed its certificate. If you trust it, add its authority to the system’s certificates.',
  ],
];

function adviceOnCertificate(detail: string): string {
  const known = CERTIFICATES.find(([pattern]) => pattern.test(detail));
  return known?.[1] ?? 'Ask whoever runs the server to look at its certificate.';
}
