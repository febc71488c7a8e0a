import type { why as english, toastFailures as englishFailures } from '../en/why.ts';

export const why: typeof english = {
  arrivals: {
    first: '通知元を追加したときに取り込みました',
    'catch-up': '接続が途切れた後に取得しました',
    live: '接続中に届きました',
  },

  occasions: {
    update: '新しい版が届きました',
    again: '同じものがもう一度届きました',
    snooze: '時刻になり、スヌーズから戻りました',
  },

  reasons: {
    arrived: 'ポップアップを妨げるものはありませんでした',
    history: 'Bellhop に通知元を追加する前のもので、既読になっています',
    'source-off': '通知元がオフでした',
    'source-muted': '通知元はミュート中です',
    rule: 'あなたのルールが決めました',
    paused: 'ポップアップは一時停止中でした',
    'quiet-hours': 'おやすみ時間に届いたため、終了時に知らせます',
    urgent: '緊急のものはおやすみ時間にも表示します',
    'quiet-end': 'おやすみ時間が終わりました',
    'back-together': 'まとめて知らせました: 同時に複数が戻りました',
    'in-view': '受信箱が手前にあり、表示されていました',
  },
  flood: (batch, toasts, seconds) =>
    `まとめて知らせました: 一度に ${batch} 件、または ${seconds} 秒間に ${toasts} 件を超えました`,

  rules: {
    toast: (rule) => `${rule}がポップアップを求めています`,
    quiet: (rule) => `${rule}によりポップアップを控えました`,
    none: (rule) => `${rule}によりポップアップを控え、既読にしました`,
    archive: (rule) => `${rule}によりアーカイブしました`,
    urgent: (rule) => `${rule}により緊急にしました`,
    sound: (rule) => `${rule}により音を選びました`,
    hold: (rule) => `${rule}によりスヌーズしました`,
  },
  ruleCalled: (name) => `ルール「${name}」`,
  someRule: 'あなたのルール',

  readBefore: 'ポップアップの順番が来る前に読まれました',
  single: {
    waits: 'ポップアップは順番を待っています',
    handedOver: 'ポップアップをシステムに渡しました。まだ返事はありません',
    uncertain: (why) => `ポップアップは表示されたかもしれません: ${why}`,
    failed: (why) => `ポップアップは表示されませんでした: ${why}`,
    shown: 'ポップアップを表示しました',
  },
  digest: {
    waits: 'まとめのポップアップは順番を待っています',
    handedOver: 'まとめのポップアップをシステムに渡しました。まだ返事はありません',
    uncertain: (why) => `まとめのポップアップは表示されたかもしれません: ${why}`,
    failed: (why) => `まとめのポップアップは表示されませんでした: ${why}`,
    shown: 'まとめのポップアップを表示しました',
  },
};

export const toastFailures: typeof englishFailures = {
  nothingLeft: '順番が来たときには既読、移動済み、または削除済みでした',
  endedBeforeAnswer: 'システムが返事をする前に Bellhop が終了しました',
  noAnswer: '表示したという返事がシステムからありませんでした',
  noToastService: 'このシステムには通知サービスがありません',
  systemRefused: (error) => `システムに拒否されました: ${error}`,
  notRunning: 'Bellhop は動いていません',
};
