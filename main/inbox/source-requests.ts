import { isDeepStrictEqual } from 'node:util';
import type { Credential } from '../../preload/contract.ts';
import { keepsPosition, type Stream } from '../feed/feeds.ts';
import { presets } from '../feed/presets.ts';
import { probe } from '../feed/probe/probe.ts';
import { isSameServer } from '../feed/same-server.ts';
import { removeHistory } from '../leaving.ts';
import type { Source } from '../settings/schema.ts';
import { addSource, changeSource, removeSource, reorderSources } from '../settings/sources.ts';
import { forgetFeed, forgetIdentities, readFeedMemory } from '../store/feeds.ts';
import { readJournal } from '../store/journal.ts';
import { en } from '../words/en.ts';
import { sayStored } from '../words/message.ts';
import { Refusal } from '../words/refusal.ts';
import type { Handlers, RequestParts } from './handlers.ts';

/** A page's worth: the last hours of a source in trouble, the last days of a well one. */
const JOURNAL_SHOWN = 20;

type SourceRequests = Pick<
  Handlers,
  | 'testSource'
  | 'getPresets'
  | 'addSource'
  | 'editSource'
  | 'setSourceEnabled'
  | 'setSourceMuted'
  | 'removeSource'
  | 'retrySource'
  | 'reorderSources'
  | 'getJournal'
>;

/** The requests about sources: settings and credentials first, then the feeds follow. */
export function createSourceRequests(parts: RequestParts): SourceRequests {
  const { db, host, clock, settings, credentials, feeds, journal, changed } = parts;

  const find = (id: string): Source => {
    const source = settings.read().sources.find((candidate) => candidate.id === id);
    if (!source) throw new Refusal('sourceGone');
    return source;
  };
  const refuseTwin = (url: string, except: string | null) => {
    const twin = settings.read().sources.find((source) => source.url === url && source.id !== except);
    if (twin) throw new Refusal('alreadyListens', twin.name);
  };
  /** Whoever stands behind another address must not get what was meant for this one. */
  const refuseToCarry = (from: Source, url: string) => {
    if (from.credentialKind === 'none' || isSameServer(from.url, url)) return;
    throw new Refusal('otherServersCredential', new URL(from.url).host, new URL(url).host);
  };
  const storedFor = (id: string, url: string): Credential | null => {
    refuseToCarry(find(id), url);
    return credentials.get(id);
  };
  /** The old position means nothing where it listens now: what was missed until here stays missed, and is told. */
  const beginAnew = (id: string) => {
    const { greetedAt, aliveAt } = readFeedMemory(db, id);
    forgetFeed(db, id);
    if (greetedAt === null || aliveAt === null) return;
    const now = clock();
    const span = { from: Math.min(aliveAt, now), to: now };
    journal({ at: now, source: id, kind: 'gap', says: ['listensElsewhere'], detail: null, span });
    changed.notices(); // the list shows it
  };
  const write = (id: string, part: Partial<Omit<Source, 'id'>>) =>
    settings.write(changeSource(settings.read(), id, part));
  const follow = () => {
    feeds.sync(settings.read().sources);
    changed.state();
  };

  return {
    async testSource({ url, credential, source }, words = en) {
      const used = credential ?? (source === null ? null : storedFor(source, url));
      return probe(url, used, host.fetch(source ?? 'probe'), clock, words);
    },
    getPresets: (_, words = en) =>
      presets.map((preset) => ({ ...preset, hint: words.probe.presets[preset.id] })),
    addSource({ name, url, dialect, mapping, credential }) {
      refuseTwin(url, null);
      const added = addSource(settings.read(), {
        ...{ name, url, dialect, mapping },
        credentialKind: credential.kind,
      });
      credentials.set(added.source.id, credential);
      settings.write(added.settings);
      follow();
      return { id: added.source.id };
    },
    editSource({ id, name, url, dialect, mapping, credential }) {
      const before = find(id);
      refuseTwin(url, id);
      const moved = !isSameServer(url, before.url);
      const endsSession =
        before.credentialKind === 'session' && (moved || (credential && credential.kind !== 'session'));
      if (!credential && !endsSession) refuseToCarry(before, url);
      // Whatever fails from here on, neither server gets what was given for the other.
      if (moved || endsSession) credentials.remove(id);
      if (endsSession) host.forgetSite(id);
      if (!keepsPosition(before, { url, dialect, mapping })) beginAnew(id);
      if (moved || hasOtherIds(before, { url, dialect, mapping })) forgetIdentities(db, id);
      write(id, { name, url, dialect, mapping, ...(credential ? { credentialKind: credential.kind } : {}) });
      try {
        if (credential) credentials.set(id, credential);
      } finally {
        follow();
      }
      if (credential) feeds.nudge(id, ['credentialChanged']);
      return null;
    },
    setSourceEnabled({ id, enabled }) {
      find(id);
      write(id, { enabled });
      follow();
      return null;
    },
    setSourceMuted({ id, muted }) {
      find(id);
      write(id, { muted });
      follow();
      return null;
    },
    async removeSource({ id, keepHistory }) {
      settings.write(removeSource(settings.read(), id));
      follow(); // its history may take a while to go
      credentials.remove(id);
      host.forgetSite(id);
      if (!keepHistory) await removeHistory(db, id, host.withdraw);
      changed.notices();
      return null;
    },
    retrySource({ id }) {
      find(id);
      feeds.nudge(id, ['askedToTry']);
      return null;
    },
    reorderSources({ ids }) {
      const ordered = reorderSources(settings.read(), ids);
      if (!ordered) throw new Refusal('orderAgain');
      settings.write(ordered);
      changed.state();
      return null;
    },
    getJournal: ({ source }, words = en) =>
      readJournal(db, source, JOURNAL_SHOWN).map(({ id, at, kind, text, says, detail, span }) => ({
        ...{ id, at, text: sayStored(words, says, text), detail },
        gap: kind === 'gap' ? span : null,
      })),
  };
}

/** Only a mapping's ids may be counted for each address anew; the other dialects' are their server's own, or hashes. */
function hasOtherIds(before: Stream, after: Stream): boolean {
  const [from, to] = [before.mapping?.id ?? [], after.mapping?.id ?? []];
  return to.length > 0 && (before.url !== after.url || !isDeepStrictEqual(from, to));
}
