import { app } from './state/app.ts';
import { act, failure } from './state/bridge.ts';
import { text } from './text.ts';

/** What the person should know, until they dismiss it; and what the last action could not do. */
export function Problems() {
  const problems = app.value?.problems ?? [];
  if (problems.length === 0 && failure.value === null) return null;
  return (
    <div class="problems">
      {problems.map(({ id, text: words, detail }) => (
        <Problem
          key={id}
          words={words}
          detail={detail}
          onDismiss={() => void act('dismissProblem', { id })}
        />
      ))}
      {failure.value !== null && (
        <Problem
          words={failure.value}
          detail={null}
          onDismiss={() => {
            failure.value = null;
          }}
        />
      )}
    </div>
  );
}

function Problem(props: { words: string; detail: string | null; onDismiss: () => void }) {
  return (
    <div class="problem" role="alert">
      <span title={props.detail ?? undefined}>{props.words}</span>
      <button type="button" class="quiet" onClick={props.onDismiss}>
        {text.problems.dismiss}
      </button>
    </div>
  );
}
