/** The answers to “why did I (not) see this?”: lines with a time before them. */
export const why = {
  arrivals: {
    first: 'imported when the source was added',
    'catch-up': 'fetched after a gap in the connection',
    live: 'arrived on the live connection',
  },

  occasions: {
    update: 'a newer version of it came',
    again: 'it came once more',
    snooze: 'its time came: back from snoozed',
  },

  reasons: {
    arrived: 'nothing spoke against a toast',
    history: 'it is older than the source in Bellhop, and marked as read',
    'source-off': 'the source was turned off',
    'source-muted': 'the source is muted',
    rule: 'a rule of yours decided it',
    paused: 'toasts were paused',
    'quiet-hours': 'it came in your quiet hours, to be told when they end',
    urgent: 'urgent ones are shown even in your quiet hours',
    'quiet-end': 'your quiet hours were over',
    'back-together': 'part of a digest: several came back at once',
    'in-view': 'the inbox was in front of you and showed it',
  },
  flood: (batch: number, toasts: number, seconds: number) =>
    `part of a digest: more than ${batch} at once, or ${toasts} in ${seconds} s`,

  /** What one did, by the next two. */
  rules: {
    toast: (rule: string) => `${rule} wants a toast for it`,
    quiet: (rule: string) => `kept quiet by ${rule}`,
    none: (rule: string) => `kept quiet and marked as read by ${rule}`,
    archive: (rule: string) => `archived by ${rule}`,
    urgent: (rule: string) => `made urgent by ${rule}`,
    sound: (rule: string) => `its sound was chosen by ${rule}`,
    hold: (rule: string) => `snoozed by ${rule}`,
  },
  ruleCalled: (name: string) => `your rule “${name}”`,
  someRule: 'a rule of yours',

  readBefore: 'read before its toast’s turn came',
  /** What became of a toast. */
  single: {
    waits: 'the toast waits for its turn',
    handedOver: 'toast handed to the system, no answer yet',
    uncertain: (why: string) => `toast perhaps shown: ${why}`,
    failed: (why: string) => `toast not shown: ${why}`,
    shown: 'toast shown',
  },
  digest: {
    waits: 'the digest toast waits for its turn',
    handedOver: 'digest toast handed to the system, no answer yet',
    uncertain: (why: string) => `digest toast perhaps shown: ${why}`,
    failed: (why: string) => `digest toast not shown: ${why}`,
    shown: 'digest toast shown',
  },
};

/** Why a toast was not shown, or is not known to have been; goes on after a colon. */
export const toastFailures = {
  nothingLeft: 'already read, moved or deleted when its time came',
  endedBeforeAnswer: 'Bellhop ended before the system answered',
  noAnswer: 'the system did not say that it showed it',
  noToastService: 'this system has no notification service',
  systemRefused: (error: string) => `the system refused it: ${error}`,
  notRunning: 'Bellhop isn’t running',
};
