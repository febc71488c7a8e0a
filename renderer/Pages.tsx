import { AddSource } from './AddSource.tsx';
import { KeyList } from './KeyList.tsx';
import { Page } from './Page.tsx';
import { Settings } from './Settings.tsx';
import { SourcePage } from './SourcePage.tsx';
import { sourceById } from './state/app.ts';
import type { OpenedPane } from './state/places.ts';
import { text } from './text.ts';
import { RuleFromNotice } from './tune/RuleFromNotice.tsx';

/** What is opened in the notice's place. */
export function Pages({ shown }: { shown: OpenedPane }) {
  switch (shown.kind) {
    case 'add':
      return (
        <Page key="add" title={text.source.addTitle}>
          <AddSource />
        </Page>
      );
    case 'source': {
      const source = sourceById(shown.id);
      return source ? (
        <Page key={`${source.id} ${shown.at}`} title={source.name}>
          <SourcePage source={source} at={shown.at} />
        </Page>
      ) : null;
    }
    case 'rule':
      return (
        <Page key={`rule ${shown.notice.id}`} title={text.rules.newTitle}>
          <RuleFromNotice notice={shown.notice} />
        </Page>
      );
    case 'settings':
      return (
        <Page key="settings" title={text.settings.title}>
          <Settings />
        </Page>
      );
    case 'keys':
      return (
        <Page key="keys" title={text.keys.title} onlyRead>
          <KeyList />
        </Page>
      );
  }
}
