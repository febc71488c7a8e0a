import type { LoginStart, Pause } from '../preload/contract.ts';
import type { Cookie } from './settings/cookies.ts';
import type { Message } from './words/message.ts';

/** THE port: all that the pipeline needs from what Bellhop runs in (the Electron desktop, or a terminal). */

export type Toast = {
  id: number;
  title: string;
  body: string;
  urgent: boolean;
  /** Comes without the system’s sound, where the system leaves that to programs. */
  silent: boolean;
};

/** What became of a toast. Never a bare boolean: "always say why". */
export type ToastResult = { shown: true } | { shown: false; reason: Message };

/** For the diagnosis. `works: null` where it can’t be told. */
export type ToastService = { works: boolean | null; says: Message; advice: Message | null };

/** What the tray and the dock tell at a glance. */
export type Badge = {
  unread: number;
  paused: Pause;
  /** When the quiet hours of now end, unix milliseconds; null outside of them. */
  quietUntil: number | null;
  /** Sources that are meant to be connected and have not been for longer than their patience. */
  disconnected: string[];
  /** Sources that are turned on, and how many of them are connected at this moment. */
  sources: number;
  connected: number;
};

export type FetchInit = {
  method?: string;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
  redirect: 'error';
  /**
   * `include`: with the cookies of the source's jar. Where it has none its credential is in the headers, and cookies that
   * a server sets must not take their place.
   */
  credentials: 'include' | 'omit';
  cache?: 'no-store';
};
export type FetchResponse = {
  status: number;
  url: string;
  redirected: boolean;
  headers: { get(name: string): string | null };
  body: ReadableStream<Uint8Array> | null;
};
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** Seals secrets with the system's keyring. `available: false` where there is none worth the name. */
export type SecretBox = {
  available: boolean;
  /** @throws when the keyring refuses (locked, gone). */
  seal(text: string): string;
  /** @throws when it can't be opened: another machine's or another account's keyring sealed it. */
  open(sealed: string): string;
};

/** Where the cookies of one source are kept that is signed in on its site's own page. */
export type Jar = {
  /** Null: it isn't signed in that way, and uses no cookies. */
  read(): Cookie[] | null;
  /** All that are there now: servers renew them. */
  write(cookies: Cookie[]): void;
};

/** What became of a person's signing in. */
export type SignIn = { signedIn: true; cookies: Cookie[] } | { signedIn: false; reason: Message };

/**
 * Connections made before are most likely dead after a sleep, or when the address they went out from is gone; another
 * change of the network means only that those who wait should try.
 */
export type Wake = { why: Message; kind: 'slept' | 'address-lost' | 'network-changed' };

/** A file for the person to choose; `name` is a suggestion. */
export type FileChoice = { extension: string } & ({ kind: 'save'; name: string } | { kind: 'open' });

/** The same before it is said in anyone's language. */
export type Unsaid<Told extends { text: string | null }> = Omit<Told, 'text'> & { says: Message | null };

export type Host = {
  /** Hands a toast to the system. `onClick` runs at most once, at any time until it is withdrawn or replaced. */
  toast(toast: Toast, onClick: () => void): Promise<ToastResult>;
  withdraw(toastId: number): void;
  /** Whether toasts can be seen here at all, for the diagnosis. */
  toastService(): ToastService;
  badge(badge: Badge): void;
  openLink(url: string): Promise<void>;
  copyText(text: string): void;
  /** What the system's owner prefers to read, best first: tags such as `de-AT`. */
  languages(): string[];
  /** Where the person's downloads go; it may not be there yet. */
  downloadsFolder(): string;
  /** Shows a file in its folder, without opening it. */
  showFile(file: string): void;
  /** Brings up the inbox at a notice (null: as it is). */
  showInbox(notice: number | null): void;
  /** The notice the window should open at, once: asked by a new window. */
  takeShown(): number | null;
  /** Whether the inbox window has the focus: only then can a notice be in plain view. */
  focused(): boolean;
  /** The fetch of one source: its own connection pool, cookies and credentials. */
  fetch(source: string): Fetch;
  /** Tells, before the first fetch, where each source's cookies are kept. */
  useJars(jarOf: (source: string) => Jar): void;
  /**
   * Shows the site's own login page with the source's own cookies, until its stream answers or the person gives up.
   * @param stream the address that the feed asks for
   */
  signIn(source: string, stream: string): Promise<SignIn>;
  /** Forgets what the source's site stored here: cookies and whatever else its pages keep. */
  forgetSite(source: string): void;
  /** The system woke or the network changed: every waiting feed should try at once. */
  onWake(listener: (wake: Wake) => void): void;
  secrets: SecretBox;
  /**
   * The path the person chose; null: none.
   * @throws Refusal where nobody can be asked
   */
  chooseFile(choice: FileChoice): Promise<string | null>;
  /** Starting with the system, hidden. `set` @throws Refusal when it can't be. */
  startAtLogin: { read(): Unsaid<LoginStart>; set(on: boolean): void };
  /** Keys that bring up the inbox wherever the person is, in place of those before; null: none. */
  setShortcut(keys: string | null): Unsaid<{ works: boolean; text: string | null }>;
};
