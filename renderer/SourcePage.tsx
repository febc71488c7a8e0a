import { useSignal } from '@preact/signals';
import type { SourceView } from '../preload/contract.ts';
import { Checkup } from './Checkup.tsx';
import { EditSource } from './EditSource.tsx';
import { timeHere } from './here.ts';
import { Journal } from './Journal.tsx';
import { health, troubles, wantsSignIn } from './pure/troubles.ts';
import { SignInButton } from './SignInButton.tsx';
import { Switch } from './Switch.tsx';
import { askToRemove } from './sourceCommands.ts';
import { act } from './state/bridge.ts';
import { TroubleText, useSecond } from './TroubleText.tsx';
import { text } from './text.ts';

const words = text.source;

/** All about one source: how it does, what it may do, how it is reached, and how to be rid of it. */
export function SourcePage({ source, at }: { source: SourceView; at: 'journal' | undefined }) {
  const { id, enabled, muted } = source;
  return (
    <>
      <Status source={source} />
      <Checkup source={source} />
      <section class="group">
        <Switch
          label={words.toasts}
          hint={words.toastsText}
          on={!muted}
          onChange={(on) => void act('setSourceMuted', { id, muted: !on })}
        />
        <Switch
          label={words.enabled}
          hint={words.enabledText}
          on={enabled}
          onChange={(on) => void act('setSourceEnabled', { id, enabled: on })}
        />
      </section>
      <section class="group">
        <h2>{words.connection}</h2>
        <EditSource source={source} />
      </section>
      <Journal source={source} beginHere={at === 'journal'} />
      <section class="group">
        <button type="button" class="danger" onClick={() => askToRemove(source)}>
          {words.remove}
        </button>
      </section>
    </>
  );
}

function Status({ source }: { source: SourceView }) {
  const second = useSecond();
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
