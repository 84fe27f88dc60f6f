/** What an import would do, as a list of counts with names; what it would leave out or empty, and why, row by row. */
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import type { RowProblem } from '../../import/planTouchpoints.ts';
import type { RowKind } from '../../import/fields.ts';
import { problemText } from '../../import/problemText.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { importWords, type Counted, type ImportWords } from '../../words/imports.ts';
import styles from './ImportDialog.module.css';

export interface Effect {
  readonly text: string;
  readonly names: readonly string[];
}

/** What `added` would bring, the main thing first. `isNew`: to a map of its own, where everything is new. */
export function effectsOf(added: JourneyMap, isNew: boolean, words: ImportWords): readonly Effect[] {
  const count = (n: number, kind: Counted) => (isNew ? words.count(n, kind) : words.newCount(n, kind));
  const named = (kind: 'stages' | 'lanes' | 'personas' | 'tiers' | 'channels'): Effect[] => {
    const names = added[kind].map(({ name }) => name);
    return names.length === 0 ? [] : [{ text: count(names.length, kind), names }];
  };
  const counted = (
    kind: 'insights' | 'opportunities' | 'actions' | 'moments' | 'links' | 'readings' | 'elements',
  ): Effect[] =>
    added[kind].length === 0 ? [] : [{ text: words.count(added[kind].length, kind), names: [] }];
  const { messages = [], topics = [] } = added.brand ?? {};
  return [
    ...(added.touchpoints.length > 0
      ? [{ text: words.count(added.touchpoints.length, 'touchpoints'), names: [] }]
      : []),
    ...named('stages'),
    ...named('lanes'),
    ...named('personas'),
    ...named('tiers'),
    ...named('channels'),
    ...counted('links'),
    ...counted('moments'),
    ...counted('insights'),
    ...counted('opportunities'),
    ...counted('actions'),
    ...counted('readings'),
    ...counted('elements'),
    ...(added.evidence.length > 0
      ? [{ text: count(added.evidence.length, 'evidence'), names: added.evidence.map(({ title }) => title) }]
      : []),
    ...(messages.length > 0
      ? [{ text: words.messages(messages.length), names: messages.map(({ text }) => text) }]
      : []),
    ...(topics.length > 0
      ? [{ text: words.topics(topics.length), names: topics.map(({ name }) => name) }]
      : []),
  ];
}

const mostNames = 6;

export function EffectList({ effects, none }: { effects: readonly Effect[]; none: string }) {
  const words = useWords(importWords);
  return (
    <section className={styles.happens} aria-live="polite">
      <h3 className={styles.head3}>{words.happens}</h3>
      {effects.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ul className={styles.effects} data-testid="import-effects">
          {effects.map(({ text, names }) => (
            <li key={text}>
              <b>{text}</b>
              {names.length > 0 && (
                <span>
                  {words.names(names.slice(0, mostNames), names.length - Math.min(mostNames, names.length))}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const mostProblems = 100;

export function ProblemList({
  problems,
  kind,
  left,
  read,
}: {
  problems: readonly RowProblem[];
  kind: RowKind;
  left: number;
  read: number;
}) {
  const words = useWords(importWords);
  const out = problems.filter(({ isEmptied }) => !isEmptied);
  const emptied = problems.filter(({ isEmptied }) => isEmptied);
  const rows = new Set(emptied.map(({ row }) => row)).size;
  return (
    <>
      {out.length > 0 && (
        <ProblemRows title={words.leftRows(left, read)} problems={out} kind={kind} testId="import-problems" />
      )}
      {rows > 0 && (
        <ProblemRows title={words.emptiedRows(rows)} problems={emptied} kind={kind} testId="import-emptied" />
      )}
    </>
  );
}

function ProblemRows({
  title,
  problems,
  kind,
  testId,
}: {
  title: string;
  problems: readonly RowProblem[];
  kind: RowKind;
  testId: string;
}) {
  const words = useWords(importWords);
  const language = useLanguage();
  return (
    <section className={styles.problems}>
      <h3 className={styles.head3}>{title}</h3>
      <ol className={styles.rows} data-testid={testId}>
        {problems.slice(0, mostProblems).map((problem, index) => (
          <li key={index}>
            <b>{words.row(problem.row)}</b> {problemText(problem, kind, language)}
          </li>
        ))}
      </ol>
      {problems.length > mostProblems && <p>{words.moreProblems(problems.length - mostProblems)}</p>}
    </section>
  );
}
