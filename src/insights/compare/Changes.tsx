/** What was added, removed, moved and changed between two states. What lies in this map leads to it; the rest is named with its address. */
import { useState, type ReactNode } from 'react';
import type { MatchedPair, StateComparison } from '../../analysis/compareStates.ts';
import { cellWriter, type CellWriter } from '../../export/tables/fieldCells.ts';
import { cutText } from '../../model/cutText.ts';
import type { FieldSpec } from '../../model/fieldSpec.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { recordSchema } from '../../model/schema.ts';
import { Button } from '../../ui/Button.tsx';
import { fieldWords } from '../../words/fields.ts';
import type { Naming } from '../../charts/chartFacts.ts';
import { useInsights } from '../insightsContext.ts';
import { Figure, Section, Tag } from '../Section.tsx';
import insights from '../Insights.module.css';
import styles from './Compare.module.css';

export interface ChangesProps {
  readonly value: StateComparison;
  readonly base: JourneyMap;
  readonly other: JourneyMap;
  readonly baseFacts: Naming;
  readonly otherFacts: Naming;
  readonly theirs: 'base' | 'other';
}

const rowsShown = 8;
const fieldsShown = 4;
const longestValue = 60;

export function Changes({ value, base, other, baseFacts, otherFacts, theirs }: ChangesProps) {
  const { facts, language } = useInsights();
  const words = facts.words.compare;
  const fields = fieldWords[language].fields.touchpoints as Readonly<Record<string, string>>;
  const writers = { old: cellWriter(base, language), present: cellWriter(other, language) };
  const pairs = new Map(value.pairs.map((pair) => [pair.id, pair]));
  const nameAlone = (side: Naming, isHere: boolean) => (id: string) => (
    <Row key={id} id={id} naming={side} isHere={isHere} />
  );
  const matched = (says: (pair: MatchedPair) => readonly string[]) => (id: string) => {
    const pair = pairs.get(id);
    if (!pair) return null;
    const naming = theirs === 'base' ? otherFacts : baseFacts;
    const mine = theirs === 'base' ? pair.id : pair.baseId;
    return <Row key={id} id={mine} naming={naming} isHere says={says(pair)} />;
  };
  const movedSays = ({ id, baseId, moved }: MatchedPair): readonly string[] => {
    const places = words.place(baseFacts.address(baseId), otherFacts.address(id));
    const to = (ids: { readonly from: string; readonly to: string } | null | undefined) =>
      ids ? [words.place(writers.old.nameOf(ids.from), writers.present.nameOf(ids.to))] : [];
    return [places, ...to(moved?.stage), ...to(moved?.lane)];
  };
  const changedSays = ({ changed }: MatchedPair): readonly string[] => [
    ...changed
      .slice(0, fieldsShown)
      .map((one) =>
        words.change(
          fields[one.field] ?? one.field,
          writtenValue(writers.old, one.field, one.old, facts),
          writtenValue(writers.present, one.field, one.new, facts),
        ),
      ),
    ...(changed.length > fieldsShown ? [words.moreFields(changed.length - fieldsShown)] : []),
  ];
  return (
    <>
      <List number={3} part="added" ids={value.added} row={nameAlone(otherFacts, theirs === 'base')} />
      <List number={4} part="removed" ids={value.removed} row={nameAlone(baseFacts, theirs === 'other')} />
      <List number={5} part="moved" ids={value.moved} row={matched(movedSays)} />
      <List number={6} part="changed" ids={value.changed} row={matched(changedSays)} />
    </>
  );
}

/** As a table says it, cut where it is long. */
function writtenValue(writer: CellWriter, field: string, value: unknown, facts: Naming): string {
  const fields: Readonly<Record<string, FieldSpec>> = recordSchema('touchpoints');
  const spec = fields[field];
  const cell = spec ? writer.cell(spec, value, ['touchpoints', field]) : null;
  if (cell === null || cell === '') return facts.words.compare.empty;
  return typeof cell === 'number' ? facts.numbers.plain(cell, 2) : cutText(cell, longestValue);
}

interface ListProps {
  readonly number: number;
  readonly part: 'added' | 'removed' | 'moved' | 'changed';
  readonly ids: readonly string[];
  readonly row: (id: string) => ReactNode;
}

function List({ number, part, ids, row }: ListProps) {
  const words = useInsights().facts.words.compare;
  const [all, setAll] = useState(false);
  return (
    <Section
      number={number}
      name={words[part].name}
      rests={words.count(ids.length)}
      testId={`compare-${part}`}
    >
      {ids.length === 0 ? (
        <p className={insights.note}>{words[part].none}</p>
      ) : (
        <ul className={insights.plainList}>{(all ? ids : ids.slice(0, rowsShown)).map(row)}</ul>
      )}
      {!all && ids.length > rowsShown && (
        <Button kind="text" onClick={() => setAll(true)}>
          {words.allRows(ids.length)}
        </Button>
      )}
    </Section>
  );
}

interface RowProps {
  readonly id: string;
  readonly naming: Naming;
  readonly isHere: boolean;
  readonly says?: readonly string[];
}

function Row({ id, naming, isHere, says = [] }: RowProps) {
  const words = useInsights().facts.words.compare;
  return (
    <li className={styles.row}>
      {isHere ? <Tag id={id} /> : <span className={styles.foreign}>{naming.address(id)}</span>}
      <span className={styles.rowText}>
        {isHere ? (
          <Figure ids={[id]} text={naming.title(id)} className={styles.rowName} />
        ) : (
          <span className={styles.rowName}>
            {naming.title(id)} <span className={insights.count}>{words.notHere}</span>
          </span>
        )}
        {says.map((text) => (
          <span key={text} className={styles.says}>
            {text}
          </span>
        ))}
      </span>
    </li>
  );
}
