import type { WhyLine } from '../preload/contract.ts';
import { timeHere } from './here.ts';
import { text } from './text.ts';

/** What happened to a notice, line by line. */
export function Why({ lines, toasted }: { lines: WhyLine[]; toasted: boolean }) {
  if (lines.length === 0) return null;
  return (
    <section class="why">
      <h2>{toasted ? text.detail.whyToast : text.detail.whyNoToast}</h2>
      <ol>
        {lines.map(({ at, text: words }, index) => (
          <li key={index}>
            <time dateTime={new Date(at).toISOString()} title={timeHere.full(at)}>
              {timeHere.precise(at)}
            </time>
            <span>{words}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
