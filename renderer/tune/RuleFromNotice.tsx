import type { NoticeRow } from '../../preload/contract.ts';
import { ruleLike } from '../pure/likeness.ts';
import { closePane } from '../state/places.ts';
import { saveRule } from '../state/rules.ts';
import { RuleEditor } from './RuleEditor.tsx';

/** A rule for notices like this one. */
export function RuleFromNotice({ notice }: { notice: NoticeRow }) {
  return (
    <RuleEditor
      rule={ruleLike(notice, crypto.randomUUID())}
      from={notice}
      onSave={async (rule) => {
        const refusal = await saveRule(rule);
        if (refusal === null) closePane();
        return refusal;
      }}
      onCancel={closePane}
    />
  );
}
