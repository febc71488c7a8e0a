import type { problems as english, startTroubles as englishStart } from '../en/problems.ts';

export const problems: typeof english = {
  toastLost: 'ポップアップを処理できませんでした。',
  signInNotKept: (source) => `「${source}」へのサインインを保存できませんでした。`,
  snoozeStuck: 'スヌーズした通知を戻せませんでした。',
  quietFailed: 'おやすみ時間を管理できませんでした。',
  notTidied: '古い通知を削除できませんでした。',
  notDeleted: '削除した通知を消去できませんでした。',
  notSearchable: '古い通知を検索できるようにできませんでした。',
  journalFailed: '記録を書き込めません。',
  unsaved: '変更を保存できませんでした。',
  damagedNow:
    '履歴が壊れています。Bellhop を終了してもう一度起動してください。新しい履歴が作られ、サーバーから取得し直します。',
  unreadableNow: '履歴を読み取れません。',
  historyReplaced: '履歴が壊れていました。新しい履歴を作り、サーバーから取得し直します。',
  damagedKeptAs: (file) => `壊れたファイルは ${file} に残してあります`,
  settingsDamaged: '設定ファイルが壊れていました。',
  secretsDamaged: '保護された認証情報のファイルが壊れていました。',
  fileReplaced: (fault, instead, file) =>
    `ファイルを読み取れませんでした（${fault}）。${instead}壊れたファイルは ${file} に残してあります`,
  lastGoodIsBack: '最後の正常なコピーに戻しました。',
  beganWithDefaults: '初期設定から始めました。',
  ruleUnusable: '使えないルールがあります。',
  commandUnreachable: 'コマンド「bellhop」がこの Bellhop に接続できません。',
  sourceNotAdded: (address) => `${address} を通知元として追加できませんでした。`,
};

export const startTroubles: typeof englishStart = {
  folderOnFullDisk: (folder, detail) =>
    `ディスクがいっぱいで、データフォルダー ${folder} を開けません。空きを増やしてから、もう一度起動してください。（${detail}）`,
  folderNotWritable: (folder, detail) =>
    `データフォルダー ${folder} に書き込めません。このアカウントの書き込みを許可するか、--data で別のフォルダーを指定してください。（${detail}）`,
  folderHeld: (folder, detail) =>
    `${folder} にある Bellhop の履歴を、ほかのプログラムが使用中です。閉じてから Bellhop をもう一度起動してください。（${detail}）`,
  folderMixedUp: (folder, detail) =>
    `データフォルダー ${folder} で、ファイルとフォルダーが入れ替わっています。（${detail}）`,
  folderInUse: (holder, folder) => `データフォルダー ${folder} はすでに使用中です（${holder}）。`,
  newerHistory: (schema, known) =>
    `履歴は新しい Bellhop で書かれています（スキーマ ${schema}、このバージョンは ${known} まで）。新しいバージョンを起動するか、ファイルを移動して新しい履歴を始めてください。`,
};
