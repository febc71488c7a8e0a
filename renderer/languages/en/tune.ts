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
    hint: 'The first that matches decides what becomes of a notice.',
    add: 'Add a rule',
    edit: 'Edit',
    remove: 'Remove',
    removeNamed: (name: string) => `Remove ${name}`,
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    everything: 'Everything',
    never: 'It has done nothing yet.',
    did: (n: number, when: string) => `${n === 1 ? 'Once' : `${n} times`}, last ${when}.`,
    name: 'Name',
    source: 'From',
    anySource: 'Any source',
    topic: 'Topic is',
    text: 'Text contains',
    regex: 'Pattern (regular expression)',
    minPriority: 'Priority at least',
    anyPriority: 'Any',
    action: 'Then',
    until: 'Until',
    actions: {
      quiet: 'No toast',
      toast: 'Always a toast',
      none: 'No toast, and read at once',
      archive: 'Archive it',
      urgent: 'Count it as urgent',
      sound: 'Without sound',
      hold: 'Snooze it',
    },
    preview: (matched: number, looked: number) =>
      `It would have matched ${number(matched)} of the newest ${number(looked)}.`,
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
    hint: 'Only what is read or archived is removed.',
  },
};

export type TuneText = typeof tuneText;
