import type { Credential, DiagnosisStep } from '../../preload/contract.ts';
import { type Access, type Described, describe } from '../feed/describe.ts';
import type { FeedState } from '../feed/state.ts';
import { say } from '../words/message.ts';
import type { Words } from '../words/words.ts';
import { adviceFor } from './advice.ts';
import { checkHeartbeat } from './heartbeat-step.ts';
import { ahead, failed, lasting, ok, skipped, unknown } from './step.ts';
import type { Tried } from './try-stream.ts';

export type ConnectionFacts = {
  url: string;
  credentialKind: Credential['kind'];
  /** It is needed and can't be had. */
  credentialMissing: boolean;
  access: Access;
  tried: Tried;
  /** For a server that didn't answer: something takes connections there. Null: not looked. */
  listening: boolean | null;
  /** Bellhop's own connection; null while Bellhop isn't running. */
  feed: FeedState | null;
  /** How often the feed ended a silent connection lately. */
  stalls: number;
  /** How often the server gives a sign of life, as far as is known. */
  heartbeatMs: number | null;
  now: number;
};

/** The doctor's own connection, read step by step in the light of what the running feed knows. Pure. */
export function readConnection(words: Words, facts: ConnectionFacts): DiagnosisStep[] {
  const outcome = readOutcome(facts);
  return [
    serverStep(words, facts, outcome),
    tlsStep(words, facts, outcome),
    authStep(words, facts, outcome),
    streamStep(words, facts, outcome),
    checkHeartbeat(words, facts, outcome.kind === 'open'),
  ];
}

/** How far it came. */
type Outcome =
  | { kind: 'open' }
  /** The server took the request and has said nothing. */
  | { kind: 'silent' }
  /** The server said no. */
  | { kind: 'refused'; why: Described }
  | { kind: 'untrusted'; why: Described }
  | { kind: 'unreached'; why: Described };

function readOutcome({ tried, access }: ConnectionFacts): Outcome {
  if (tried.hello) return { kind: 'open' };
  if (['closed', 'stalled', 'ended'].includes(tried.ending.kind)) return { kind: 'silent' };
  const why = describe(tried.ending, access);
  if (tried.ending.kind === 'refused' || why.code === 'redirect' || why.code === 'sign-in') {
    return { kind: 'refused', why };
  }
  return { kind: why.code === 'certificate' ? 'untrusted' : 'unreached', why };
}

/** Where no words are known for it, the technical ones are better than none. */
function sentence(words: Words, { code, says, detail }: Described): string {
  const trouble = say(words, says);
  const told = code === 'failed' && detail ? `${trouble} (${detail})` : trouble;
  return words.messages.theServer(told);
}
const help = (words: Words, { code, detail }: Described) => adviceFor(words, code, detail);

function serverStep(
  words: Words,
  { url, tried, listening, feed }: ConnectionFacts,
  outcome: Outcome,
): DiagnosisStep {
  const { doctor } = words;
  const { host } = new URL(url);
  if (outcome.kind === 'unreached') {
    return failed('server', sentence(words, outcome.why), help(words, outcome.why));
  }
  if (outcome.kind !== 'silent') return ok('server', doctor.answers(host));
  const waited = lasting(words, tried.limitMs);
  if (listening || feed?.kind === 'open') return ok('server', doctor.takesButSilent(host, waited));
  return failed('server', doctor.isSilent(host, waited), adviceFor(words, 'timeout', null));
}

function tlsStep(words: Words, { url, credentialKind }: ConnectionFacts, outcome: Outcome): DiagnosisStep {
  const { doctor } = words;
  if (new URL(url).protocol === 'http:') {
    const secret = credentialKind !== 'none' && !isThisMachine(url);
    return skipped('tls', doctor.unencrypted, secret ? doctor.useHttps : null);
  }
  if (outcome.kind === 'untrusted') {
    return failed('tls', sentence(words, outcome.why), help(words, outcome.why));
  }
  if (outcome.kind === 'unreached') return skipped('tls', doctor.notReached);
  if (outcome.kind === 'silent') return unknown('tls', doctor.noAnswerYet);
  return ok('tls', doctor.encrypted);
}

const isThisMachine = (url: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);

const DENIALS = ['unauthorized', 'forbidden', 'redirect', 'sign-in'];

function authStep(words: Words, facts: ConnectionFacts, outcome: Outcome): DiagnosisStep {
  const { doctor } = words;
  const { credentialKind, credentialMissing, feed } = facts;
  const isDenied = outcome.kind === 'refused' && DENIALS.includes(outcome.why.code);
  if (outcome.kind === 'unreached' || outcome.kind === 'untrusted') return skipped('auth', doctor.notReached);
  if (credentialMissing && outcome.kind !== 'open') {
    return feed === null
      ? unknown('auth', doctor.onlyRunningReads, doctor.startAndAsk)
      : failed('auth', doctor.credentialGone, doctor.giveAgain);
  }
  if (isDenied) {
    const { why } = outcome;
    const stranger = credentialKind === 'none';
    // ntfy's no to whom it doesn't know: there is no account yet that it could let listen.
    if (stranger && why.code === 'forbidden')
      return failed('auth', words.probe.forbidsStrangers, doctor.giveOne);
    const bare = stranger && why.code === 'unauthorized';
    return failed('auth', sentence(words, why), bare ? doctor.giveOne : help(words, why));
  }
  if (outcome.kind !== 'open') return unknown('auth', doctor.neitherYesNorNo);
  return ok('auth', credentialKind === 'none' ? doctor.asksForNone : doctor.accepts);
}

function streamStep(words: Words, facts: ConnectionFacts, outcome: Outcome): DiagnosisStep {
  const { doctor } = words;
  const { feed, now } = facts;
  if (feed?.kind === 'open') {
    const text = doctor.connectedFor(lasting(words, now - feed.since));
    const { missing } = feed;
    if (missing) {
      const missed = doctor.missedNotHad(say(words, missing.why.says));
      return failed('stream', words.together(text, missed), help(words, missing.why));
    }
    if (outcome.kind !== 'refused') return ok('stream', text);
    return ok('stream', words.together(text, doctor.secondRefused(say(words, outcome.why.says))));
  }
  switch (outcome.kind) {
    case 'unreached':
    case 'untrusted':
      return skipped('stream', doctor.notReached);
    case 'refused':
      return DENIALS.includes(outcome.why.code)
        ? skipped('stream', doctor.notLetIn)
        : failed('stream', sentence(words, outcome.why), help(words, outcome.why));
    case 'silent':
      return unknown('stream', doctor.tookRequest);
    case 'open':
      return openedStep(words, feed, now);
  }
}

/** The doctor's connection opened while Bellhop's own isn't. */
function openedStep(words: Words, feed: FeedState | null, now: number): DiagnosisStep {
  const { doctor } = words;
  if (feed?.kind !== 'waiting' && feed?.kind !== 'stopped') return ok('stream', doctor.canCome);
  const trouble = say(words, feed.why.says);
  const text =
    feed.until === null
      ? doctor.worksNow(trouble)
      : doctor.worksNowRetries(trouble, ahead(words, Math.max(0, feed.until - now)));
  return failed('stream', text, doctor.useTryNow);
}
