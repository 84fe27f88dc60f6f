/** What an import would do, as a list of counts with names; what it would leave out, and why, row by row. */
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import type { RowProblem } from '../../import/planTouchpoints.ts';
import type { RowKind } from '../../import/fields.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { fieldWords } from '../../words/fields.ts';
import { importWords, type Counted, type ImportWords } from '../../words/imports.ts';
import type { InterfaceLanguage } from '../../words/language.ts';
import { ruleText } from '../../words/reasons.ts';
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
  const language = useLanguage();
  if (problems.length === 0) return null;
  return (
    <section className={styles.problems}>
      <h3 className={styles.head3}>{words.leftRows(left, read)}</h3>
      <ol className={styles.rows} data-testid="import-problems">
        {problems.slice(0, mostProblems).map((problem, index) => (
          <li key={index}>
            <b>{words.row(problem.row)}</b> {problemText(problem, kind, words, language)}
          </li>
        ))}
      </ol>
      {problems.length > mostProblems && <p>{words.moreProblems(problems.length - mostProblems)}</p>}
    </section>
  );
}

/** "Emotion “great” must be a number from -2 to 2". */
export function problemText(
  { field, value, rule }: RowProblem,
  kind: RowKind,
  words: ImportWords,
  language: InterfaceLanguage,
): string {
  const labels: Readonly<Record<string, string>> = fieldWords[language].fields[kind];
  const many: Readonly<Record<string, string>> = fieldWords[language].many;
  const told =
    rule.code === 'second-reading'
      ? { ...rule, firstPath: words.row(Number(rule.firstPath.slice(1))) }
      : rule.code === 'too-many-records'
        ? { ...rule, collection: many[rule.collection] ?? rule.collection }
        : rule;
  return [
    field === null ? '' : (labels[field] ?? field),
    value === '' ? '' : words.stands(value),
    ruleText(told, language),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
