/** In place of a map that cannot be shown: why, and what to do next. */
import { ProblemNote } from '../panels/problem/ProblemNote.tsx';
import { useWords } from '../state/interfaceStore.ts';
import { Button } from '../ui/Button.tsx';
import { problemActions } from '../words/crash.ts';
import { problemWords, type ProblemKey } from '../words/problems.ts';

export interface MapProblemProps {
  readonly problem: ProblemKey;
  readonly detail: string | undefined;
  readonly onRetry: () => void;
  readonly onHome: () => void;
}

/** Problems that loading the page again cures. */
const reloads: readonly ProblemKey[] = ['otherGeneration', 'roleChanged', 'outOfStep', 'partMissing'];
/** Problems that time cures. */
const retries: readonly ProblemKey[] = [
  'serverDown',
  'tooMany',
  'serverCannotSave',
  'mapUnreadable',
  'serverFault',
];

export function MapProblem({ problem, detail, onRetry, onHome }: MapProblemProps) {
  const actions = useWords(problemActions);
  const words = useWords(problemWords)[problem];
  return (
    <main>
      <ProblemNote problem={problem} words={words} detail={detail} page>
        {retries.includes(problem) && (
          <Button kind="main" onClick={onRetry}>
            {actions.retry}
          </Button>
        )}
        {reloads.includes(problem) && (
          <Button kind="main" onClick={() => location.reload()}>
            {actions.reload}
          </Button>
        )}
        <Button onClick={onHome}>{actions.home}</Button>
      </ProblemNote>
    </main>
  );
}
