import type { ActionView, Gap, RequestArgs } from '../../preload/contract.ts';
import type { Action } from '../notice.ts';
import type { StoredGap } from '../store/journal.ts';
import { listNotices } from '../store/listing.ts';
import { readNotice, readVerdicts } from '../store/notices.ts';
import { otherTextSize } from '../text-size.ts';
import { en } from '../words/en.ts';
import { sayStored } from '../words/message.ts';
import { Refusal } from '../words/refusal.ts';
import type { Words } from '../words/words.ts';
import { createActionRequests } from './action-requests.ts';
import { createDesktopRequests } from './desktop-requests.ts';
import { createDoctorRequests } from './doctor-requests.ts';
import { type Handlers, NOTHING_IN_VIEW, type RequestParts } from './handlers.ts';
import { createHistoryExportRequests } from './history-export-requests.ts';
import { createMediaRequests } from './media-requests.ts';
import { createPolicyRequests } from './policy-requests.ts';
import { createPortabilityRequests } from './portability-requests.ts';
import { createSearchRequest } from './search-request.ts';
import { createSignInRequest } from './sign-in-request.ts';
import { createSourceRequests } from './source-requests.ts';
import { readState } from './state.ts';
import { createTriageRequests } from './triage-requests.ts';
import { explain, wasToasted } from './why.ts';

/** What the window may ask for, answered from the store and the settings. */
export function createRequests(parts: RequestParts): Handlers {
  const { db, host, changed, settings } = parts;
  const triage = createTriageRequests(parts);

  function setPreferences(part: RequestArgs<'setPreferences'>): null {
    const before = settings.read();
    const given = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
    settings.write({ ...before, preferences: { ...before.preferences, ...given } });
    if (part.storeSecretsInFile !== undefined) parts.credentials.relocate();
    if (part.keepDays !== undefined || part.keepCount !== undefined) parts.retention.look();
    if (part.language !== undefined) changed.notices(); // their gaps and whys are fetched, not pushed
    changed.state();
    return null;
  }

  return {
    getState(_, words = en) {
      parts.inView.set(NOTHING_IN_VIEW); // a new page begins: what an earlier one reported went with it
      return { state: readState(parts, words), show: host.takeShown() };
    },
    readState: (_, words = en) => readState(parts, words),
    listNotices({ filter, before, limit }, words = en) {
      const page = listNotices(db, filter, before, limit);
      return { ...page, gaps: page.gaps.map((gap) => sayGap(words, gap)) };
    },
    getNotice({ id }, words = en) {
      const stored = readNotice(db, id);
      if (!stored) return null;
      const { arrival, actions, ...notice } = stored;
      const verdicts = readVerdicts(db, id);
      return {
        ...notice,
        actions: actions.map(toView),
        toasted: wasToasted(stored.readAt, verdicts),
        why: explain(words, stored, verdicts),
      };
    },
    async openLink({ id }) {
      const link = readNotice(db, id)?.link;
      if (!link) throw new Refusal('noLink');
      await host.openLink(link);
      triage.markRead({ ids: [id], read: true });
      return null;
    },
    copyText({ text }) {
      host.copyText(text);
      return null;
    },
    setPreferences,
    changeTextSize: ({ by }) =>
      setPreferences({ textSize: otherTextSize(settings.read().preferences.textSize, by) }),
    setSavedFilters({ filters }) {
      settings.write({ ...settings.read(), savedFilters: filters });
      changed.state();
      return null;
    },
    dismissProblem({ id }) {
      parts.problems.dismiss(id);
      return null;
    },
    reportView(view) {
      parts.inView.set(view);
      return null;
    },
    ...triage,
    ...createSourceRequests(parts),
    ...createActionRequests(parts, (id) => triage.markRead({ ids: [id], read: true })),
    ...createSearchRequest(parts),
    ...createMediaRequests(parts),
    ...createDoctorRequests(parts),
    ...createPolicyRequests(parts),
    ...createSignInRequest(parts),
    ...createPortabilityRequests(parts),
    ...createHistoryExportRequests(parts),
    ...createDesktopRequests(parts),
  };
}

function sayGap(words: Words, { text, says, ...gap }: StoredGap): Gap {
  return { ...gap, why: sayStored(words, says, text) };
}

/** Without what the window needn't know: headers and body may hold the server's secrets. */
function toView(action: Action): ActionView {
  const { kind, label } = action;
  return { kind, label, target: action.kind === 'copy' ? action.text : action.url };
}
