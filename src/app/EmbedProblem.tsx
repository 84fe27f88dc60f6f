/** In place of a map that cannot be shown within another page: why, and what to do next there. */
import { ProblemNote } from '../panels/problem/ProblemNote.tsx';
import { useWords } from '../state/interfaceStore.ts';
import { Button } from '../ui/Button.tsx';
import { problemActions } from '../words/crash.ts';
import { problemWords, type ProblemKey } from '../words/problems.ts';
import { cures } from './cures.ts';

export interface EmbedProblemProps {
  readonly problem: ProblemKey;
  readonly detail: string | undefined;
  readonly onRetry: () => void;
}

export function EmbedProblem({ problem, detail, onRetry }: EmbedProblemProps) {
  const actions = useWords(problemActions);
  // Whether this device remembers a key does not count here.
  const told = problem === 'noToken' ? 'keyDoesNotFit' : problem;
  const words = useWords(problemWords)[told];
  return (
    <main>
      <ProblemNote problem={told} words={words} detail={detail} page>
        {cures.retry.includes(problem) && (
          <Button kind="main" onClick={onRetry}>
            {actions.retry}
          </Button>
        )}
        {cures.reload.includes(problem) && (
          <Button kind="main" onClick={() => location.reload()}>
            {actions.reload}
          </Button>
        )}
      </ProblemNote>
    </main>
  );
}
