/** The words about what a person lays down: quiet hours, pause, sounds, and how long notices are kept. */
import { numbersIn } from '../numbers.ts';

const { number } = numbersIn('en');

export const tuneText = {
  quiet: {
    title: 'Quiet hours',
    on: 'Keep quiet at set hours',
    onText: 'Notices wait in the inbox, and one toast sums them up when the hours end.',
    span: (n: number) => `Quiet hours ${n}`,
    days: 'Beginning on',
    from: 'From',
    to: 'To',
    add: 'Add more hours',
    remove: 'Remove these hours',
    zone: 'Time zone',
    systemZone: 'This computer’s',
    urgent: 'Let urgent notices through',
  },
  rules: {
    title: 'Rules',
    hint: 'Asked from top to bottom. The first that matches decides what becomes of a notice; those about urgency and sound leave that to the ones below.',
    add: 'Add a rule',
    edit: 'Edit',
    editNamed: (name: string) => `Edit ${name}`,
    remove: 'Remove',
    removeNamed: (name: string) => `Remove ${name}`,
    removed: (name: string) => `Removed the rule “${name}”.`,
    saved: (name: string) => `Saved the rule “${name}”.`,
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    moved: (name: string, place: number, of: number) => `${name}: ${place} of ${of}`,
    never: 'It has done nothing yet.',
    did: (n: number, when: string) => `${n === 1 ? 'Once' : `${number(n)} times`}, last ${when}.`,
    newTitle: 'New rule',
    /** What a rule made from a notice may ask, each to be taken or left. */
    like: {
      title: 'For notices with',
      source: (name: string) => `From ${name}`,
      topic: (topic: string) => `Topic ${topic}`,
      text: (text: string) => `“${text}”`,
      priority: (priority: string) => `${priority} priority`,
    },
    name: 'Name',
    source: 'Source',
    anySource: 'Any source',
    removedSource: 'A removed source',
    topic: 'Topic is',
    text: 'Text contains',
    regex: 'Pattern (regular expression)',
    priority: 'Priority',
    atLeast: 'at least',
    atMost: 'at most',
    minPriority: 'Priority at least',
    maxPriority: 'Priority at most',
    anyPriority: 'Any',
    when: 'Arrives',
    whenOptions: { any: 'At any time', hours: 'In set hours' },
    hours: 'Hours of the rule',
    zone: (zone: string) => `Times are those of ${zone}, as for quiet hours.`,
    action: 'Then',
    until: 'Until',
    sound: 'Sound',
    soundChoices: { none: 'Without sound', default: 'With sound' },
    actions: {
      quiet: 'No toast',
      toast: 'Always a toast',
      none: 'No toast, and read at once',
      archive: 'Archive it',
      urgent: 'Count it as urgent',
      sound: 'Change its sound',
      hold: 'Snooze it',
    },
    /** A rule without a name is called by what it asks and does. */
    described: {
      everything: 'Everything',
      text: (text: string) => `“${text}”`,
      regex: (pattern: string) => `/${pattern}/`,
      priority: (priority: string) => `${priority} priority`,
      atLeast: (priority: string) => `${priority} priority or above`,
      atMost: (priority: string) => `${priority} priority or below`,
      between: (low: string, high: string) => `${low} to ${high} priority`,
      hold: (until: string) => `Snooze it until ${until}`,
    },
    preview: (matched: number, looked: number) =>
      looked === 0
        ? 'There is no history yet to try it on.'
        : matched === 0
          ? `None of the newest ${number(looked)} would have matched.`
          : `It would have matched ${number(matched)} of the newest ${number(looked)}.`,
    trying: 'Trying it on the history…',
    save: 'Save rule',
  },

  pause: {
    title: 'Pause toasts',
    short: (when: string) => `Toasts paused until ${when}`,
    hour: 'Pause for an hour',
    tomorrow: 'Until tomorrow',
    forever: 'Until I end it',
    until: (when: string) => `Toasts are paused until ${when}.`,
    untilEnded: 'Toasts are paused until you end it.',
    end: 'Show toasts again',
  },
  sounds: {
    title: 'Sounds',
    hint: 'Which toasts make a sound. On Linux, the desktop’s own settings decide.',
    priorities: { 5: 'Urgent', 4: 'High', 3: 'Normal', 2: 'Low', 1: 'Lowest' },
  },
  keep: {
    title: 'History',
    days: 'Remove after',
    daysOptions: { 30: '30 days', 90: '90 days', 365: 'a year' },
    count: 'Keep at most',
    counts: (n: string) => `${n} notices`,
    never: 'Never',
    all: 'All',
    hint: 'Only what is read or archived is removed, a minute after you have chosen.',
    imported: 'It also changes how long notices are kept; what is older is removed.',
  },
};

export type TuneText = typeof tuneText;
