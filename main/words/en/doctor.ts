/** What the doctor finds between a server and the toast, and what a person can do about it. */
export const doctor = {
  /** Instead of “0 seconds”. */
  aMoment: 'a moment',
  aMomentAgo: 'a moment ago',
  inAMoment: 'in a moment',

  turnedOff: 'The source is turned off.',
  notReached: 'Not reached.',

  answers: (host: string) => `${host} answers.`,
  takesButSilent: (host: string, time: string) =>
    `${host} takes connections, and has not answered within ${time}.`,
  isSilent: (host: string, time: string) => `${host} has not answered within ${time}.`,

  unencrypted: 'The address begins with http://: the connection is not encrypted.',
  useHttps: 'Use https:// if the server offers it: the credential can be read on the way.',
  noAnswerYet: 'No answer yet.',
  encrypted: 'The connection is encrypted, and the server has proved who it is.',

  onlyRunningReads: 'Only the running Bellhop can read the credential.',
  startAndAsk: 'Start Bellhop, and ask again.',
  credentialGone: 'The credential is not here any more.',
  giveAgain: 'Give it again in the source’s settings.',
  giveOne: 'Give the source a credential in its settings, or sign in there.',
  neitherYesNorNo: 'The server has said neither yes nor no.',
  asksForNone: 'The server asks for none.',
  accepts: 'The server accepts the credential.',

  connectedFor: (time: string) => `Bellhop has been connected for ${time}.`,
  secondRefused: (trouble: string) => `A second one was refused: the server ${trouble}.`,
  missedNotHad: (trouble: string) =>
    `What was missed hasn’t come yet: the server ${trouble}. Bellhop keeps asking.`,
  notLetIn: 'Not let in.',
  tookRequest: 'The server took the request. Some answer only with their first notification.',
  canCome: 'Notifications can come.',
  worksNow: (trouble: string) =>
    `It works now, but Bellhop’s own connection failed before (the server ${trouble}).`,
  /** `when` begins with “in”. */
  worksNowRetries: (trouble: string, when: string) =>
    `It works now, but Bellhop’s own connection failed before (the server ${trouble}), and tries again ${when}.`,
  useTryNow: 'Use “Try now” on the source’s page.',

  /** Goes on after what was found of the server’s signs of life, or nothing does. */
  due: (time: string) => `, due every ${time}`,
  wentSilent: (n: number, due: string) =>
    `It went silent ${n} ${n === 1 ? 'time' : 'times'} within a day${due}.`,
  signsCome: (due: string) => `Signs of life come${due}.`,
  noSign: (time: string, due: string) => `No sign of life came within ${time}${due}.`,
  nothingCame: (time: string, due: string) =>
    `Nothing came within ${time}${due}; a quiet server may have nothing to send.`,
  buffering:
    'A proxy on the way may hold back or cut quiet streams: ask whoever runs it to turn off buffering for this address.',

  writable: (free: string) => `The history can be written; ${free} are free.`,
  diskFull: 'The disk is full.',
  makeRoom: 'Make room on the disk: what can’t be stored is asked for again once there is some.',
  /** `why` is one of the next four, or technical. */
  notWritable: (why: string) => `The history can’t be written: ${why}.`,
  isFull: 'the disk is full',
  isReadOnly: 'the file may only be read',
  isHeld: 'another program holds it',
  isDamaged: 'the file is damaged',
  letWrite: 'Let this account write to Bellhop’s data folder.',
  closeOthers: 'Close other programs that opened Bellhop’s history.',
  startAgain: 'Start Bellhop again: it sets a damaged history aside, and your servers fill a new one.',

  paused: 'Toasts are paused: notices come quietly.',
  resume: 'Resume them in the tray or the window.',
  muted: 'This source is muted: its notices come quietly.',
  unmute: 'Unmute it on its page.',
  quiet: 'These are your quiet hours: you are told when they end.',
  changeQuiet: 'Change them in the settings.',
  noneYet: 'None has been raised so far.',
  sendTest: 'Send a test, where the server takes one.',
  /** `ago` ends with “ago”. */
  lastShown: (ago: string) => `The last one was shown ${ago}.`,
  lastFailed: (ago: string, why: string) => `The last toast, ${ago}, was perhaps not shown: ${why}.`,
  lookInSystem:
    'Look whether the system lets Bellhop show notifications (its notification settings, “do not disturb”), then send a test.',
};

/** What a person can do about each trouble, by its code (feed/describe.ts). */
export const advice = {
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
  serverInTrouble: 'The server itself is in trouble. Bellhop keeps trying.',
  /** Of certificates. */
  notHttps: 'It doesn’t seem to speak https there: try the address with http://, or another port.',
  outOfDate:
    'Its certificate is out of date, or this machine’s clock is wrong. The server’s keeper renews it.',
  anotherName: 'Its certificate is for another name: use the name it was made for.',
  unknownSigner:
    'This machine doesn’t know who signed its certificate. If you trust it, add its authority to the system’s certificates.',
  certificate: 'Ask whoever runs the server to look at its certificate.',
};

/** What became of a test notice. */
export const sentTest = {
  title: 'Test',
  body: (mark: string) => `A test by Bellhop (${mark}).`,
  sourceOff: (source: string) => `“${source}” is turned off.`,
  notRunning: 'Bellhop isn’t running: start it, and send the test again.',
  notConnected: (source: string) => `“${source}” isn’t connected now: a test would not come back.`,
  notConnectedBecause: (source: string, trouble: string) =>
    `“${source}” isn’t connected now (the server ${trouble}): a test would not come back.`,
  takesNone: 'This kind of server takes no notices from Bellhop.',
  notPublished: (trouble: string) => `The test could not be published: the server ${trouble}.`,
  /** `said`: the status, with the server’s own words. */
  notAllowed: (said: string) =>
    `The server doesn’t let this account publish (${said}). It may listen all the same.`,
  notTaken: (said: string) => `The server didn’t take the test (${said}).`,
  notBack: (seconds: number) =>
    `Published, but it has not come back within ${seconds} s. The diagnosis may say why.`,
  noAnswer: (seconds: string) =>
    `Published, arrived after ${seconds} s, but its toast has no answer from the system yet.`,
  arrived: (seconds: string, fate: string) => `Published, arrived after ${seconds} s; ${fate}.`,
  deletedBefore: 'it was deleted before its toast',
  noToast: (why: string) => `no toast: ${why}`,
};
