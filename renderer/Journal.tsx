import { useEffect, useRef, useState } from 'preact/hooks';
import type { JournalLine, SourceView } from '../preload/contract.ts';
import { capital, timeHere } from './here.ts';
import { ask } from './state/bridge.ts';
import { now } from './state/clock.ts';
import { text } from './text.ts';

const JOURNAL = 'journal';

export function goToJournal(heading = document.getElementById(JOURNAL)): void {
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView();
}

/** What happened to a source's connection lately, newest first. */
export function useJournal({ id, feed: state }: SourceView): JournalLine[] {
  const [lines, setLines] = useState<JournalLine[]>([]);
  // Every change of the connection has written a line. Snapshots come more often, each with a new object.
  const feed = JSON.stringify(state);
  useEffect(() => {
    let left = false;
    void ask('getJournal', { source: id }).then((reply) => {
      if (reply.ok && !left) setLines(reply.value);
    });
    return () => {
      left = true;
    };
  }, [id, feed]);
  return lines;
}

/** The answer to "why was nothing there from three to five?". */
export function Journal({ lines, beginHere }: { lines: JournalLine[]; beginHere: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = lines.length > 0;
  useEffect(() => {
    if (!isThere || !beginHere) return;
    if (heading.current) goToJournal(heading.current);
  }, [isThere, beginHere]);
  if (!isThere) return null;
  return (
    <section class="group journal">
      <h2 ref={heading} id={JOURNAL} tabIndex={-1}>
        {text.source.journal}
      </h2>
      <ol>
        {lines.map(({ id: line, at, gap, text: words, detail }) => (
          <li key={line} class={gap ? 'lost' : ''}>
            <time dateTime={new Date(at).toISOString()} title={timeHere.full(at)}>
              {capital(timeHere.dayAndClock(at, now.value))}
            </time>
            <span>
              {gap && <b>{text.source.gap(timeHere.span(gap.from, gap.to, now.value))} </b>}
              {words}
              {detail && <span class="hint">{detail}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
