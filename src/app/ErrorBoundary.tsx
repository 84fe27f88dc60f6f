/**
 * Catches what breaks while drawing and says what happened, what is safe and what to do (U42), instead of an empty
 * page. A part that could not be fetched (no network, server updated meanwhile) has its own sentence. What was opened
 * over a page is told of in a note over it: the page stays and can be worked on; a part that was missing is asked for again when the
 * device is back online.
 */
import { Component, useEffect, type ReactNode } from 'react';
import { ProblemNote } from '../panels/problem/ProblemNote.tsx';
import { Button } from '../ui/Button.tsx';
import { useFocusAtOnce } from '../ui/focusBack.ts';
import { tryPartsAgain } from '../ui/part.tsx';
import { crashWords, problemActions } from '../words/crash.ts';
import { useWords } from '../state/interfaceStore.ts';
import styles from './ErrorBoundary.module.css';
import { endGlimpse } from './showGlimpse.ts';

interface Props {
  readonly children: ReactNode;
  /** Nobody asked for what is within: it is left out without a word. */
  readonly quiet?: boolean;
  /** Takes back the wish for what is within, which was opened over the page. */
  readonly onClose?: () => void;
}

export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  /** What it says must not lie under a picture of the map. */
  override componentDidCatch(): void {
    endGlimpse();
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { children, quiet, onClose } = this.props;
    if (!error) return children;
    if (quiet) return null;
    if (!onClose) return <Broken error={error} />;
    return (
      <BrokenOver
        error={error}
        onRetry={() => this.#retry()}
        onClose={() => {
          onClose();
          this.#retry();
        }}
      />
    );
  }

  #retry(): void {
    tryPartsAgain();
    this.setState({ error: null });
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

interface BrokenOverProps {
  readonly error: Error;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** Takes the focus, as what was opened would have, and gives it back; Escape closes. */
function BrokenOver({ error, onRetry, onClose }: BrokenOverProps) {
  const actions = useWords(problemActions);
  const problem = isMissingPart(error) ? 'overMissing' : 'overBroken';
  const words = useWords(crashWords)[problem];
  const close = useFocusAtOnce<HTMLButtonElement>();
  useEffect(() => {
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [onRetry]);
  return (
    <div
      className={styles.over}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <ProblemNote problem={problem} words={words} detail={error.message} over>
        <Button kind="main" onClick={onRetry}>
          {actions.retry}
        </Button>
        <Button onClick={() => location.reload()}>{actions.reload}</Button>
        <Button ref={close} onClick={onClose}>
          {actions.close}
        </Button>
      </ProblemNote>
    </div>
  );
}

/** Browsers have no common class for a module that could not be fetched; their sentences share these words. */
function isMissingPart(error: Error): boolean {
  return /dynamically imported module|importing a module script|module script failed|preload CSS/i.test(
    error.message,
  );
}
