/** 日本語：文は「です・ます」、ラベルは体言止め。 */
import type { Catalogue } from '../en/index.ts';
import { numbersIn } from '../numbers.ts';
import { noticeText } from './notice.ts';
import { sourceText } from './source.ts';
import { tuneText } from './tune.ts';

const { number } = numbersIn('ja');

export const ja: Catalogue = {
  writing: { direction: 'ltr' },

  nav: {
    label: '表示と通知元',
    open: '表示と通知元',
    close: '閉じる',
    inbox: '受信箱',
    unread: '未読',
    snoozed: 'スヌーズ中',
    archived: 'アーカイブ',
    sources: '通知元',
    add: '通知元を追加…',
    settings: '設定',
    unreadCount: (n) => `未読 ${number(n)} 件`,
    snoozedCount: (n) => `スヌーズ中 ${number(n)} 件`,
    muted: 'ポップアップなし',
  },
  phrase: {
    of: (what, which) => `${what}: ${which}`,
    sentence: (words) => `${words}。`,
  },
  health: {
    live: '接続済み',
    connecting: '接続中',
    waiting: '未接続',
    stopped: '要対応',
    off: 'オフ',
  },

  list: {
    label: '通知',
    markAllRead: 'すべて既読にする',
    aboutSource: (name) => `${name} について`,
    unread: '未読',
    urgent: '緊急',
    high: '重要',
    newAbove: (n) => `新しい通知 ${number(n)} 件`,
    failed: '一覧を読み込めませんでした。',
    tryAgain: 'やり直す',
    removedSource: '削除された通知元',
    gap: (when, count) => (count === 1 ? when : `${when}（${number(count)} 回）`),
    gapWhy: (source, why) => `${source}: ${why}。`,
    gapHint: '経過を表示',
    announceOne: (title, source) => `${source} からの新しい通知: ${title}`,
    announceMany: (n) => `新しい通知 ${number(n)} 件`,
  },

  detail: {
    label: '通知',
    close: '閉じる',
    back: '一覧に戻る',
    openLink: 'リンクを開く',
    markRead: '既読にする',
    markUnread: '未読にする',
    copy: 'コピー',
    copied: 'コピーしました',
    remove: '削除',
    heading: (source) => `${source} からの通知`,
    whyToast: 'ポップアップが出た理由',
    whyNoToast: 'ポップアップが出なかった理由',
    none: '通知が選択されていません',
    noneUnread: (n) => (n === 0 ? '未読はありません' : `未読の通知 ${number(n)} 件`),
    gone: 'この通知は削除されました。',
    keysHint: 'ショートカット一覧',
    moveHint: '移動',
    openHint: 'リンクを開く',
    attachments: '添付ファイル',
    inBrowser: 'ブラウザで開く',
    until: (when) => `${when}まで`,
    wasThereUntil: (when) => `${when}まで入手可能でした`,
    running: 'サーバーに問い合わせています…',
    targets: {
      view: (target) => target,
      copy: (target) => `「${target}」をコピー`,
      http: (target) => `${target} を呼び出す`,
    },
    raw: 'サーバーが送ってきた内容',
  },

  empty: {
    welcome: 'まだベルは鳴っていません',
    welcomeText:
      '通知を送るサーバーをつないでください。Bellhop は接続を保ち、このコンピュータに履歴を残し、届いたらポップアップでお知らせします。',
    addFirst: '通知元を追加',
    nothing: 'まだ何もありません',
    nothingText: (name) => `${name} からの通知がここに表示されます。`,
    nothingAny: '通知元からの通知がここに表示されます。',
    noneSnoozed: 'スヌーズ中の通知はありません',
    noneSnoozedText: '通知を選んで s を押すと、あとでもう一度届きます。',
    noneArchived: 'アーカイブした通知はありません',
    noneArchivedText: '用が済んだ通知は、e を押してアーカイブできます。',
    allRead: 'すべて既読です',
    allReadText: '新しい通知が届くと、ここに表示されます。',
    off: (name) => `${name} はオフになっているため、何も届きません。`,
    turnOn: 'オンにする',
  },

  banner: {
    label: '接続',
    many: (n) => `${number(n)} 件の通知元に接続していません。`,
    show: '表示',
    hide: '隠す',
    credential: 'トークンまたはパスワードの再入力が必要です。',
    session: 'もう一度サインインしてください。',
    silence: 'まだ応答がありません。',
    hints: {
      unauthorized: '認証情報を確認してください。',
      forbidden: '認証情報を確認してください。',
      'not-found': 'アドレスを確認してください。',
      'not-a-stream': 'アドレスを確認してください。',
      redirect: 'アドレスを確認してください。',
    },
    trying: '再試行しています…',
    inSeconds: (n) => `${n} 秒後に再試行します。`,
    inMinutes: (n) => `${n} 分後に再試行します。`,
    tryNow: '今すぐ試す',
    edit: '編集',
  },

  problems: { label: '問題', dismiss: '閉じる' },

  ...noticeText,
  ...sourceText,
  ...tuneText,

  settings: {
    title: '設定',
    toasts: 'ポップアップ',
    pausedText: '一時停止中も、通知は受信箱に届きます。',
    hideText: 'ポップアップに通知の本文を表示しない',
    hideTextText: '通知元の名前だけを表示します。画面を共有するときのために。',
    appearance: '外観',
    theme: 'テーマ',
    language: '言語',
    systemLanguage: 'システムに合わせる',
    wordsMissing: 'この言語の表示文を読み込めませんでした。',
    themes: { system: 'システム', light: 'ライト', dark: 'ダーク' },
    secrets: '認証情報',
    secretsText: {
      keyring: 'トークンとパスワードは、このコンピュータのキーリングに保存されます。',
      file: 'トークンとパスワードは、このアカウントだけが読めるファイルに保存されます。',
      session: 'このコンピュータにはキーリングがないため、トークンとパスワードは終了時に破棄されます。',
    },
    inFile: '認証情報を非公開のファイルに保存する',
    inFileText: 'あなたのファイルを読める人は、これも読めます。',
    version: (v) => `Bellhop ${v}`,
    keys: 'キーボードショートカット',
  },

  keys: {
    title: 'キーボードショートカット',
    names: { Shift: 'Shift', Ctrl: 'Ctrl', Enter: 'Enter', Delete: 'Delete', Esc: 'Esc' },
    list: {
      next: '次の通知',
      previous: '前の通知',
      open: 'リンクを開く',
      read: '既読にする',
      unread: '既読／未読を切り替える',
      choose: 'この通知も選択する',
      chooseRange: '範囲を選択する',
      chooseAll: '読み込み済みをすべて選択する',
      copy: '本文をコピーする',
      menu: 'できることを一覧で表示する',
      archive: 'アーカイブする、または戻す',
      snooze: 'スヌーズする',
      delete: '削除する',
      undo: '取り消す',
      search: '検索する',
      goToList: '受信箱・未読・スヌーズ中・アーカイブへ',
      goToSource: '通知元へ',
      close: '開いているものを閉じる',
      help: 'このショートカット一覧',
    },
  },

  confirm: {
    cancel: 'キャンセル',
  },

  system: {
    title: 'このコンピュータで',
    login: 'コンピュータの起動時に開始',
    loginText: 'ウインドウを開かず、トレイで動きます。',
    shortcut: '受信箱を開くショートカット',
    shortcutText: 'どこからでも使えます。空欄なら使いません。',
  },

  takeAlong: {
    title: '持ち運び',
    passphrase: '認証情報のパスフレーズ',
    passphraseHint: '空欄なら認証情報は含めません',
    export: '設定を書き出す…',
    import: '設定を読み込む…',
    importNow: '読み込む',
    exported: (sources, credentials) =>
      `書き出しました: 通知元 ${number(sources)} 件、認証情報 ${number(credentials)} 件。`,
    would: (sources, rules, settings) =>
      `通知元 ${number(sources)} 件とルール ${number(rules)} 件を追加し、設定 ${number(settings)} 件を変更します。今あるものはそのまま残ります。`,
    hasCredentials: '認証情報が含まれています。引き継ぐには、上にパスフレーズを入力してください。',
    imported: (sources, rules) => `追加しました: 通知元 ${number(sources)} 件、ルール ${number(rules)} 件。`,
    historyJson: '履歴を JSON Lines で書き出す…',
    historyCsv: '履歴を CSV で書き出す…',
    writing: '履歴を書き出しています',
  },

  triage: {
    snooze: 'スヌーズ',
    undo: '取り消す',
    snoozeTitle: 'いつまでスヌーズしますか',
    choices: {
      hours: 'あとで',
      evening: '今日の夕方',
      tomorrow: '明日',
      monday: '来週',
    },
    ownMoment: '日時を指定',
    backAt: (when) => `${when} に再通知`,
    repeats: (n) => `${n}×`,
    repeatsLong: (n) => `同じ通知 ${number(n)} 件`,
  },

  search: {
    label: '履歴を検索',
    placeholder: '検索',
    titleOf: (source) => (source === undefined ? '検索' : `${source} 内を検索`),
    nothing: '見つかりません',
    nothingText: '言葉を減らすか、言葉の先頭だけで試してください。',
    found: (n, more) => (n === 0 ? '見つかりません' : `${number(n)} 件${more ? '以上' : ''}見つかりました`),
    indexing: '古い通知の索引を作成しています。',
  },

  footer: {
    live: (live, all) => `通知元 ${number(all)} 件中 ${number(live)} 件に接続`,
    noSources: '通知元なし',
    lastNotice: (when) => `最新の通知: ${when}`,
    toastsOn: 'ポップアップ オン',
    toastsPaused: 'ポップアップを一時停止中',
  },
};
