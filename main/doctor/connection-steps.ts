import type { Credential, DiagnosisStep } from '../../preload/contract.ts';
import { type Access, type Described, describe } from '../feed/describe.ts';
import type { FeedState } from '../feed/state.ts';
import { en } from '../words/en.ts';
import { say } from '../words/message.ts';
import { adviceFor } from './advice.ts';
import { checkHeartbeat } from './heartbeat-step.ts';
import { failed, lasting, ok, skipped, unknown } from './step.ts';
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
export function readConnection(facts: ConnectionFacts): DiagnosisStep[] {
  const outcome = readOutcome(facts);
  return [
    serverStep(facts, outcome),
    tlsStep(facts, outcome),
    authStep(facts, outcome),
    streamStep(facts, outcome),
    checkHeartbeat(facts, outcome.kind === 'open'),
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
const sentence = ({ code, says, detail }: Described) =>
  `The server ${say(en, says)}${code === 'failed' && detail ? ` (${detail})` : ''}.`;
const help = ({ code, detail }: Described) => adviceFor(code, detail);
const NOT_REACHED = 'Not reached.';

function serverStep({ url, tried, listening, feed }: ConnectionFacts, outcome: Outcome): DiagnosisStep {
  const { host } = new URL(url);
  if (outcome.kind === 'unreached') return failed('server', sentence(outcome.why), help(outcome.why));
  if (outcome.kind !== 'silent') return ok('server', `${host} answers.`);
  const waited = `has not answered within ${lasting(tried.limitMs)}`;
  if (listening || feed?.kind === 'open') return ok('server', `${host} takes connections, and ${waited}.`);
  return failed('server', `${host} ${waited}.`, adviceFor('timeout', null));
}

function tlsStep({ url, credentialKind }: ConnectionFacts, outcome: Outcome): DiagnosisStep {
  if (new URL(url).protocol === 'http:') {
    const secret = credentialKind !== 'none' && !isThisMachine(url);
    const advice = secret
      ? 'Use https:// if the server offers it: the credential can be read on the way.'
      : null;
    return skipped('tls', 'The address begins with http://: the connection is not encrypted.', advice);
  }
  if (outcome.kind === 'untrusted') return failed('tls', sentence(outcome.why), help(outcome.why));
  if (outcome.kind === 'unreached') return skipped('tls', NOT_REACHED);
  if (outcome.kind === 'silent') return unknown('tls', 'No answer yet.');
  return ok('tls', 'The connection is encrypted, and the server has proved who it is.');
}

const isThisMachine = (url: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);

const DENIALS = ['unauthorized', 'forbidden', 'redirect', 'sign-in'];

function authStep(facts: ConnectionFacts, outcome: Outcome): DiagnosisStep {
  const { credentialKind, credentialMissing, feed } = facts;
  const isDenied = outcome.kind === 'refused' && DENIALS.includes(outcome.why.code);
  if (outcome.kind === 'unreached' || outcome.kind === 'untrusted') return skipped('auth', NOT_REACHED);
  if (credentialMissing && outcome.kind !== 'open') {
    return feed === null
      ? unknown('auth', 'Only the running Bellhop can read the credential.', START)
      : failed('auth', 'The credential is not here any more.', 'Give it again in the source’s settings.');
  }
  if (isDenied) {
    const bare = credentialKind === 'none' && outcome.why.code === 'unauthorized';
    const advice = bare
      ? 'Give the source a credential in its settings, or sign in there.'
      : help(outcome.why);
    return failed('auth', sentence(outcome.why), advice);
  }
  if (outcome.kind !== 'open') return unknown('auth', 'The server has said neither yes nor no.');
  return ok(
    'auth',
    credentialKind === 'none' ? 'The server asks for none.' : 'The server accepts the credential.',
  );
}

const START = 'Start Bellhop, and ask again.';

function streamStep(facts: ConnectionFacts, outcome: Outcome): DiagnosisStep {
  const { feed, now } = facts;
  if (feed?.kind === 'open') {
    const second =
      outcome.kind === 'refused' ? ` A second one was refused: the server ${say(en, outcome.why.says)}.` : '';
    return ok('stream', `Bellhop has been connected for ${lasting(now - feed.since)}.${second}`);
  }
  switch (outcome.kind) {
    case 'unreached':
    case 'untrusted':
      return skipped('stream', NOT_REACHED);
    case 'refused':
      return DENIALS.includes(outcome.why.code)
        ? skipped('stream', 'Not let in.')
        : failed('stream', sentence(outcome.why), help(outcome.why));
    case 'silent':
      return unknown(
        'stream',
        'The server took the request. Some answer only with their first notification.',
      );
    case 'open':
      return openedStep(feed, now);
  }
}

/** The doctor's connection opened while Bellhop's own isn't. */
function openedStep(feed: FeedState | null, now: number): DiagnosisStep {
  if (feed?.kind !== 'waiting' && feed?.kind !== 'stopped') return ok('stream', 'Notifications can come.');
  const pause = feed.until === null ? '' : `, and tries again in ${lasting(Math.max(0, feed.until - now))}`;
  return failed(
    'stream',
    `It works now, but Bellhop’s own connection failed before (the server ${say(en, feed.why.says)})${pause}.`,
    'Use “Try now” on the source’s page.',
  );
}
