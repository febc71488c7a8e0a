import type {
  refusals as english,
  patterns as englishPatterns,
  system as englishSystem,
} from '../en/refusals.ts';

export const refusals: typeof english = {
  asIs: (text) => text,
  textTooLong: (most) => `テキストが長すぎます。${most} 文字以内にしてください。`,

  quitting: 'Bellhop を終了しています。',
  sourceGone: 'この通知元は削除されました。',
  alreadyListens: (source) => `このアドレスは「${source}」ですでに使われています。`,
  otherServersCredential: (given, asked) =>
    `認証情報は ${given} のものです。${asked} の認証情報を入力してください。`,
  orderAgain: 'その間に通知元が追加または削除されました。もう一度並べ替えてください。',
  changedMeanwhile: 'サインイン中に通知元が変更されました。もう一度サインインしてください。',
  cannotPublish: (source) =>
    `「${source}」にはテストを送れません。わかっている限り、このサーバーは配信専用です。`,
  signedInAt: (host) => `${host} にサインインしました。`,
  signedInUntilQuit: (host) => `${host} にサインインしました（Bellhop を終了するまで）。`,

  noLink: 'この通知にはリンクがありません。',
  noOffer: 'この通知ではもうその操作ができません。',
  noAttachment: 'この通知にはもうその添付ファイルがありません。',
  noImage: 'この通知にはもうその画像がありません。',
  opened: '開きました。',
  copied: 'コピーしました。',
  done: (status) => `完了しました（${status}）。`,
  serverFailedIt: (status) => `サーバーが実行に失敗しました（${status}）。`,
  serverRefusedIt: (status) => `サーバーに拒否されました（${status}）。`,
  noAnswerWithin: (seconds) =>
    `${seconds} 秒以内に応答がありませんでした。それでもサーバーは実行したかもしれません。`,

  theServer: (trouble) => `サーバー${trouble}。`,
  theSite: (trouble) => `サイト${trouble}。`,
  serverSilent: (seconds) => `サーバーからの応答が ${seconds} 秒間ありませんでした。`,
  notGiven: (status) => `サーバーから取得できません（${status}）。`,
  largerThan: (megabytes) => `${megabytes} MB を超えています。`,
  imageLate: (seconds) => `画像が ${seconds} 秒以内に届きませんでした。`,
  notAnImage: 'サーバーが送ったものは、Bellhop で表示できる画像ではありません。',
  tooMuchFetched: 'すでに多くのものを取得中です。',
  notSaved: 'この添付ファイルは保存されていません。',

  searchBroke: '検索が中断しました。もう一度お試しください。検索を再起動します。',
  newerSearch: '新しい検索に置き換えられました。',
  searchedAsText: (words, help) => `「${words}」は文字列として検索しました。${help}`,
  helpIs: 'is:unread、is:read、is:archived、is:snoozed が使えます。',
  helpSource: 'そのような名前の通知元はありません。',
  helpDate: '日付は 2024-05-01、2024-05、2024 のように書きます。',
  helpPriority: '優先度は 1 から 5 までで、priority:5 や priority:>3 のように書きます。',
  nothingToSearch: (words) => `「${words}」には検索できる文字や数字がありません。`,

  unknownZone: (zone) => `このコンピューターにはタイムゾーン「${zone}」がありません。`,
  endlessQuiet:
    'このおやすみ時間は終わりません。何も知らせないようにするには、ポップアップを一時停止してください。',

  fileTrouble: (what, detail) => `${what}（${detail}）`,
  noSpace: 'ディスクがいっぱいです。',
  noPermission: 'お使いのアカウントではこの場所を使用できません。',
  readOnlyPlace: 'その場所には書き込めません。',
  noSuchFile: 'そのようなファイルやフォルダーはありません。',
  isAFolder: 'これはフォルダーです。',
  openElsewhere: 'このファイルはほかのプログラムで開かれています。',
  notAFile: 'これはファイルではありません。',
  tooLargeForSettings: 'Bellhop の設定としてはファイルが大きすぎます。',
  notSettings: 'Bellhop が書き出した設定ファイルではありません。',
  newerSettings: 'このファイルは新しい Bellhop で作られました。そのバージョンで読み込んでください。',
  unusableSettings: (where, mistake) => `このファイルは使えません（${where}: ${mistake}）。`,
  asAWhole: '全体',
  wrongPassphrase: 'パスフレーズが違うか、ファイルが変更されています。',
  sealedUnreadable: 'ファイルの中の認証情報を読み取れません。',
  chooseAgain: 'もう一度ファイルを選んでください。',
  importBusy: '設定の読み込みまたは書き出しがすでに進行中です。',
  exportBusy: '履歴はすでに書き出し中です。',
  notKept: (fault) => `これは保存できません（${fault}）。`,
};

export const patterns: typeof englishPatterns = {
  inRule: (mistake, rule) => `${mistake}（ルール「${rule}」）`,
  patternTooLarge: (pattern) => `パターン「${pattern}」は大きすぎます。繰り返しの回数を減らしてください。`,
  patternUnreadable: (pattern, why) => `パターン「${pattern}」を読み取れません: ${why}。`,
  patternUnreadableAt: (pattern, why, piece, character) =>
    `パターン「${pattern}」を読み取れません: ${why}（「${piece}」、${character} 文字目）。`,
  neverClosed: '「(」が閉じられていません',
  closesNothing: '「)」に対応するものがありません',
  bracketNeverClosed: '「[」が閉じられていません',
  badClass: '[ ] の中に意味がありません',
  badRange: 'そのような範囲や文字の種類はありません',
  nothingToRepeat: '繰り返すものがありません',
  repeatsRepetition: '繰り返しを繰り返しています',
  repeatsTooFar: '繰り返しの回数が多すぎます（最大 1000）',
  noLookaround: '先読みと後読みは使えません',
  badEscape: 'そのようなエスケープはなく、グループの参照も使えません',
  trailingBackslash: '末尾の「\\」は何もエスケープしていません',
  badGroupName: 'グループの名前が正しくありません',
  twoGroupsOneName: '同じ名前のグループが 2 つあります',
  nestedTooDeeply: '入れ子が深すぎます',
  isTooLarge: '大きすぎます',
};

export const system: typeof englishSystem = {
  inACheckout: 'ログイン時に起動できるのはインストールしたアプリだけです。これはソースから実行されています。',
  anotherCopy:
    'ログイン時には別の Bellhop が起動します。こちらを起動するには、いったんオフにしてからオンにしてください。',
  unreadableFile: (file, error) => `${file} を読み取れません（${error}）。`,
  offInTaskManager: 'タスク マネージャーの「スタートアップ アプリ」でオフになっています。',
  offInLoginItems: 'システム設定の「ログイン項目」でオフになっています。',
  loginNotTaken: 'システムに受け付けられませんでした。システムの設定を確認してください。',
  shortcutTaken:
    'このショートカットは使えません。ほかのプログラムが使っているようです。別のキーを選んでください。',
  noSuchKeys: 'このキーボードにはそのキーがありません。別のキーを選んでください。',
  shortcutOnWayland:
    'Wayland では、旧式のウインドウ（X11）が手前にある間だけキーを受け取れます。いつでも使うには、デスクトップのショートカットで「bellhop」を起動してください。',
  noShortcut: 'このショートカットは使えません。',
  signInClosed: 'サインインする前にウインドウが閉じられました。',
  takesToasts: 'システムはポップアップを受け付けます。',
  takesNoToasts: 'このシステムには通知サービスがありません。',
  startToastService: 'インストールするか起動してください。デスクトップには通常付属しています。',
};
