import type { journal as english, gaps as englishGaps } from '../en/journal.ts';

const number = (n: number): string => n.toLocaleString('ja');

export const journal: typeof english = {
  isConnected: '接続しました',
  endedAsUsual: 'サーバーが接続を終了しました（ときどき行われるものです）',
  serverFailed: (trouble) => `サーバー${trouble}`,
  missedNotHad: (trouble) => `取りこぼした分を問い合わせました: サーバー${trouble}`,
  caughtUp: (n) => `取りこぼした分を取得しました: 新着 ${number(n)} 件`,
  notLearned: 'サーバーについてわかったことを保存できませんでした',
  prunedOne: '設定に従い、古い通知を 1 件削除しました。',
  pruned: (n) => `設定に従い、古い通知を ${number(n)} 件削除しました。`,

  slept: 'コンピューターがスリープしていました',
  woke: 'コンピューターがスリープから復帰しました',
  addressLost: 'このコンピューターのネットワークアドレスが失われました',
  addressGained: 'このコンピューターが新しいネットワークアドレスを得ました',
  signedIn: 'サインインしました',
  credentialChanged: '認証情報が変更されました',
  credentialImported: '認証情報が読み込まれました',
  askedToTry: '今すぐ試すよう求められました',

  tooLarge: '1 MiB を超えるイベントを無視しました',
  moreUnreadable: (n) => `ほかに ${number(n)} 件のイベントを読み取れませんでした`,
  notJson: 'イベントが JSON ではありません',
  notRows: 'イベントが行の JSON 配列ではありません',
  badPart: (where, mistake) => `${where}: ${mistake}`,
  theEvent: 'イベント',
  theRow: '行',
  moreRows: (n) => `このイベントには同様の行がほかに ${number(n)} 行あります`,
  emptyEvent: 'イベントの中に何もありません',
  nothingAt: (pointer) => `${pointer} に何もありません`,
  tooManyInList: (n) => `1 つの一覧に通知が ${number(n)} 件多く含まれていました`,
};

export const gaps: typeof englishGaps = {
  neverAgain: '接続していませんでした。このサーバーは取りこぼした分を再送しません',
  keptTooShort: (hours) => `接続していませんでした。このサーバーは通知を ${hours} 時間しか保管しません`,
  lostWithConnection: '接続が切れました。このサーバーはそのとき失われた分を再送しません',
  listensElsewhere: 'この通知元は今は別のアドレスを聞いており、そこでは逃した分を要求できません',
  serverForgot: 'その間に送られたものの一部がサーバーに残っていませんでした',
};
