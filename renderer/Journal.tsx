import { useEffect, useState } from 'preact/hooks';
import type { JournalLine, SourceView } from '../preload/contract.ts';
import { timeHere } from './here.ts';
import { ask } from './state/bridge.ts';
import { now } from './state/clock.ts';
import { text } from './text.ts';

/** What happened to a source's connection lately: the answer to "why was nothing there from three to five?". */
export function Journal({ source }: { source: SourceView }) {
  const [lines, setLines] = useState<JournalLine[]>([]);
  const { id } = source;
  // Every change of the connection has written a line. Snapshots come more often, each with a new object.
  const feed = JSON.stringify(source.feed);
  useEffect(() => {
    let left = false;
    void ask('getJournal', { source: id }).then((reply) => {
      if (reply.ok && !left) setLines(reply.value);
    });
    return () => {
      left = true;
    };
  }, [id, feed]);
  if (lines.length === 0) return null;
  return (
    <section class="group journal">
      <h2>{text.source.journal}</h2>
      <ol>
        {lines.map(({ id: line, at, text: words, detail }) => (
          <li key={line}>
            <time dateTime={new Date(at).toISOString()} title={timeHere.full(at)}>
              {timeHere.dayAndClock(at, now.value)}
            </time>
            <span>
              {words}
              {detail && <span class="hint">{detail}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
