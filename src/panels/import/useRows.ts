/** The choices one makes about a table before it is imported, and what they come to: guessed at first, then as chosen. */
import { useMemo, useState, useSyncExternalStore } from 'react';
import { areHeadings, guessKind, guessMapping, type Mapping, type RowKind } from '../../import/fields.ts';
import { planReadings, type ReadingsPlan } from '../../import/planReadings.ts';
import { planTouchpoints, type RowsInto, type RowsPlan, type Steps } from '../../import/planTouchpoints.ts';
import type { Table, TableRow } from '../../import/table.ts';
import { beginPlanning, plansAlike } from './planning.ts';

export interface RowsChoice {
  readonly sheet: number;
  readonly kind: RowKind;
  readonly hasHeads: boolean;
  readonly mapping: Mapping;
}
export type Plan =
  | ({ readonly kind: 'touchpoints' } & RowsPlan)
  | ({ readonly kind: 'readings' } & ReadingsPlan);

const clock = (): number => performance.now();

export function useRows(tables: readonly Table[], into: RowsInto, withReadings: boolean) {
  const [choice, setChoice] = useState(() => firstChoice(tables, withReadings));
  const { sheet, kind, hasHeads, mapping } = choice;
  const all = useMemo(() => tables[sheet]?.rows ?? [], [tables, sheet]);
  const headings = hasHeads ? (all[0]?.cells ?? []) : null;
  const rows = useMemo(() => (hasHeads ? all.slice(1) : all), [all, hasHeads]);
  const columns = useMemo(() => Math.max(1, ...all.map(({ cells }) => cells.length)), [all]);
  // Others go on working on the map meanwhile: what they do is planned anew only where it makes a difference.
  const [lookedAt, setLookedAt] = useState(into);
  if (lookedAt !== into && !(sameBut(lookedAt, into) && plansAlike(lookedAt.base, into.base, kind)))
    setLookedAt(into);
  const planning = useMemo(
    () => beginPlanning(planOf(tables, choice, lookedAt), clock),
    [tables, choice, lookedAt],
  );
  const state = useSyncExternalStore(planning.subscribe, planning.state);
  return {
    choice,
    headings,
    rows,
    columns,
    /** Null while it is worked out. */
    plan: typeof state === 'number' ? null : state,
    /** Rows that are looked at already. */
    planned: typeof state === 'number' ? state : rows.length,
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

/** All but the map is the same. */
function sameBut(one: RowsInto, other: RowsInto): boolean {
  return one.at === other.at && one.names === other.names && one.language === other.language;
}

function* planOf(
  tables: readonly Table[],
  { sheet, kind, hasHeads, mapping }: RowsChoice,
  into: RowsInto,
): Steps<Plan> {
  const rows = (tables[sheet]?.rows ?? []).slice(hasHeads ? 1 : 0);
  return kind === 'touchpoints'
    ? { kind, ...(yield* planTouchpoints(rows, mapping, into)) }
    : { kind, ...(yield* planReadings(rows, mapping, into.base, into.language)) };
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

/** Rows that are looked at to guess what a column is. */
const mostSamples = 500;

/** Without headings the first column is the title. */
function guessFor(rows: readonly TableRow[], kind: RowKind, hasHeads: boolean): Mapping {
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const whole = Array.from({ length: columns }, (_, column) => column);
  if (!hasHeads) return whole.map((column) => (column === 0 && kind === 'touchpoints' ? 'title' : null));
  const shown = rows.slice(1, 1 + mostSamples);
  const samples = whole.map((column) => shown.map(({ cells }) => cells[column] ?? ''));
  return guessMapping(
    kind,
    whole.map((column) => rows[0]?.cells[column] ?? ''),
    samples,
  );
}
