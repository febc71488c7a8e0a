/** What a request is answered where it can’t be done, or came to something that is told. */
export const refusals = {
  /** What a system says in its own words. */
  asIs: (text: string) => text,
  textTooLong: (most: number) => `This text is too long: ${most} characters are the most.`,

  quitting: 'Bellhop is quitting.',
  sourceGone: 'This source has been removed.',
  alreadyListens: (source: string) => `“${source}” already listens at this address.`,
  otherServersCredential: (given: string, asked: string) =>
    `The credential was given for ${given}. Give the one for ${asked}.`,
  orderAgain: 'Sources were added or removed meanwhile. Please order them again.',
  changedMeanwhile: 'The source was changed while you signed in. Please sign in again.',
  cannotPublish: (source: string) =>
    `A test can’t be published at “${source}”: its server only sends, as far as is known.`,
  signedInAt: (host: string) => `Signed in at ${host}.`,
  signedInUntilQuit: (host: string) => `Signed in at ${host}, until Bellhop quits.`,

  noLink: 'This notification has no link.',
  noOffer: 'This notification no longer offers that.',
  noAttachment: 'This notification no longer has that attachment.',
  noImage: 'This notification no longer has that image.',
  opened: 'Opened.',
  copied: 'Copied.',
  done: (status: number) => `Done (${status}).`,
  serverFailedIt: (status: number) => `The server failed to do it (${status}).`,
  serverRefusedIt: (status: number) => `The server refused it (${status}).`,
  noAnswerWithin: (seconds: number) =>
    `No answer within ${seconds} s. The server may have done it all the same.`,

  /** Of troubles.ts. */
  theServer: (trouble: string) => `The server ${trouble}.`,
  theSite: (trouble: string) => `The site ${trouble}.`,
  serverSilent: (seconds: number) => `The server was silent for ${seconds} s.`,
  notGiven: (status: number) => `The server doesn’t give it (${status}).`,
  largerThan: (megabytes: number) => `It is larger than ${megabytes} MB.`,
  imageLate: (seconds: number) => `The image did not come within ${seconds} s.`,
  notAnImage: 'What the server sent is no image that Bellhop can show.',
  tooMuchFetched: 'Too much is being fetched already.',
  notSaved: 'This attachment isn’t saved.',

  searchBroke: 'The search broke down. Try again: it is started anew.',
  newerSearch: 'A newer search took its place.',
  /** `help` is one of those that follow. */
  searchedAsText: (words: string, help: string) => `“${words}” was searched for as text. ${help}`,
  helpIs: 'There are is:unread, is:read, is:archived and is:snoozed.',
  helpSource: 'No source has a name like that.',
  helpDate: 'Dates look like 2024-05-01, 2024-05 or 2024.',
  helpPriority: 'Priorities go from 1 to 5, as in priority:5 or priority:>3.',
  nothingToSearch: (words: string) => `“${words}” has no letters or digits to search for.`,

  unknownZone: (zone: string) => `There is no time zone “${zone}” on this computer.`,
  endlessQuiet: 'These quiet hours never end. To hear nothing at all, pause toasts.',

  fileTrouble: (what: string, detail: string) => `${what} (${detail})`,
  noSpace: 'The disk is full.',
  noPermission: 'Your account may not use this place.',
  readOnlyPlace: 'Nothing can be written there.',
  noSuchFile: 'There is no such file or folder.',
  isAFolder: 'This is a folder.',
  openElsewhere: 'Another program has this file open.',
  notAFile: 'This is not a file.',
  tooLargeForSettings: 'The file is too large to be one of Bellhop’s settings.',
  notSettings: 'This is not a file of settings that Bellhop exported.',
  newerSettings: 'A newer Bellhop wrote this file. Import it with that version.',
  /** `mistake` is technical, in English. */
  unusableSettings: (where: string, mistake: string) => `The file can’t be used (${where}: ${mistake}).`,
  asAWhole: 'as a whole',
  wrongPassphrase: 'The passphrase is wrong, or the file was altered.',
  sealedUnreadable: 'The credentials in the file can’t be read.',
  chooseAgain: 'Please choose the file again.',
  importBusy: 'One import or export of settings is going on already.',
  exportBusy: 'The history is being exported already.',
  notKept: (fault: string) => `This can’t be kept (${fault}).`,
};

/** Of a rule’s regular expression. */
export const patterns = {
  inRule: (mistake: string, rule: string) => `${mistake} (in the rule “${rule}”)`,
  patternTooLarge: (pattern: string) => `The pattern “${pattern}” is too large: count its repetitions lower.`,
  /** `why` is one of those that follow. */
  patternUnreadable: (pattern: string, why: string) => `The pattern “${pattern}” can’t be read: ${why}.`,
  patternUnreadableAt: (pattern: string, why: string, piece: string, character: number) =>
    `The pattern “${pattern}” can’t be read: ${why}, at “${piece}” (character ${character}).`,
  neverClosed: 'a “(” is never closed',
  closesNothing: 'a “)” closes nothing',
  bracketNeverClosed: 'a “[” is never closed',
  badClass: 'what stands in [ ] makes no sense',
  badRange: 'there is no such range or kind of character',
  nothingToRepeat: 'there is nothing to repeat',
  repeatsRepetition: 'a repetition is repeated',
  repeatsTooFar: 'a repetition counts too far, 1000 is the most',
  noLookaround: 'looking ahead or behind is not possible',
  badEscape: 'there is no such escape, and references to groups are not possible',
  trailingBackslash: 'a “\\” at the end escapes nothing',
  badGroupName: 'a group has a name that is none',
  twoGroupsOneName: 'two groups have one name',
  nestedTooDeeply: 'it is nested too deeply',
  isTooLarge: 'it is too large',
};

/** What the system doesn’t give or has to be told of. */
export const system = {
  inACheckout: 'Only the installed app can start at login: this one runs from a checkout.',
  anotherCopy: 'Another copy of Bellhop starts at login. Turn this off and on again to start this one.',
  unreadableFile: (file: string, error: string) => `${file} can’t be read (${error}).`,
  offInTaskManager: 'It is turned off in the Task Manager, under “Startup apps”.',
  offInLoginItems: 'It is turned off in the System Settings, under “Login Items”.',
  loginNotTaken: 'The system didn’t take it. Look in its own settings.',
  shortcutTaken:
    'The system doesn’t give this shortcut: another program most likely has it. Choose other keys.',
  noSuchKeys: 'This keyboard has no such keys. Choose others.',
  shortcutOnWayland:
    'On Wayland a program hears keys only while a window of the older kind (X11) has the focus. To have it everywhere, let your desktop’s own shortcuts start “bellhop”.',
  noShortcut: 'The system doesn’t give this shortcut.',
  signInClosed: 'You closed the window before you were signed in.',
  takesToasts: 'The system takes toasts.',
  takesNoToasts: 'This system has no notification service.',
  startToastService: 'Install or start one; desktops bring their own.',
};
