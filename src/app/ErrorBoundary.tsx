/**
 * Catches what breaks while drawing and says what happened, what is safe and what to do (U42), instead of an empty
 * page. A part that could not be fetched (server updated meanwhile) has its own sentence.
 */
import { Component, type ReactNode } from 'react';
import { ProblemNote } from '../panels/problem/ProblemNote.tsx';
import { Button } from '../ui/Button.tsx';
import { crashWords, problemActions } from '../words/crash.ts';
import { useWords } from '../state/interfaceStore.ts';

interface Props {
  readonly children: ReactNode;
  /** Nobody asked for what is within: it is left out without a word. */
  readonly quiet?: boolean;
}

export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return this.props.quiet ? null : <Broken error={error} />;
  }
}

function Broken({ error }: { error: Error }) {
  const actions = useWords(problemActions);
  const problem = isMissingPart(error) ? 'partMissing' : 'crashed';
  const words = useWords(crashWords)[problem];
  return (
    <ProblemNote problem={problem} words={words} detail={error.message} page>
      <Button kind="main" onClick={() => location.reload()}>
        {actions.reload}
      </Button>
      <Button onClick={() => location.assign('/')}>{actions.home}</Button>
    </ProblemNote>
  );
}

/** Browsers have no common class for a module that could not be fetched; their sentences share these words. */
function isMissingPart(error: Error): boolean {
  return /dynamically imported module|importing a module script|module script failed|preload CSS/i.test(
    error.message,
  );
}
