import type { NoticeText } from '../en/notice.ts';
import { numbersIn } from '../numbers.ts';

const { number } = numbersIn('ja');
/** One notice needs no mention; of several it is said how many. */
const them = (n: number) => (n === 1 ? '' : `${number(n)} 件の通知を`);

export const noticeText: NoticeText = {
  commands: {
    label: 'この通知の操作',
    more: 'その他',
    open: 'リンクを開く',
    archive: 'アーカイブ',
    inbox: '受信箱に戻す',
    snooze: 'スヌーズ…',
    read: '既読にする',
    unread: '未読にする',
    choose: '選択',
    copy: '本文をコピー',
    rule: 'ルールを作る…',
    delete: '削除',
  },

  chosen: {
    count: (n) => `${number(n)} 件の通知を選択中`,
    hint: '次の操作は、選択したすべての通知に適用されます。',
    none: '選択を解除',
    all: '読み込み済みをすべて選択',
  },

  filters: {
    label: 'フィルタ',
    saved: '保存済み',
    priority: (least) => (least === null ? 'すべての優先度' : least >= 5 ? '緊急のみ' : '重要と緊急'),
    topic: (topic) => topic ?? 'すべてのトピック',
    remove: (what) => `フィルタ「${what}」を外す`,
    save: '名前を付けて保存…',
    keep: '保存',
    name: 'フィルタの名前',
    forget: 'このフィルタを削除',
    forgotten: (name) => `「${name}」を削除しました。`,
    nothing: 'フィルタに一致する通知はありません',
    whole: 'すべて表示',
  },

  attachments: {
    save: '保存',
    cancel: 'キャンセル',
    again: 'やり直す',
    show: 'フォルダに表示',
    saved: 'ダウンロードに保存しました。',
    of: (received, total) => `${received}／${total}`,
    progress: (name) => `${name} を保存しています`,
  },

  images: {
    image: '画像',
    show: (n) => (n === 1 ? '画像を表示' : `${number(n)} 枚の画像を表示`),
    loading: '読み込み中…',
    done: '完了:',
    open: '未完了:',
  },

  undo: {
    moved: {
      inbox: (n) => `${them(n)}受信箱に戻しました。`,
      archived: (n) => `${them(n)}アーカイブしました。`,
      deleted: (n) => `${them(n)}削除しました。`,
    },
    snoozed: (n, when) => `${them(n)}${when}までスヌーズします。`,
    marked: (n, read) => `${them(n)}${read ? '既読' : '未読'}にしました。`,
    gone: (n) =>
      n === 1 ? 'この通知はすでに削除されています。' : `${number(n)} 件の通知はすでに削除されています。`,
    nothing: '取り消せる操作はありません。',
    undone: '取り消しました。',
    tooLate: '時間がたちすぎたため、取り消せません。',
  },
};
