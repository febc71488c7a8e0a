// A day of somebody with three sources, told from now backwards. `ago` is in minutes.
const hours = (n) => n * 60;

/** What was there before Bellhop came, and is marked as read. */
export const before = [
  {
    source: 'Build farm',
    ago: hours(22),
    notificationTypeId: 'release',
    title: 'Release 4.2.0 published',
    content: [
      'Windows, macOS and Linux packages are up, **signed** and tried on all three. The update comes by itself within the day.',
      '## What is new',
      '- [x] Archive, snooze, and undo for both\n- [x] Search over everything, see [the notes](https://ci.example/notes)\n- [ ] A dark icon',
      '| package | size |\n| --- | --- |\n| `bellhop.AppImage` | 98 MB |\n| `bellhop.dmg` | 104 MB |',
      '> Thanks to everyone who tried the betas.',
      '![The new inbox](https://ci.example/inbox.png)',
    ].join('\n\n'),
  },
  {
    source: 'Home server',
    ago: hours(17.5),
    notificationTypeId: 'updates',
    content: '7 packages were upgraded on nas, no restart needed.',
  },
  {
    source: 'Home server',
    ago: hours(16.5),
    notificationTypeId: 'backup',
    title: 'Backup finished',
    content: '418 GB in 1 h 52 min, verified.',
  },
  {
    source: 'Intranet',
    ago: hours(7.4),
    notificationTypeId: 'calendar',
    title: 'Stand-up moved to 10:15',
    content: 'Room Lindgren is taken until ten. The call link stays the same.',
  },
];

/** What came while Bellhop was not running. */
export const away = [
  {
    source: 'Intranet',
    ago: hours(3.6),
    notificationTypeId: 'hr',
    title: 'Your leave request was approved',
    content: '14–18 December, 5 days. Remaining this year: 3.',
    link: 'https://intranet.example/leave/2231',
  },
  {
    source: 'Build farm',
    ago: hours(2.3),
    notificationTypeId: 'ci',
    title: 'main: 3 tests failing on macOS',
    content: 'store/cursors.test.ts, feed/backoff.test.ts and one more.',
    priority: 4,
    link: 'https://ci.example/runs/18442',
  },
  {
    source: 'Home server',
    ago: 47,
    notificationTypeId: 'door',
    content: 'Someone rang at the front door.\nThe picture is in the camera’s album.',
  },
];

/** What arrives while one watches. */
export const now = [
  {
    source: 'Home server',
    notificationTypeId: 'alerts',
    title: 'Disk /tank is 91 % full',
    content: 'media/ grew by 212 GB since yesterday.',
    priority: 5,
    tags: ['storage', 'nas'],
  },
  {
    source: 'Intranet',
    notificationTypeId: 'mention',
    title: 'You were mentioned in Q3 capacity',
    content:
      'Can you confirm the two new nodes before Friday? Finance wants the number in the same thread: https://intranet.example/threads/1807',
    link: 'https://intranet.example/threads/1807',
    tags: ['capacity'],
  },
];

/** When a source was away, in minutes ago, and could not send what came meanwhile. */
export const gap = {
  source: 'Build farm',
  from: 176,
  to: 154,
  why: 'it was not connected, and this server doesn’t send again what was missed',
  says: ['neverAgain'],
};

/** What its server says to be Markdown. */
export const written = 'Release 4.2.0 published';

/** What other kinds of server send along with a notice. */
export const carried = {
  body: 'Someone rang%',
  tags: ['🔔 doorbell'],
  attachments: [
    { name: 'front-door.jpg', url: 'https://home.example/1.jpg', type: 'image/jpeg', bytes: 486_000 },
  ],
  actions: [
    { kind: 'http', label: 'Open the door', clear: true, url: 'https://home.example/door', method: 'POST' },
    { kind: 'view', label: 'Live picture', clear: false, url: 'https://home.example/camera' },
  ],
};

/** How servers answer that nobody has at hand: as main would say it. */
export const answers = {
  ntfy: {
    ok: true,
    text: 'Connected to ntfy. What was missed while Bellhop is away comes too, as far as the server still has it.',
    found: { dialect: 'ntfy', url: 'https://ntfy.example/doorbell', name: 'doorbell', mapping: null },
  },
  login: {
    ok: false,
    text: 'The server wants you to sign in.',
    detail: 'HTTP 302, Location: https://intranet.example/login',
    signIn: true,
    assume: null,
  },
  down: {
    ok: false,
    text: 'The server isn’t answering (connection refused).',
    detail: 'net::ERR_CONNECTION_REFUSED',
    signIn: false,
    assume: { dialect: 'rows', url: 'https://weather.example/live', name: 'weather.example', mapping: null },
  },
};
