import type { doctor as english, advice as englishAdvice, sentTest as englishTest } from '../en/doctor.ts';

export const doctor: typeof english = {
  aMoment: '少しの間',
  aMomentAgo: 'たった今',
  inAMoment: 'まもなく',

  turnedOff: '通知元はオフです。',
  notReached: 'ここまで届きませんでした。',

  answers: (host) => `${host} は応答しています。`,
  takesButSilent: (host, time) =>
    `${host} は接続を受け付けますが、まだ応答がありません（待ち時間: ${time}）。`,
  isSilent: (host, time) => `${host} から応答がありません（待ち時間: ${time}）。`,

  unencrypted: 'アドレスが http:// で始まっているため、接続は暗号化されていません。',
  useHttps: 'サーバーが対応していれば https:// を使ってください。認証情報が途中で読まれるおそれがあります。',
  noAnswerYet: 'まだ応答がありません。',
  encrypted: '接続は暗号化され、サーバーの身元も確認できました。',

  onlyRunningReads: '認証情報を読めるのは実行中の Bellhop だけです。',
  startAndAsk: 'Bellhop を起動してから、もう一度お試しください。',
  credentialGone: '認証情報がなくなっています。',
  giveAgain: '通知元の設定でもう一度入力してください。',
  giveOne: '通知元の設定で認証情報を入力するか、そこでサインインしてください。',
  neitherYesNorNo: 'サーバーは許可とも拒否とも答えていません。',
  asksForNone: 'サーバーは認証情報を求めていません。',
  accepts: 'サーバーは認証情報を受け付けました。',

  connectedFor: (time) => `Bellhop は接続しています（接続時間: ${time}）。`,
  secondRefused: (trouble) => `2 つ目の接続は拒否されました: サーバー${trouble}。`,
  missedNotHad: (trouble) =>
    `取りこぼした分をまだ受信できていません: サーバー${trouble}。Bellhop は問い合わせを続けます。`,
  notLetIn: '許可されませんでした。',
  tookRequest: 'サーバーはリクエストを受け付けました。最初の通知で初めて応答するサーバーもあります。',
  canCome: '通知を受け取れます。',
  worksNow: (trouble) => `今は接続できますが、Bellhop 自身の接続は失敗していました（サーバー${trouble}）。`,
  worksNowRetries: (trouble, when) =>
    `今は接続できますが、Bellhop 自身の接続は失敗していました（サーバー${trouble}）。次の試行: ${when}。`,
  useTryNow: '通知元のページの「今すぐ試す」を使ってください。',

  due: (time) => `（間隔の目安: ${time}）`,
  wentSilent: (n, due) => `1 日のうちに ${n} 回、応答が途絶えました${due}。`,
  signsCome: (due) => `生存信号が届いています${due}。`,
  noSign: (time, due) => `${time}待ちましたが、生存信号が届きませんでした${due}。`,
  nothingCame: (time, due) =>
    `${time}待ちましたが、何も届きませんでした${due}。静かなサーバーには送るものがないのかもしれません。`,
  buffering:
    '途中のプロキシが静かな接続をためたり切ったりしている可能性があります。このアドレスのバッファリングを無効にするよう、管理者に依頼してください。',

  writable: (free) => `履歴に書き込めます。空き容量は ${free} です。`,
  diskFull: 'ディスクがいっぱいです。',
  makeRoom: 'ディスクの空きを増やしてください。保存できなかったものは、空きができしだい取得し直します。',
  notWritable: (why) => `履歴に書き込めません: ${why}。`,
  isFull: 'ディスクがいっぱいです',
  isReadOnly: 'ファイルは読み取り専用です',
  isHeld: 'ほかのプログラムが使用中です',
  isDamaged: 'ファイルが壊れています',
  letWrite: 'このアカウントが Bellhop のデータフォルダーに書き込めるようにしてください。',
  closeOthers: 'Bellhop の履歴を開いているほかのプログラムを閉じてください。',
  startAgain:
    'Bellhop をもう一度起動してください。壊れた履歴を別に置き、新しい履歴をサーバーから取得し直します。',

  paused: 'ポップアップは一時停止中です。通知は静かに届きます。',
  resume: 'トレイまたはウインドウで再開できます。',
  muted: 'この通知元はミュート中です。通知は静かに届きます。',
  unmute: '通知元のページでミュートを解除できます。',
  quiet: '今はおやすみ時間です。終わったときに知らせます。',
  changeQuiet: '設定で変更できます。',
  noneYet: 'まだ一度も表示していません。',
  sendTest: 'サーバーが対応していれば、テストを送ってください。',
  lastShown: (ago) => `最後に表示したのは${ago}です。`,
  lastFailed: (ago, why) => `最後のポップアップ（${ago}）は表示されなかったかもしれません: ${why}。`,
  lookInSystem:
    'システムが Bellhop に通知の表示を許可しているか（通知の設定や「おやすみモード」）を確認してから、テストを送ってください。',
};

