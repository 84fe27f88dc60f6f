/** What stands at an address that is no page of ours. */
import { ProblemNote } from '../panels/problem/ProblemNote.tsx';
import { useWords } from '../state/interfaceStore.ts';
import { Button } from '../ui/Button.tsx';
import { problemActions } from '../words/crash.ts';
import { problemWords } from '../words/problems.ts';

export function UnknownPage({ onHome }: { readonly onHome: () => void }) {
  const { home } = useWords(problemActions);
  return (
    <ProblemNote problem="pageUnknown" words={useWords(problemWords).pageUnknown} page>
      <Button kind="main" onClick={onHome}>
        {home}
      </Button>
    </ProblemNote>
  );
}
