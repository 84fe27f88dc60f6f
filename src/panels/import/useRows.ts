/** The choices one makes about a table before it is imported, and what they come to: guessed at first, then as chosen. */
import { useDeferredValue, useMemo, useState } from 'react';
import { areHeadings, guessKind, guessMapping, type Mapping, type RowKind } from '../../import/fields.ts';
import { planReadings, type ReadingsPlan } from '../../import/planReadings.ts';
import { planTouchpoints, type RowsInto, type RowsPlan } from '../../import/planTouchpoints.ts';
import type { Table, TableRow } from '../../import/table.ts';

export interface RowsChoice {
  readonly sheet: number;
  readonly kind: RowKind;
  readonly hasHeads: boolean;
  readonly mapping: Mapping;
}
export type Plan =
  | ({ readonly kind: 'touchpoints' } & RowsPlan)
  | ({ readonly kind: 'readings' } & ReadingsPlan);

export function useRows(tables: readonly Table[], into: RowsInto, withReadings: boolean) {
  const [choice, setChoice] = useState(() => firstChoice(tables, withReadings));
  const { sheet, kind, hasHeads, mapping } = choice;
  const all = useMemo(() => tables[sheet]?.rows ?? [], [tables, sheet]);
  const headings = hasHeads ? (all[0]?.cells ?? []) : null;
  const rows = useMemo(() => (hasHeads ? all.slice(1) : all), [all, hasHeads]);
  const columns = useMemo(() => Math.max(1, ...all.map(({ cells }) => cells.length)), [all]);
  // Thousands of rows take a moment: the choice is shown first.
  const shown = useDeferredValue(choice);
  const plan = useMemo(() => planOf(tables, shown, into), [tables, shown, into]);
  return {
    choice,
    headings,
    rows,
    columns,
    plan,
    planFor: (now: RowsInto) => planOf(tables, choice, now),
    chooseSheet: (next: number) => setChoice(choiceFor(tables, next, withReadings)),
    chooseKind: (next: RowKind) =>
      setChoice({ ...choice, kind: next, mapping: guessFor(all, next, hasHeads) }),
    chooseHeads: (next: boolean) =>
      setChoice({ ...choice, hasHeads: next, mapping: guessFor(all, kind, next) }),
    map: (column: number, field: string | null) =>
      setChoice({
        ...choice,
        mapping: Array.from({ length: columns }, (_, index) => {
          if (index === column) return field;
          // A field has one column.
          return field !== null && mapping[index] === field ? null : (mapping[index] ?? null);
        }),
      }),
  };
}

function planOf(
  tables: readonly Table[],
  { sheet, kind, hasHeads, mapping }: RowsChoice,
  into: RowsInto,
): Plan {
  const rows = (tables[sheet]?.rows ?? []).slice(hasHeads ? 1 : 0);
  return kind === 'touchpoints'
    ? { kind, ...planTouchpoints(rows, mapping, into) }
    : { kind, ...planReadings(rows, mapping, into.base, into.language) };
}

/** Of several sheets the one whose headings say most. */
function firstChoice(tables: readonly Table[], withReadings: boolean): RowsChoice {
  const known = tables.map(({ rows }) => {
    const mapping = guessMapping('touchpoints', rows[0]?.cells ?? []);
    return mapping.includes('title') ? mapping.filter((field) => field !== null).length : 0;
  });
  return choiceFor(tables, Math.max(0, known.indexOf(Math.max(...known))), withReadings);
}

function choiceFor(tables: readonly Table[], sheet: number, withReadings: boolean): RowsChoice {
  const rows = tables[sheet]?.rows ?? [];
  const first = rows[0]?.cells ?? [];
  const kind = withReadings ? guessKind(first) : 'touchpoints';
  const hasHeads = areHeadings(kind, first);
  return { sheet, kind, hasHeads, mapping: guessFor(rows, kind, hasHeads) };
}

/** Without headings the first column is the title. */
function guessFor(rows: readonly TableRow[], kind: RowKind, hasHeads: boolean): Mapping {
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const whole = Array.from({ length: columns }, (_, column) => column);
  if (!hasHeads) return whole.map((column) => (column === 0 && kind === 'touchpoints' ? 'title' : null));
  const samples = whole.map((column) => rows.slice(1).map(({ cells }) => cells[column] ?? ''));
  return guessMapping(
    kind,
    whole.map((column) => rows[0]?.cells[column] ?? ''),
    samples,
  );
}