export const advice: typeof englishAdvice = {
  refused: 'そこでサーバーのプログラムは動いていますか。アドレスのポートは正しいですか。',
  dns: 'アドレスの打ち間違いがないか、このコンピューターがオンラインかを確認してください。',
  timeout:
    '相手のコンピューターの電源は入っていますか。途中のファイアウォールが接続を遮っていることもあります。',
  unreachable: 'このコンピューターをネットワークに接続してください。',
  failed: 'アドレスと、このコンピューターがオンラインかを確認してください。',
  reset:
    '途中のプロキシやファイアウォールなどが切断している可能性があります。サーバーの管理者に問い合わせてください。',
  unauthorized: '通知元の設定で新しいトークンまたはパスワードを入力してください。',
  'sign-in': 'Bellhop の通知元のページで「サインイン」を使ってください。',
  forbidden: 'このアカウントの受信を許可するよう、サーバーの管理者に依頼してください。',
  redirect:
    'アドレスをブラウザーで開き、行き着いた先のアドレスを Bellhop に入力するか、求められたらサインインしてください。',
  'not-found': 'アドレスのパスを確認してください。',
  'not-a-stream': 'ページのアドレスかもしれません。ストリームのアドレスを確認してください。',
  'no-content': '理由はサーバーの管理者に問い合わせてください。Bellhop は 15 分ごとに確認します。',
  'rate-limited': '何もする必要はありません。Bellhop はサーバーが求めた時間だけ待って再試行します。',
  serverInTrouble: 'サーバー自体に問題があります。Bellhop は試行を続けます。',
  notHttps: 'https に対応していないようです。http:// のアドレスか、別のポートを試してください。',
  outOfDate:
    '証明書の期限が切れているか、このコンピューターの時計がずれています。証明書の更新はサーバーの管理者が行います。',
  anotherName: '証明書は別の名前のものです。証明書と同じ名前を使ってください。',
  unknownSigner:
    '証明書の署名者がこのコンピューターに登録されていません。信頼できる場合は、その認証局をシステムの証明書に追加してください。',
  certificate: '証明書を確認するよう、サーバーの管理者に依頼してください。',
};

export const sentTest: typeof englishTest = {
  title: 'テスト',
  body: (mark) => `Bellhop からのテストです（${mark}）。`,
  sourceOff: (source) => `「${source}」はオフです。`,
  notRunning: 'Bellhop が動いていません。起動してから、もう一度テストを送ってください。',
  notConnected: (source) => `「${source}」に接続していないため、テストは戻ってきません。`,
  notConnectedBecause: (source, trouble) =>
    `「${source}」に接続していないため、テストは戻ってきません（サーバー${trouble}）。`,
  takesNone: 'この種類のサーバーは Bellhop からの通知を受け付けません。',
  notPublished: (trouble) => `テストを送信できませんでした: サーバー${trouble}。`,
  notAllowed: (said) =>
    `サーバーはこのアカウントの送信を許可していません（${said}）。受信はできるかもしれません。`,
  notTaken: (said) => `サーバーがテストを受け付けませんでした（${said}）。`,
  notBack: (seconds) =>
    `送信しましたが、${seconds} 秒たっても戻ってきません。接続の確認で原因がわかるかもしれません。`,
  noAnswer: (seconds) =>
    `送信し、${seconds} 秒後に届きましたが、ポップアップについてシステムからまだ返事がありません。`,
  arrived: (seconds, fate) => `送信し、${seconds} 秒後に届きました。${fate}。`,
  deletedBefore: 'ポップアップの前に削除されました',
  noToast: (why) => `ポップアップなし: ${why}`,
};
