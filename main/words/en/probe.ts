/** What came of trying an address; sentences. */
export const probe = {
  connected: 'Connected.',
  connectedTo: (server: string) => `Connected to ${server}.`,
  aMercureHub: 'a Mercure hub',
  readableSoFar: 'Connected. Bellhop shows what it can read of what comes.',
  neverAgain: 'This server doesn’t send again what was missed while Bellhop is away.',
  nothingLost: 'Nothing is lost while Bellhop is away: the server sends what was missed.',
  missedComes: 'What was missed while Bellhop is away comes too, as far as the server still has it.',
  elsewhere: (host: string, hub: string) =>
    `The notifications of this page come from ${host}. Give that address, with the credential for it: ${hub}`,
  noAnswerYet:
    'The server has not answered yet. Some answer only with their first notification: you can add it and see.',
  notJson: 'The server sends something that Bellhop can’t read: it is no JSON.',
  wantsCredential: 'The server wants a credential.',
  wantsSignInOrCredential: 'The server wants you to sign in, or a credential.',
  forbidsStrangers: 'The server lets nobody listen here without a credential.',

  /** What a preset needs, by its id. */
  presets: {
    mastodon:
      'It needs an access token that may read notifications: make one in Mastodon under Preferences, Development.',
    'home-assistant':
      'It needs a long-lived access token of an administrator (your profile, Security). Let an automation fire the event “bellhop” with a title and a message; without “restrict” in the address, all that happens comes.',
  },
};
