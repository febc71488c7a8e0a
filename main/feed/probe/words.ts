import type { Found, TestResult } from '../../../preload/contract.ts';
import { say } from '../../words/message.ts';
import type { Words } from '../../words/words.ts';
import { type Access, type Described, describe } from '../describe.ts';
import { dialects } from '../dialects.ts';
import { presetAt } from '../presets.ts';
import type { Sight } from './sight.ts';

/** What the probe tells a person. */

export function sayConnected(words: Words, found: Found, sight: Sight & { kind: 'stream' }): TestResult {
  const greeted = greeting(words, found);
  const more = replay(words, found, sight);
  return { ok: true, text: more === null ? greeted : words.together(greeted, more), found };
}

function greeting({ probe }: Words, { dialect, url }: Found): string {
  switch (dialect) {
    case 'rows':
      return probe.connected;
    case 'ntfy':
      return probe.connectedTo('ntfy');
    case 'mercure':
      return probe.connectedTo(probe.aMercureHub);
    case 'json': {
      const known = presetAt(url)?.name;
      return known ? probe.connectedTo(known) : probe.readableSoFar;
    }
  }
}

/** What becomes of what is missed; null where it can't be told. An event with an id says that one can go on from there. */
function replay(
  { probe }: Words,
  found: Found,
  { headers, event }: Sight & { kind: 'stream' },
): string | null {
  if (found.dialect === 'json' && event === null && !presetAt(found.url)) return null;
  const cursor = found.dialect === 'mercure' ? 'any' : event?.id || null;
  const { resumable } = dialects[found.dialect](found).hello(headers, { cursor, greetedAt: null });
  if (!resumable) return probe.neverAgain;
  return found.dialect === 'rows' ? probe.nothingLost : probe.missedComes;
}

/** A page names a hub on another server, which must not get the credential that was given for this one. */
export function sayElsewhere({ probe }: Words, hub: string): TestResult {
  const text = probe.elsewhere(new URL(hub).host, hub);
  return { ok: false, text, detail: null, signIn: false, assume: null };
}

/** Answers that settle it: adding the address anyway would lead nowhere. */
const SETTLED = ['not-a-stream', 'no-content', 'not-found'];

/** @param assume what the address most likely is */
export function sayRefused(words: Words, sight: Sight, assume: Found, access: Access): TestResult {
  if (sight.kind === 'silent') {
    return { ok: false, text: words.probe.noAnswerYet, detail: null, signIn: false, assume };
  }
  if (sight.kind === 'stream') {
    const detail = sight.event?.data.slice(0, 200) ?? null;
    return { ok: false, text: words.probe.notJson, detail, signIn: false, assume: null };
  }
  const cause = sight.kind === 'answer' ? sight.refusal : sight;
  const described = describe({ ...cause, livedMs: 0, retryMs: null }, access);
  const { code, says, detail } = described;
  const stranger = access === 'anonymous' ? sayToStranger(words, described, assume) : null;
  const mayBeLogin =
    ['sign-in', 'redirect'].includes(code) || (access === 'anonymous' && code === 'unauthorized');
  return {
    ...{ ok: false, text: stranger ?? say(words, ['theServer', says]), detail },
    signIn: mayBeLogin && !wantsToken(assume),
    assume: SETTLED.includes(code) ? null : assume,
  };
}

/** What a server means that doesn't know who asks; null where that makes no difference. */
function sayToStranger({ probe }: Words, { code }: Described, assume: Found): string | null {
  if (code === 'unauthorized') {
    return wantsToken(assume) ? probe.wantsCredential : probe.wantsSignInOrCredential;
  }
  return code === 'forbidden' ? probe.forbidsStrangers : null;
}

/** Their streams go by a token or a password; being signed in on their pages is something else. */
const wantsToken = ({ dialect }: Found): boolean => dialect === 'ntfy' || dialect === 'json';
