/** A table that comes in: which sheet, what each row and column is, what would happen, what is wrong with which row. */
import { useId, useMemo, useState } from 'react';
import { guessKind } from '../../import/fields.ts';
import { withCurve } from '../../import/newMap.ts';
import type { RowProblem, RowsInto } from '../../import/planTouchpoints.ts';
import type { Table } from '../../import/table.ts';
import { emptyMap } from '../../model/blankMap.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { titleOf } from '../../import/readSource.ts';
import { NAME } from '../../model/limits.ts';
import type { NewReading } from '../../model/parseReadings.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { importWords } from '../../words/imports.ts';
import { randomId } from '../randomId.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { ImportFrame, type ImportFrameProps } from './ImportFrame.tsx';
import { effectsOf, EffectList, ProblemList, type Effect } from './WhatHappens.tsx';
import { useRows, type Plan } from './useRows.ts';
import styles from './ImportDialog.module.css';

export type RowsOutcome =
  | { readonly kind: 'touchpoints'; readonly added: JourneyMap; readonly title: string }
  | { readonly kind: 'readings'; readonly readings: readonly NewReading[] };

export interface RowsImportProps extends Pick<ImportFrameProps, 'onClose' | 'onNewMap' | 'lead'> {
  readonly tables: readonly Table[];
  readonly fileName: string;
  /** Rows of a paste have no file. */
  readonly isPaste: boolean;
  /** The map they go into; null: a new one. */
  readonly base: JourneyMap | null;
  readonly at: RowsInto['at'];
  readonly onOutcome: (outcome: RowsOutcome) => void;
}

const nothing = emptyMap('new');
const none: readonly RowProblem[] = [];

export function RowsImport({
  tables,
  fileName,
  isPaste,
  base,
  at,
  lead,
  onClose,
  onNewMap,
  onOutcome,
}: RowsImportProps) {
  const language = useLanguage();
  const words = importWords[language];
  const [title, setTitle] = useState(() => titleOf(fileName) || words.madeNames.title);
  const titleId = useId();
  const into = useMemo(
    (): RowsInto => ({ base: base ?? nothing, at, names: words.madeNames, language, newId: randomId }),
    [base, at, words, language],
  );
  const table = useRows(tables, into, base !== null);
  const { choice, plan, headings } = table;
  const count = plan === null ? 0 : countOf(plan);
  const first = tables[choice.sheet]?.rows[0]?.cells ?? [];
  return (
    <ImportFrame
      title={isPaste ? words.pasteTitle : words.title}
      subtitle={fileName}
      lead={lead}
      action={plan === null || count === 0 ? null : words.importRows(count, plan.kind)}
      onImport={() => {
        if (plan?.kind === 'readings') onOutcome({ kind: 'readings', readings: plan.readings });
        else if (plan) onOutcome({ kind: 'touchpoints', added: whole(plan.added), title });
      }}
      onClose={onClose}
      onNewMap={choice.kind === 'touchpoints' ? onNewMap : null}
    >
      <div className={styles.choices}>
        {base === null && (
          <span className={styles.choice}>
            <label htmlFor={titleId}>{words.mapTitle}</label>
            <TextField
              id={titleId}
              value={title}
              onType={setTitle}
              onCommit={setTitle}
              maxLength={NAME}
              large
            />
          </span>
        )}
        {tables.length > 1 && (
          <span className={styles.choice}>
            <span>{words.sheet}</span>
            <Select
              large
              aria-label={words.sheet}
              value={String(choice.sheet)}
              choices={tables.map(({ name }, index) => ({ value: String(index), label: name }))}
              onChange={(value) => table.chooseSheet(Number(value))}
              testId="import-sheet"
            />
          </span>
        )}
        {base !== null && (
          <span className={styles.choice}>
            <span>{words.rowsAre}</span>
            <SegmentedControl
              large
              label={words.rowsAre}
              value={choice.kind}
              segments={(['touchpoints', 'readings'] as const).map((value) => ({
                value,
                label: words.rowKinds[value],
              }))}
              onChange={table.chooseKind}
            />
          </span>
        )}
        <Checkbox checked={choice.hasHeads} onChange={table.chooseHeads} className={styles.heads}>
          {words.hasHeads}
        </Checkbox>
      </div>
      {base === null && guessKind(first) === 'readings' && (
        <p className={styles.notice}>{words.readingsHome}</p>
      )}
      <h3 className={styles.head3}>{words.columns}</h3>
      <ColumnTable
        kind={choice.kind}
        headings={headings}
        rows={table.rows}
        columns={table.columns}
        mapping={choice.mapping}
        onMap={table.map}
        problems={plan?.problems ?? none}
      />
      <p className={styles.hint}>{choice.kind === 'touchpoints' ? words.columnsHint : words.readingsHint}</p>
      {plan === null ? (
        <p className={styles.none}>{words.planning(table.planned, table.rows.length)}</p>
      ) : (
        <>
          <EffectList effects={effectsOfPlan(plan, choice.mapping, base === null)} none={noneOf()} />
          <ProblemList problems={plan.problems} kind={plan.kind} left={plan.left} read={plan.read} />
        </>
      )}
    </ImportFrame>
  );

  function whole(added: JourneyMap): JourneyMap {
    return base === null ? withCurve(added, words.madeNames.emotion, randomId) : added;
  }

  function noneOf(): string {
    if (choice.kind === 'touchpoints' && !choice.mapping.includes('title')) return words.needsTitle;
    const isSaid = ['metric', 'value', 'at'].every((field) => choice.mapping.includes(field));
    return choice.kind === 'readings' && !isSaid ? words.needsReading : words.nothing;
  }

  function effectsOfPlan(of: Plan, mapping: readonly (string | null)[], isNew: boolean): readonly Effect[] {
    if (countOf(of) === 0) return [];
    const left = mapping.flatMap((field, column) => (field === null ? [headings?.[column] ?? ''] : []));
    const leftColumns: Effect[] =
      left.length > 0 ? [{ text: words.leftColumns(left.length), names: left.filter(Boolean) }] : [];
    if (of.kind === 'touchpoints') return [...effectsOf(whole(of.added), isNew, words), ...leftColumns];
    const replaced: Effect[] = of.replaced > 0 ? [{ text: words.replaced(of.replaced), names: [] }] : [];
    return [{ text: words.count(of.readings.length, 'readings'), names: [] }, ...replaced, ...leftColumns];
  }
}

function countOf(plan: Plan): number {
  return plan.kind === 'touchpoints' ? plan.added.touchpoints.length : plan.readings.length;
}
