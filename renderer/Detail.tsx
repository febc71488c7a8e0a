import { useLayoutEffect, useRef } from 'preact/hooks';
import type { NoticeDetail, NoticeRow } from '../preload/contract.ts';
import { Attachments } from './Attachments.tsx';
import { Body } from './Body.tsx';
import { CommandButtons } from './CommandButtons.tsx';
import { capital, timeHere } from './here.ts';
import { Mark } from './Mark.tsx';
import { Offers } from './Offers.tsx';
import { heading } from './pure/headline.ts';
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
      {body && <Body notice={notice} body={body} />}
      {notice.tags.length > 0 && (
        <ul class="tags">
          {notice.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      {'why' in notice && <Attachments notice={notice} />}
      {'why' in notice && <Offers key={notice.sortAt} notice={notice} />}
      <CommandButtons notices={[notice]} />
      {'why' in notice && <Why lines={notice.why} toasted={notice.toasted} />}
      {'why' in notice && notice.raw !== null && <Raw json={notice.raw} />}
    </article>
  );
}

function From({ notice, source }: { notice: NoticeRow; source: string }) {
  const when = timeHere.dayAndClock(notice.sortAt, now.value);
  return (
    <div class="from">
      <Mark source={notice.source} small />
      <div class="meta">
        <Priority priority={notice.priority} />
        <span>{source}</span>
        {notice.topic && <span>{notice.topic}</span>}
        <time dateTime={new Date(notice.sortAt).toISOString()} title={timeHere.full(notice.sortAt)}>
          {notice.repeats > 0 ? text.triage.repeatsLast(notice.repeats + 1, when) : capital(when)}
        </time>
      </div>
    </div>
  );
}
