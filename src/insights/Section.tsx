/** The frame of a section: number, name, what it rests on; and what it says when there is nothing to work out. */
import { useId, type ReactNode } from 'react';
import { tagItems, tagSize, tagWidth } from '../charts/pieces.ts';
import { isThin, type MissingReason, type Outcome } from '../analysis/outcome.ts';
import { useLanguage } from '../state/interfaceStore.ts';
import { classes } from '../ui/classes.ts';
import { pairOf } from '../words/together.ts';
import { Drawing } from './ChartView.tsx';
import { useInsights } from './insightsContext.ts';
import styles from './Insights.module.css';

export interface SectionProps {
  readonly number: number;
  readonly name: string;
  /** Beside the name: what it rests on. */
  readonly rests?: ReactNode;
  readonly className?: string | undefined;
  readonly testId: string;
  readonly children: ReactNode;
}

export function Section({ number, name, rests, className, testId, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes(styles.section, className)} aria-labelledby={id} data-testid={testId}>
      <header className={styles.sectionHead}>
        <span className={styles.sectionNumber} aria-hidden="true">
          {number}
        </span>
        <h2 id={id} className={styles.sectionName}>
          {name}
        </h2>
        <span className={styles.rests}>{rests}</span>
      </header>
      {children}
    </section>
  );
}

/** What is missing, and how to add it. */
export function Nothing({ reason }: { readonly reason: MissingReason }) {
  const { says, todo } = useInsights().facts.words.reasons[reason];
  return <Empty says={says} todo={todo} />;
}

export function Empty({ says, todo }: { readonly says: string; readonly todo?: string }) {
  return (
    <p className={styles.nothing} data-testid="nothing">
      {says}
      {todo && <span className={styles.todo}>{todo}</span>}
    </p>
  );
}

export interface RestsProps {
  readonly outcome: Outcome<unknown>;
  readonly what: string;
}

/** "12 of 18 rated", and whether that is little; leads to those. */
export function Rests({ outcome, what }: RestsProps) {
  const { facts } = useInsights();
  const { words } = facts;
  if (outcome.value === null) return null;
  const text = words.of(outcome.n, outcome.of, what);
  return (
    <Figure
      ids={outcome.ids}
      label={text}
      quiet
      text={isThin(outcome) ? `${text} · ${words.smallSample}` : text}
    />
  );
}

export interface FigureProps {
  readonly text: string;
  /** What it is, where the text alone does not say it. */
  readonly label?: string;
  readonly ids: readonly string[];
  /** Why it rests on no single touchpoint, where it does not. */
  readonly why?: string | undefined;
  readonly quiet?: boolean;
  readonly className?: string | undefined;
  /** How the text is drawn, where a touchpoint's frame stands in it. */
  readonly children?: ReactNode;
}

/** A figure one can press to see what stands behind it. */
export function Figure({ text, label, ids, why, quiet, className, children }: FigureProps) {
  const { onBehind } = useInsights();
  const language = useLanguage();
  const name =
    label && label !== text ? (label.includes(text) ? label : pairOf(language, text, label)) : text;
  return (
    <button
      type="button"
      className={classes(styles.figure, quiet && styles.quiet, className)}
      aria-label={name}
      onClick={({ currentTarget }) => onBehind({ label: name, ids, why }, currentTarget)}
    >
      {children ?? text}
    </button>
  );
}

/** A touchpoint's number in its frame. */
export function Tag({ id, look }: { readonly id: string; readonly look?: 'plain' | 'hot' | 'signal' }) {
  const tag = useInsights().facts.tag(id);
  return (
    <span className={styles.tag}>
      <Drawing width={tagWidth(tag)} height={tagSize.height} items={tagItems(tag, 0, 0, look)} />
      <span className={styles.unseen}>{tag}</span>
    </span>
  );
}
