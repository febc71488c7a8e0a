import { useLayoutEffect, useRef } from 'preact/hooks';
import type { NoticeDetail, NoticeRow } from '../preload/contract.ts';
import { Attachments } from './Attachments.tsx';
import { CommandButtons } from './CommandButtons.tsx';
import { openLink } from './commands.ts';
import { timeHere } from './here.ts';
import { Mark } from './Mark.tsx';
import { Offers } from './Offers.tsx';
import { heading } from './pure/headline.ts';
import { linkify } from './pure/linkify.ts';
import { Raw } from './Raw.tsx';
import { Priority } from './Row.tsx';
import { sourceById } from './state/app.ts';
import { now } from './state/clock.ts';
import { room } from './state/places.ts';
import { text } from './text.ts';
import { Why } from './Why.tsx';

/** One notice in full. */
export function Detail({ notice }: { notice: NoticeRow | NoticeDetail }) {
  const article = useRef<HTMLElement>(null);
  // Where the notice covers the list the focus must come along.
  useLayoutEffect(() => {
    if (room.value === 'narrow') article.current?.focus();
  }, []);
  const { title, body } = heading(notice);
  const source = sourceById(notice.source)?.name ?? text.list.removedSource;
  return (
    <article ref={article} tabIndex={-1}>
      <From notice={notice} source={source} />
      <h1 class={title === null ? 'unseen' : ''} dir="auto">
        {title ?? text.detail.heading(source)}
      </h1>
      {body && <Body text={body} link={notice.link} />}
      {notice.tags.length > 0 && (
        <ul class="tags">
          {notice.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      {'why' in notice && <Attachments notice={notice} />}
      {'why' in notice && <Offers notice={notice} />}
      <CommandButtons notices={[notice]} />
      {'why' in notice && <Why lines={notice.why} toasted={notice.toasted} />}
      {'why' in notice && notice.raw !== null && <Raw json={notice.raw} />}
    </article>
  );
}

function From({ notice, source }: { notice: NoticeRow; source: string }) {
  return (
    <div class="from">
      <Mark source={notice.source} small />
      <div class="meta">
        <Priority priority={notice.priority} />
        <span>{source}</span>
        {notice.topic && <span>{notice.topic}</span>}
        <time dateTime={new Date(notice.sortAt).toISOString()} title={timeHere.full(notice.sortAt)}>
          {timeHere.dayAndClock(notice.sortAt, now.value)}
        </time>
      </div>
    </div>
  );
}

/** The text as it came. Only the notice's own link can be followed; other addresses can be selected. */
function Body({ text: body, link }: { text: string; link: string | null }) {
  return (
    <p class="text" dir="auto">
      {linkify(body).map(({ text: piece, isUrl }, index) => {
        if (!isUrl) return piece;
        if (piece !== link)
          return (
            <span class="url" key={index}>
              {piece}
            </span>
          );
        return (
          <button type="button" class="link" key={index} onClick={() => openLink()}>
            {piece}
          </button>
        );
      })}
    </p>
  );
}
