import type { Found, TestResult } from '../../../preload/contract.ts';
import { en } from '../../words/en.ts';
import { say } from '../../words/message.ts';
import { type Access, type Described, describe } from '../describe.ts';
import { dialects } from '../dialects.ts';
import { presetAt } from '../presets.ts';
import type { Sight } from './sight.ts';

/** What the probe tells a person. */

export function sayConnected(found: Found, sight: Sight & { kind: 'stream' }): TestResult {
  const sentences = [greeting(found), replay(found, sight)].filter(Boolean);
  return { ok: true, text: sentences.join(' '), found };
}

function greeting({ dialect, url }: Found): string {
  switch (dialect) {
    case 'rows':
      return 'Connected.';
    case 'ntfy':
      return 'Connected to ntfy.';
    case 'mercure':
      return 'Connected to a Mercure hub.';
    case 'json': {
      const known = presetAt(url)?.name;
      return known ? `Connected to ${known}.` : 'Connected. Bellhop shows what it can read of what comes.';
    }
  }
}

/** What becomes of what is missed; null where it can't be told. An event with an id says that one can go on from there. */
function replay(found: Found, { headers, event }: Sight & { kind: 'stream' }): string | null {
  if (found.dialect === 'json' && event === null && !presetAt(found.url)) return null;
  const cursor = found.dialect === 'mercure' ? 'any' : event?.id || null;
  const { resumable } = dialects[found.dialect](found).hello(headers, { cursor, greetedAt: null });
  if (!resumable) return 'This server doesn’t send again what was missed while Bellhop is away.';
  return found.dialect === 'rows'
    ? 'Nothing is lost while Bellhop is away: the server sends what was missed.'
    : 'What was missed while Bellhop is away comes too, as far as the server still has it.';
}

/** A page names a hub on another server, which must not get the credential that was given for this one. */
export function sayElsewhere(hub: string): TestResult {
  const text = `The notifications of this page come from ${new URL(hub).host}. Give that address, with the credential for it: ${hub}`;
  return { ok: false, text, detail: null, signIn: false, assume: null };
}

/** Answers that settle it: adding the address anyway would lead nowhere. */
const SETTLED = ['not-a-stream', 'no-content', 'not-found'];

/** @param assume what the address most likely is */
export function sayRefused(sight: Sight, assume: Found, access: Access): TestResult {
  if (sight.kind === 'silent') {
    const text =
      'The server has not answered yet. Some answer only with their first notification: you can add it and see.';
    return { ok: false, text, detail: null, signIn: false, assume };
  }
  if (sight.kind === 'stream') {
    const text = 'The server sends something that Bellhop can’t read: it is no JSON.';
    return { ok: false, text, detail: sight.event?.data.slice(0, 200) ?? null, signIn: false, assume: null };
  }
  const cause = sight.kind === 'answer' ? sight.refusal : sight;
  const words = describe({ ...cause, livedMs: 0, retryMs: null }, access);
  const reason = access === 'anonymous' ? unknown(words, assume) : say(en, words.says);
  const mayBeLogin =
    ['sign-in', 'redirect'].includes(words.code) || (access === 'anonymous' && words.code === 'unauthorized');
  return {
    ...{ ok: false, text: `The server ${reason}.`, detail: words.detail },
    signIn: mayBeLogin && !wantsToken(assume),
    assume: SETTLED.includes(words.code) ? null : assume,
  };
}

/** What a server means that doesn't know who asks. */
function unknown({ code, says }: Described, assume: Found): string {
  if (code === 'unauthorized') {
    return wantsToken(assume) ? 'wants a credential' : 'wants you to sign in, or a credential';
  }
  return code === 'forbidden' ? 'lets nobody listen here without a credential' : say(en, says);
}

/** Their streams go by a token or a password; being signed in on their pages is something else. */
const wantsToken = ({ dialect }: Found): boolean => dialect === 'ntfy' || dialect === 'json';
