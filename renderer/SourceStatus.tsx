import { useSignal } from '@preact/signals';
import type { JournalLine, SourceView } from '../preload/contract.ts';
import { timeHere } from './here.ts';
import { goToJournal } from './Journal.tsx';
import { health, troubles, wantsSignIn } from './pure/troubles.ts';
import { SignInButton } from './SignInButton.tsx';
import { act } from './state/bridge.ts';
import { TroubleText, useSecond } from './TroubleText.tsx';
import { text } from './text.ts';

const words = text.source;
/** A gap is worth a word on the status line for so long. */
const LATELY_MS = 7 * 24 * 3_600_000;

/** How a source does: since when, the last notice, what was missed, and what is wrong and when it is tried again. */
export function SourceStatus({ source, journal }: { source: SourceView; journal: JournalLine[] }) {
  const second = useSecond();
  const missed = journal.find(({ gap }) => gap !== null && second - gap.to < LATELY_MS)?.gap;
  const refusal = useSignal<string | null>(null);
  const state = health(source);
  const { feed, lastNoticeAt } = source;
  const [troubled] = troubles([source], second);
  const detail = typeof troubled?.why === 'object' ? troubled.why.detail : null;
  return (
    <div class="status">
      <p>
        <span class={`health ${state}`} />
        <b>{text.health[state]}</b>
        {feed.kind === 'open' && <span>{words.since(timeHere.clockOrDay(feed.since, second))}</span>}
        <span class="hint">
          {lastNoticeAt === null
            ? words.noNotice
            : words.lastNotice(timeHere.clockOrDay(lastNoticeAt, second))}
        </span>
        {missed && (
          <button type="button" class="link" onClick={() => goToJournal()}>
            {words.missed(timeHere.span(missed.from, missed.to, second))}
          </button>
        )}
        {troubled && (
          <span class="remedies">
            {wantsSignIn(source) && (
              <SignInButton
                source={source.id}
                onOutcome={({ signedIn, text: said }) => {
                  refusal.value = signedIn ? null : said;
                }}
              />
            )}
            <button type="button" onClick={() => void act('retrySource', { id: source.id })}>
              {words.tryNow}
            </button>
          </span>
        )}
      </p>
      {troubled && (
        <p class="trouble">
          <TroubleText troubled={troubled} now={second} />
          {detail && <span class="hint">{detail}</span>}
        </p>
      )}
      {refusal.value !== null && (
        <p class="outcome refused" role="status">
          {refusal}
        </p>
      )}
    </div>
  );
}
