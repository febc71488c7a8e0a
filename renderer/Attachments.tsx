import type { AttachmentView, NoticeDetail } from '../preload/contract.ts';
import { timeHere } from './here.ts';
import { FileIcon } from './icons.tsx';
import { byteText } from './pure/bytes.ts';
import { act } from './state/bridge.ts';
import { now } from './state/clock.ts';
import { text } from './text.ts';

/** Named, never loaded: what a server names is fetched by the browser, when the person asks for it. */
export function Attachments({ notice: { id, attachments } }: { notice: NoticeDetail }) {
  if (attachments.length === 0) return null;
  return (
    <ul class="attachments" aria-label={text.detail.attachments}>
      {attachments.map((attachment, index) => (
        <li key={index}>
          <FileIcon />
          <div class="words">
            <div dir="auto">{attachment.name}</div>
            <div class="hint">{about(attachment)}</div>
          </div>
          {!isGone(attachment) && (
            <button
              type="button"
              title={attachment.url}
              aria-label={`${text.detail.inBrowser}: ${attachment.name}`}
              onClick={() => void act('openAttachment', { id, index })}
            >
              {text.detail.inBrowser}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function about(attachment: AttachmentView): string {
  const { type, bytes, expiresAt } = attachment;
  const when = expiresAt === null ? '' : timeHere.dayAndClock(expiresAt, now.value);
  return [
    type,
    bytes === null ? '' : byteText(bytes, text.language),
    when && (isGone(attachment) ? text.detail.wasThereUntil(when) : text.detail.until(when)),
  ]
    .filter(Boolean)
    .join(' · ');
}

function isGone({ expiresAt }: AttachmentView): boolean {
  return expiresAt !== null && expiresAt < now.value;
}
