import type { AttachmentView, Download, NoticeDetail } from '../preload/contract.ts';
import { locale, timeHere } from './here.ts';
import { FileIcon } from './icons.tsx';
import { byteText } from './pure/bytes.ts';
import { app } from './state/app.ts';
import { act } from './state/bridge.ts';
import { now } from './state/clock.ts';
import { text } from './text.ts';

const words = text.attachments;

/** Named, never loaded: what a server names is fetched when the person asks for it, and opened by them alone. */
export function Attachments({ notice: { id, sortAt, attachments } }: { notice: NoticeDetail }) {
  if (attachments.length === 0) return null;
  return (
    <ul class="attachments" aria-label={text.detail.attachments}>
      {attachments.map((attachment, index) => (
        <Attachment key={index} attachment={attachment} at={{ id, index }} sortAt={sortAt} />
      ))}
    </ul>
  );
}

type Place = { id: number; index: number };

function Attachment({ attachment, at, sortAt }: { attachment: AttachmentView; at: Place; sortAt: number }) {
  const download = app.value?.downloads.find(
    (one) => one.notice === at.id && one.sortAt === sortAt && one.index === at.index,
  );
  const isRunning = download?.state === 'running';
  return (
    <li>
      <FileIcon />
      <div class="words">
        <div dir="auto">{attachment.name}</div>
        <div class="hint">{isRunning ? progress(download) : about(attachment)}</div>
        {isRunning && (
          <progress
            max={download.total ?? undefined}
            value={download.total === null ? undefined : download.received}
            aria-label={words.progress(attachment.name)}
          />
        )}
        <div class={download?.state === 'failed' ? 'outcome refused' : 'outcome fine'} role="status">
          {download?.state === 'saved' && words.saved}
          {download?.state === 'failed' && download.text}
        </div>
      </div>
      {!isGone(attachment) && <Buttons attachment={attachment} at={at} state={download?.state} />}
    </li>
  );
}

function Buttons(props: { attachment: AttachmentView; at: Place; state: Download['state'] | undefined }) {
  const { attachment, at, state } = props;
  const { name, url } = attachment;
  const main = {
    running: { label: words.cancel, run: () => void act('cancelDownload', at) },
    saved: { label: words.show, run: () => void act('showDownload', at) },
    failed: { label: words.again, run: () => void act('downloadAttachment', at) },
    none: { label: words.save, run: () => void act('downloadAttachment', at) },
  }[state ?? 'none'];
  return (
    <>
      <button
        type="button"
        class="quiet"
        title={url}
        aria-label={text.phrase.of(text.detail.inBrowser, name)}
        onClick={() => void act('openAttachment', at)}
      >
        {text.detail.inBrowser}
      </button>
      <button type="button" aria-label={text.phrase.of(main.label, name)} onClick={main.run}>
        {main.label}
      </button>
    </>
  );
}

function progress({ received, total }: Download): string {
  const bytes = byteText(received, locale.value);
  return total === null ? bytes : words.of(bytes, byteText(total, locale.value));
}

function about(attachment: AttachmentView): string {
  const { type, bytes, expiresAt } = attachment;
  const when = expiresAt === null ? '' : timeHere.dayAndClock(expiresAt, now.value);
  return [
    type,
    bytes === null ? '' : byteText(bytes, locale.value),
    when && (isGone(attachment) ? text.detail.wasThereUntil(when) : text.detail.until(when)),
  ]
    .filter(Boolean)
    .join(' · ');
}

function isGone({ expiresAt }: AttachmentView): boolean {
  return expiresAt !== null && expiresAt < now.value;
}
