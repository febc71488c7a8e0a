/**
 * The bridge: the only thing the window can reach. It names the channels, nothing else, so that a compromised
 * page can ask for no more than the contract offers (main checks sender and arguments again).
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, PushName, WindowRequest } from './contract.ts';

// Typed lists: a request or push missing here, or one too many, is a compile error.
const requests: Record<WindowRequest, true> = {
  getState: true,
  readState: true,
  listNotices: true,
  search: true,
  getNotice: true,
  markRead: true,
  markAllRead: true,
  moveNotices: true,
  snoozeNotices: true,
  undo: true,
  openLink: true,
  openAddress: true,
  fetchImage: true,
  runAction: true,
  openAttachment: true,
  downloadAttachment: true,
  cancelDownload: true,
  showDownload: true,
  copyText: true,
  testSource: true,
  getPresets: true,
  addSource: true,
  editSource: true,
  setSourceEnabled: true,
  setSourceMuted: true,
  removeSource: true,
  retrySource: true,
  reorderSources: true,
  signIn: true,
  getJournal: true,
  diagnose: true,
  sendTest: true,
  setRules: true,
  previewRule: true,
  setQuietHours: true,
  setPaused: true,
  setPreferences: true,
  changeTextSize: true,
  setSavedFilters: true,
  exportSettings: true,
  previewImport: true,
  importSettings: true,
  exportHistory: true,
  cancelHistoryExport: true,
  setStartAtLogin: true,
  setShortcut: true,
  dismissProblem: true,
  reportView: true,
};
const pushes: Record<PushName, true> = { state: true, noticesChanged: true, show: true };

const bridge: Bridge = {
  request(name, args) {
    if (!Object.hasOwn(requests, name)) throw new Error(`Unknown request: ${name}`);
    return ipcRenderer.invoke(`bellhop:${name}`, args);
  },
  on(name, listener) {
    if (!Object.hasOwn(pushes, name)) throw new Error(`Unknown push: ${name}`);
    const onPush = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(`bellhop:${name}`, onPush);
    return () => ipcRenderer.off(`bellhop:${name}`, onPush);
  },
  platform: process.platform,
};

contextBridge.exposeInMainWorld('bellhop', bridge);
