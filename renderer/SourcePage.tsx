import type { SourceView } from '../preload/contract.ts';
import { Checkup } from './Checkup.tsx';
import { EditSource } from './EditSource.tsx';
import { Journal, useJournal } from './Journal.tsx';
import { SourceStatus } from './SourceStatus.tsx';
import { Switch } from './Switch.tsx';
import { askToRemove } from './sourceCommands.ts';
import { act } from './state/bridge.ts';
import { text } from './text.ts';

const words = text.source;

/** All about one source: how it does, what it may do, how it is reached, and how to be rid of it. */
export function SourcePage({ source, at }: { source: SourceView; at: 'journal' | undefined }) {
  const { id, enabled, muted } = source;
  const journal = useJournal(source);
  return (
    <>
      <SourceStatus source={source} journal={journal} />
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
      <Journal lines={journal} beginHere={at === 'journal'} />
      <section class="group">
        <button type="button" class="danger" onClick={() => askToRemove(source)}>
          {words.remove}
        </button>
      </section>
    </>
  );
}
