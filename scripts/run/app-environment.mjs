/**
 * The environment that tells the app which server to listen to. Not its command line: every user of the machine can
 * read that, and there is a token in it.
 * @param {{url: string, token: string, name?: string}} server
 */
export function appEnvironment({ url, token, name }, env = process.env) {
  const { BELLHOP_SERVER_NAME: _, ...others } = env;
  return {
    ...others,
    BELLHOP_SERVER: url,
    BELLHOP_TOKEN: token,
    ...(name ? { BELLHOP_SERVER_NAME: name } : {}),
  };
}
