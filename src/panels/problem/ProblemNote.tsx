/**
 * A problem in words (U42): what happened, what is safe, what to do next; the reasons of a refused file with their
 * JSON paths; folded away, what the server or the browser said in its own language; details to copy.
 */
import type { ReactNode } from 'react';
import { CopyDetails } from '../../ui/CopyDetails.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useWords } from '../../state/interfaceStore.ts';
import { problemActions, type ProblemWords } from '../../words/crash.ts';
import styles from './ProblemNote.module.css';

interface ShownReason {
  readonly path: string;
  /** In the reader's language. */
  readonly text: string;
}

export interface ProblemNoteProps {
  /** Its name, for tests. */
  readonly problem: string;
  readonly words: ProblemWords;
  /** What the server or the browser said, in its own words: for whoever looks into it. */
  readonly detail?: string | undefined;
  readonly reasons?: readonly ShownReason[] | undefined;
  /** Buttons for what to do next. */
  readonly children?: ReactNode;
  /** A page of its own instead of a note in a panel. */
  readonly page?: boolean | undefined;
  /** A note over the page, beside its parts. */
  readonly over?: boolean | undefined;
}

const mostReasons = 50;

export function ProblemNote({
  problem,
  words,
  detail,
  reasons = [],
  children,
  page,
  over,
}: ProblemNoteProps) {
  const actions = useWords(problemActions);
  const shown = reasons.slice(0, mostReasons);
  const Heading = page ? 'h1' : over ? 'h2' : 'h3';
  const details = [words.happened, detail, ...reasons.map(({ path, text }) => `${path}: ${text}`)]
    .filter(Boolean)
    .join('\n');
  return (
    <section
      className={page ? styles.page : styles.note}
      role="alert"
      data-testid="problem"
      data-problem={problem}
    >
      <Heading className={styles.title}>
        <Icon name="warning" size={page ? 24 : 18} />
        {words.title}
      </Heading>
      <p>{words.happened}</p>
      <p>{words.safe}</p>
      <p className={styles.next}>{words.next}</p>
      {shown.length > 0 && (
        <>
          <ol className={styles.reasons} data-testid="reasons">
            {shown.map((reason, index) => (
              <li key={index}>
                {reason.path === '$' ? actions.whole : <code>{reason.path}</code>} {reason.text}
              </li>
            ))}
          </ol>
          <p className={styles.detail}>{actions.reasons(shown.length, reasons.length)}</p>
        </>
      )}
      {detail && (
        <details className={styles.detail}>
          <summary>{actions.technical}</summary>
          <p>{detail}</p>
        </details>
      )}
      <div className={styles.actions}>
        {children}
        {(detail || reasons.length > 0) && (
          <CopyDetails icon="copy" details={details}>
            {actions.copyDetails}
          </CopyDetails>
        )}
      </div>
    </section>
  );
}
