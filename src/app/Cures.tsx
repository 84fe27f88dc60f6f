/** What cures a problem of a map's page, as buttons. */
import { useWords } from '../state/interfaceStore.ts';
import { Button } from '../ui/Button.tsx';
import { problemActions } from '../words/crash.ts';
import type { ProblemKey } from '../words/problems.ts';

/** Loading the page again. */
const reload: readonly ProblemKey[] = ['otherGeneration', 'roleChanged', 'outOfStep', 'partMissing'];
/** Time. */
const retry: readonly ProblemKey[] = [
  'serverDown',
  'tooMany',
  'serverCannotSave',
  'mapUnreadable',
  'serverFault',
];

export function Cures({ problem, onRetry }: { readonly problem: ProblemKey; readonly onRetry: () => void }) {
  const words = useWords(problemActions);
  return (
    <>
      {retry.includes(problem) && (
        <Button kind="main" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
      {reload.includes(problem) && (
        <Button kind="main" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      )}
    </>
  );
}
