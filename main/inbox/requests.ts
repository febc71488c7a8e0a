import {
  deleteNotices,
  listNotices,
  markAllRead,
  markRead,
  readNotice,
  readVerdicts,
} from '../store/notices.ts';
import { singleToastsOf } from '../store/toasts.ts';
import { createDoctorRequests } from './doctor-requests.ts';
import { type Handlers, NOTHING_IN_VIEW, Refusal, type RequestParts } from './handlers.ts';
import { createPolicyRequests } from './policy-requests.ts';
import { createSourceRequests } from './source-requests.ts';
import { readState } from './state.ts';
import { explain, wasToasted } from './why.ts';

/** What the window may ask for, answered from the store and the settings. */
export function createRequests(parts: RequestParts): Handlers {
  const { db, host, clock, changed, settings } = parts;

  const setRead = (ids: number[], read: boolean) => {
    markRead(db, ids, read, clock());
    if (read) withdrawToasts(ids);
    changed.notices();
  };
  const withdrawToasts = (ids: number[]) => {
    for (const toast of singleToastsOf(db, ids)) host.withdraw(toast);
  };

  return {
    getState() {
      parts.setView(NOTHING_IN_VIEW); // a new page begins: what an earlier one reported went with it
      return { state: readState(parts), show: host.takeShown() };
    },
    listNotices: ({ filter, before, limit }) => listNotices(db, filter, before, limit),
    getNotice({ id }) {
      const stored = readNotice(db, id);
      if (!stored) return null;
      const { arrival, ...notice } = stored;
      const verdicts = readVerdicts(db, id);
      return { ...notice, toasted: wasToasted(stored.readAt, verdicts), why: explain(stored, verdicts) };
    },
    markRead({ ids, read }) {
      setRead(ids, read);
      return null;
    },
    markAllRead({ source }) {
      const marked = markAllRead(db, source, clock());
      withdrawToasts(marked);
      changed.notices();
      return { marked: marked.length };
    },
    deleteNotices({ ids }) {
      withdrawToasts(ids);
      deleteNotices(db, ids);
      changed.notices();
      return null;
    },
    async openLink({ id }) {
      const link = readNotice(db, id)?.link;
      if (!link) throw new Refusal('This notification has no link.');
      await host.openLink(link);
      setRead([id], true);
      return null;
    },
    copyText({ text }) {
      host.copyText(text);
      return null;
    },
    setPreferences(part) {
      const before = settings.read();
      const given = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
      settings.write({ ...before, preferences: { ...before.preferences, ...given } });
      if (part.storeSecretsInFile !== undefined) parts.credentials.relocate();
      changed.state();
      return null;
    },
    dismissProblem({ id }) {
      parts.problems.dismiss(id);
      return null;
    },
    reportView(view) {
      parts.setView(view);
      return null;
    },
    ...createSourceRequests(parts),
    ...createDoctorRequests(parts),
    ...createPolicyRequests(parts),
  };
}
