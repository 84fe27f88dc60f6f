/** In place of a map that cannot be shown within another page: why, and what to do next there. */
import { ProblemNote } from '../panels/problem/ProblemNote.tsx';
import { useWords } from '../state/interfaceStore.ts';
import { problemWords, type ProblemKey } from '../words/problems.ts';
import { Cures } from './Cures.tsx';

export interface EmbedProblemProps {
  readonly problem: ProblemKey;
  readonly detail: string | undefined;
  readonly onRetry: () => void;
}

export function EmbedProblem({ problem, detail, onRetry }: EmbedProblemProps) {
  // Whether this device remembers a key does not count here.
  const told = problem === 'noToken' ? 'keyDoesNotFit' : problem;
  const words = useWords(problemWords)[told];
  return (
    <main>
      <ProblemNote problem={told} words={words} detail={detail} page>
        <Cures problem={problem} onRetry={onRetry} />
      </ProblemNote>
    </main>
  );
}
