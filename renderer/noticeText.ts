/** The words for what one does with notices. A part of the catalogue in text.ts. */
import type { CommandName } from './commands.ts';

const notices = (n: number) => (n === 1 ? 'notice' : `${n} notices`);
const say = (n: number, what: string) => (n === 1 ? `${what}.` : `${what} ${notices(n)}.`);

export const noticeText = {
  commands: {
    label: 'What to do with it',
    more: 'More',
    ...({
      open: 'Open link',
      archive: 'Archive',
      inbox: 'Move to inbox',
      snooze: 'Snooze…',
      read: 'Mark read',
      unread: 'Mark unread',
      choose: 'Select',
      copy: 'Copy text',
      delete: 'Delete',
    } satisfies Record<CommandName, string>),
  },

  chosen: {
    count: (n: number) => (n === 1 ? '1 notice selected' : `${n} notices selected`),
    hint: 'What you do now is done to all of them.',
    none: 'Select none',
    all: 'Select all that are loaded',
  },

  filters: {
    label: 'Filter',
    saved: 'Saved',
    priority: (least: number | null) =>
      least === null ? 'Any priority' : least >= 5 ? 'Urgent only' : 'High and urgent',
    topic: (topic: string | null) => topic ?? 'Any topic',
    remove: (what: string) => `Without the filter “${what}”`,
    save: 'Save as…',
    keep: 'Save',
    name: 'Name of the filter',
    forget: 'Forget this filter',
    forgotten: (name: string) => `“${name}” is forgotten.`,
    nothing: 'Nothing matches the filter',
    whole: 'Show all',
  },

  undo: {
    moved: {
      inbox: (n: number) => (n === 1 ? 'Back in the inbox.' : `${n} notices are back in the inbox.`),
      archived: (n: number) => say(n, 'Archived'),
      deleted: (n: number) => say(n, 'Deleted'),
    },
    snoozed: (n: number, when: string) =>
      n === 1 ? `Snoozed until ${when}.` : `${n} notices snoozed until ${when}.`,
    marked: (n: number, read: boolean) => `Marked ${notices(n)} ${read ? 'read' : 'unread'}.`,
    nothing: 'There is nothing to undo.',
    undone: 'Undone.',
    tooLate: 'It is too late to undo that.',
  },
};
