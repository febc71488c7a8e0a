/**
 * What in an address proves who asks. `auth`: https://docs.ntfy.sh/subscribe/api/#authentication; `authorization`:
 * https://mercure.rocks/spec#authorization; `access_token`: https://www.rfc-editor.org/rfc/rfc6750#section-2.3; the others are
 * what servers commonly take.
 */
const SECRET_PARAMETERS = new Set([
  ...['auth', 'authorization', 'access_token', 'token', 'jwt'],
  ...['key', 'apikey', 'api_key', 'secret', 'password'],
]);

/** `part`: one of those between the & of a query. */
function isSecret(part: string): boolean {
  const [name = ''] = new URLSearchParams(part).keys();
  return SECRET_PARAMETERS.has(name.toLowerCase());
}

const queryParts = (url: URL) => url.search.slice(1).split('&');

export const hasSecretInQuery = (address: string): boolean => queryParts(new URL(address)).some(isSecret);

/** The window refuses such addresses; a settings file written by hand may have one. */
export function withoutPassword(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}

/** Where it leads to, for anyone to see. All else in it stays as it is written: topics and filters. */
export function withoutSecrets(address: string): string {
  const url = new URL(withoutPassword(address));
  if (hasSecretInQuery(address)) {
    url.search = queryParts(url)
      .filter((part) => !isSecret(part))
      .join('&');
  }
  return url.href;
}
