import type { probe as english } from '../en/probe.ts';

export const probe: typeof english = {
  connected: '接続しました。',
  connectedTo: (server) => `${server} に接続しました。`,
  aMercureHub: 'Mercure ハブ',
  readableSoFar: '接続しました。届いたもののうち読み取れるものを表示します。',
  neverAgain: 'このサーバーは、Bellhop が停止している間に取りこぼした分を再送しません。',
  nothingLost: 'Bellhop が停止している間も失われません。取りこぼした分はサーバーから届きます。',
  missedComes: 'Bellhop が停止している間に取りこぼした分も、サーバーに残っていれば届きます。',
  elsewhere: (host, hub) =>
    `このページの通知は ${host} から届きます。そのアドレスと認証情報を入力してください: ${hub}`,
  noAnswerYet:
    'サーバーからまだ応答がありません。最初の通知で初めて応答するものもあるため、追加して様子を見ることもできます。',
  notJson: 'サーバーが送るものを Bellhop は読み取れません。JSON ではありません。',
  wantsCredential: 'サーバーは認証情報を求めています。',
  wantsSignInOrCredential: 'サーバーはサインインまたは認証情報を求めています。',
  forbidsStrangers: 'サーバーは認証情報のない受信を許可していません。',

  presets: {
    mastodon:
      '通知を読み取れるアクセストークンが必要です。Mastodon の「ユーザー設定」の「開発」で作成してください。',
    'home-assistant':
      '管理者の長期間有効なアクセストークンが必要です（プロフィールの「セキュリティ」）。オートメーションで「title」と「message」を付けてイベント「bellhop」を発生させてください。アドレスに「restrict」がないと、すべての出来事が届きます。',
  },
};
