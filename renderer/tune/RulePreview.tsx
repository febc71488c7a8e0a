import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { NoticeRow, Rule } from '../../preload/contract.ts';
import { capital, timeHere } from '../here.ts';
import { headline } from '../pure/headline.ts';
import { ask } from '../state/bridge.ts';
import { now } from '../state/clock.ts';
import { fetchReaderFor, markdownReader } from '../state/markdown.ts';
import { text } from '../text.ts';

const words = text.rules;
/** So long after the last key it is tried on the history. */
const TRY_MS = 300;
const SHOWN = 5;

/** What a rule would have matched in the newest part of the history. */
export function RulePreview({ rule }: { rule: Rule }) {
  const said = useSignal<string>(words.trying);
  const refused = useSignal(false);
  const sample = useSignal<NoticeRow[]>([]);
  const asked = JSON.stringify([rule.match, rule.action]);
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(async () => {
      const reply = await ask('previewRule', { rule });
      if (reply.ok) await fetchReaderFor(reply.value.sample);
      if (stale) return;
      refused.value = !reply.ok;
      said.value = reply.ok ? words.preview(reply.value.matched, reply.value.looked) : reply.error;
      sample.value = reply.ok ? reply.value.sample.slice(0, SHOWN) : [];
    }, TRY_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return (
    <div class="rule-preview">
      <p class={refused.value ? 'outcome refused' : 'outcome'} role="status">
        {said.value}
      </p>
      <ul>
        {sample.value.map((notice) => (
          <li key={notice.id}>
            <span dir="auto">{headline(notice, markdownReader.value?.withoutMarks).title}</span>
            <time>{capital(timeHere.dayAndClock(notice.sortAt, now.value))}</time>
          </li>
        ))}
      </ul>
    </div>
  );
}
