/** The words for what one does with notices. A part of the catalogue. */
import type { CommandName } from '../../commands.ts';
import { numbersIn } from '../numbers.ts';

const { number } = numbersIn('en');
const notices = (n: number) => (n === 1 ? 'notice' : `${number(n)} notices`);
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
      rule: 'Make a rule from it…',
      delete: 'Delete',
    } satisfies Record<CommandName, string>),
  },

  chosen: {
    count: (n: number) => (n === 1 ? '1 notice selected' : `${number(n)} notices selected`),
    hint: 'What you do now is done to all of them.',
    none: 'Select none',
    all: 'Select all that are loaded',
  },

  filters: {
    label: 'Filter',
    saved: 'Saved',
    priority: (least: number | null): string =>
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

  attachments: {
    save: 'Save',
    cancel: 'Cancel',
    again: 'Try again',
    show: 'Show in folder',
    saved: 'Saved among your downloads.',
    of: (received: string, total: string) => `${received} of ${total}`,
    progress: (name: string) => `Saving ${name}`,
  },

  images: {
    image: 'Image',
    show: (n: number) => (n === 1 ? 'Show image' : `Show ${number(n)} images`),
    loading: 'Loading…',
    done: 'Done:',
    open: 'Open:',
  },

  undo: {
    moved: {
      inbox: (n: number) => (n === 1 ? 'Back in the inbox.' : `${number(n)} notices are back in the inbox.`),
      archived: (n: number) => say(n, 'Archived'),
      deleted: (n: number) => say(n, 'Deleted'),
    },
    snoozed: (n: number, when: string) =>
      n === 1 ? `Snoozed until ${when}.` : `${number(n)} notices snoozed until ${when}.`,
    marked: (n: number, read: boolean) => `Marked ${notices(n)} ${read ? 'read' : 'unread'}.`,
    gone: (n: number) =>
      n === 1 ? 'It was deleted meanwhile.' : `${number(n)} notices were deleted meanwhile.`,
    nothing: 'There is nothing to undo.',
    undone: 'Undone.',
    tooLate: 'It is too late to undo that.',
  },
};

export type NoticeText = typeof noticeText;
