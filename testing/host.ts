import type { Badge, Host, Toast, ToastResult } from '../main/host.ts';
import { recorder } from './recorder.ts';

/** A host that remembers what it was given, on a desktop that the test arranges. No keyring. */
export function testHost() {
  const toasts = recorder<Toast & { click: () => void }>();
  const badges = recorder<Badge>();
  const desktop = { focused: false, answer: { shown: true } as ToastResult };
  const withdrawn: number[] = [];
  const opened: string[] = [];
  const copied: string[] = [];
  const shown: (number | null)[] = [];
  const refuse = () => {
    throw new Error('There is no keyring.');
  };
  const host: Host = {
    async toast(toast, click) {
      toasts.push({ ...toast, click });
      return desktop.answer;
    },
    withdraw: (id) => withdrawn.push(id),
    badge: badges.push,
    openLink: async (url) => void opened.push(url),
    copyText: (text) => copied.push(text),
    showInbox: (notice) => shown.push(notice),
    takeShown: () => shown.pop() ?? null,
    focused: () => desktop.focused,
    fetch: () => fetch,
    onWake: () => {},
    secrets: { available: false, seal: refuse, open: refuse },
  };
  return { host, desktop, toasts, badges, withdrawn, opened, copied, shown };
}
