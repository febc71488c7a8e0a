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
            <About attachment={attachment} />
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

function About({ attachment }: { attachment: AttachmentView }) {
  const { type, bytes, expiresAt } = attachment;
  const when = expiresAt !== null && timeHere.dayAndClock(expiresAt, now.value);
  return (
    <div class="meta">
      {type && <span>{type}</span>}
      {bytes !== null && <span>{byteText(bytes, text.language)}</span>}
      {when && <span>{isGone(attachment) ? text.detail.wasThereUntil(when) : text.detail.until(when)}</span>}
    </div>
  );
}

function isGone({ expiresAt }: AttachmentView): boolean {
  return expiresAt !== null && expiresAt < now.value;
}
