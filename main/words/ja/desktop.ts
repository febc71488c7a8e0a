import type { Words } from '../words.ts';

const number = (n: number): string => n.toLocaleString('ja');

export const desktop: Words['desktop'] = {
  comma: '、',

  toast: {
    one: '新しい通知',
    several: (n) => `新しい通知 ${number(n)} 件`,
    whileQuiet: (n) => `おやすみ時間中の通知 ${number(n)} 件`,
    from: (source, n) => `${source} ${number(n)} 件`,
    urgent: (n) => `緊急 ${number(n)} 件`,
    high: (n) => `重要 ${number(n)} 件`,
    removedSource: '削除された通知元',
  },

  couldNotStart: 'Bellhop を起動できませんでした',

  tray: {
    tooltip: (state) => `Bellhop: ${state}`,
    nothingUnread: '未読なし',
    unread: (n) => `未読 ${number(n)} 件`,
    paused: (until) => (until === null ? 'ポップアップを一時停止中' : `ポップアップを一時停止中（${until}）`),
    quiet: (until) => `おやすみ時間（${until}）`,
    untilTime: (time) => `${time} まで`,
    untilDay: (weekday, time) => `${weekday} ${time} まで`,

    nothingToConnect: '接続する通知元がありません',
    connecting: '接続中…',
    connected: '接続済み',
    oneDisconnected: (source) => `${source} に接続していません`,
    manyDisconnected: (n) => `${number(n)} 件の通知元に接続していません`,

    open: '受信箱を開く',
    openUnread: (n) => `受信箱を開く（未読 ${number(n)} 件）`,
    markAllRead: 'すべて既読にする',
    pause: 'ポップアップを一時停止',
    forAnHour: '1 時間',
    untilTomorrow: '明日の朝まで',
    untilResumed: '再開するまで',
    arePaused: (until) =>
      until === null ? 'ポップアップは一時停止中' : `ポップアップは一時停止中（${until}）`,
    resume: 'ポップアップを再開',
    quit: 'Bellhop を終了',
  },

  menu: {
    about: 'Bellhop について',
    services: 'サービス',
    hide: 'Bellhop を非表示',
    hideOthers: 'ほかを非表示',
    showAll: 'すべてを表示',
    quit: 'Bellhop を終了',
    edit: '編集',
    undo: '取り消す',
    redo: 'やり直す',
    cut: 'カット',
    copy: 'コピー',
    paste: 'ペースト',
    pasteAndMatch: 'ペーストしてスタイルを合わせる',
    remove: '削除',
    selectAll: 'すべてを選択',
    view: '表示',
    biggerText: '文字を拡大',
    smallerText: '文字を縮小',
    usualText: '文字を標準サイズに戻す',
    window: 'ウインドウ',
    minimize: 'しまう',
    zoom: '拡大／縮小',
    close: 'ウインドウを閉じる',
    bringToFront: 'すべてを手前に移動',
  },

  signIn: {
    title: 'サインイン',
    at: (host) => `${host} – サインイン`,
    notEncrypted: (host) => `${host}（暗号化されていません）– サインイン`,
  },
};
