import type { NoticeRow } from '../../preload/contract.ts';
import { ruleLike } from '../pure/likeness.ts';
import { newRules } from '../state/drafts.ts';
import { closePane } from '../state/places.ts';
import { saveRule } from '../state/rules.ts';
import { RuleEditor } from './RuleEditor.tsx';

/** A rule for notices like this one. */
export function RuleFromNotice({ notice }: { notice: NoticeRow }) {
  return (
    <RuleEditor
      rule={newRules.get(notice.id) ?? ruleLike(notice, crypto.randomUUID())}
      draftAbout={notice.id}
      from={notice}
      onSave={async (rule) => {
        const refusal = await saveRule(rule);
        if (refusal === null) closePane();
        return refusal;
      }}
      onClose={closePane}
    />
  );
}
