/**
 * Rows of a table -> what would be added to a map, and what is wrong with which row. Nothing is written here: the answer
 * is shown first, and made again when the person says yes, on the map as it is then.
 *
 * In:  the rows below the headings, the field of each column, the map they go into (an empty one for a new map).
 * Out: a map that holds only what is new (references may lead into the map given), and what is wrong, with the rule: a cell
 *      that cannot be read leaves its field empty, and only what a touchpoint cannot be without leaves out its row.
 * An empty stage or lane cell means the one above it, as in a sheet with merged cells.
 */
import { emptyMap } from '../model/blankMap.ts';
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { COLLECTION_LIMITS, LAST_ROW } from '../model/limits.ts';
import { parseRecord, type Found } from '../model/parseField.ts';
import { collectReasons, type Rule } from '../model/reasons.ts';
import { brandDefaults, recordSchema } from '../model/schema.ts';
import { fieldWords } from '../words/fields.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { valueLabels } from '../words/valueNames.ts';
import { cellValue } from './cellValue.ts';
import { fieldsOf, type Mapping } from './fields.ts';
import { findNames, madeRecords } from './findNames.ts';
import type { TableRow } from './table.ts';

export interface RowProblem {
  /** Of the table, counted from 1. */
  readonly row: number;
  /** The field that is wrong; null: the row as a whole. */
  readonly field: string | null;
  /** What stands in the cell, shortened. */
  readonly value: string;
  readonly rule: Rule;
  /** The row comes in, with this field empty. */
  readonly isEmptied: boolean;
}
export interface RowFault {
  readonly field: string | null;
  readonly rule: Rule;
}
export interface RowsPlan {
  readonly added: JourneyMap;
  readonly problems: readonly RowProblem[];
  /** Rows that are read, and rows that are left out because something in them is wrong. */
  readonly read: number;
  readonly left: number;
}

export interface RowsInto {
  readonly base: JourneyMap;
  /** Where a row goes that names no place; null: the first stage and lane, or new ones. */
  readonly at: { readonly stageId: string; readonly laneId: string; readonly t: number } | null;
  /** Names of the stage and lane that are made when there is none at all. */
  readonly names: { readonly stage: string; readonly lane: string };
  readonly language: InterfaceLanguage;
  readonly newId: () => string;
}

/** A plan under way: each step is some rows, and gives how many are done; in the end the plan. */
export type Steps<T> = Generator<number, T, void>;

/** Rows of a step: a few milliseconds. */
export const rowsOfStep = 50;

export function* planTouchpoints(
  rows: readonly TableRow[],
  mapping: Mapping,
  into: RowsInto,
): Steps<RowsPlan> {
  const { base, newId } = into;
  const names = findNames(base, newId);
  const problems: RowProblem[] = [];
  const touchpoints: Touchpoint[] = [];
  const room = COLLECTION_LIMITS.touchpoints - base.touchpoints.length;
  const kinds = new Map(base.lanes.map(({ id, kind }) => [id, kind]));
  // Without a column of titles nothing can come in; that is said once, not by each row.
  const hasTitles = mapping.includes('title');
  let left = 0;

  for (const [index, row] of filledDown(rows, mapping).entries()) {
    if (index > 0 && index % rowsOfStep === 0) yield index;
    let { touchpoint, faults } = readRow(row, mapping);
    if (touchpoints.length >= room) {
      const max = COLLECTION_LIMITS.touchpoints;
      const collection = fieldWords[into.language].many.touchpoints;
      const found = base.touchpoints.length + rows.length;
      faults.push({ field: null, rule: { code: 'too-many-records', collection, max, found } });
    }
    const isKept = hasTitles && faults.every(isSpare);
    if (isKept && faults.length > 0) {
      // Read again without these cells, so that nothing is made for what is left empty.
      names.settle(false);
      const wrong = new Set(faults.map(({ field }) => field));
      ({ touchpoint } = readRow(
        row,
        mapping.map((field) => (wrong.has(field) ? null : field)),
      ));
    }
    names.settle(isKept);
    if (isKept) touchpoints.push(touchpoint);
    else left += 1;
    const told = hasTitles ? faults : faults.filter(({ field }) => field !== 'title');
    problems.push(...told.map((fault) => problem(row, fault, mapping, isKept)));
  }
  const { messages, topics, ...made } = madeRecords(names.made);
  const hasBrand = messages.length + topics.length > 0;
  return {
    added: {
      ...emptyMap('import'),
      ...made,
      brand: hasBrand ? { ...brandDefaults, messages, topics } : null,
      touchpoints: mapping.includes('t')
        ? touchpoints
        : spread(touchpoints, into.at?.t ?? null, mapping.includes('row')),
    },
    problems,
    read: rows.length,
    left,
  };

  function readRow(row: TableRow, columns: Mapping): { touchpoint: Touchpoint; faults: RowFault[] } {
    const faults: RowFault[] = [];
    const given = givenIn(
      row,
      columns,
      (text, to) => names.find(text, to),
      (field) => {
        faults.push(...names.faults.splice(0).map((rule) => ({ field, rule })));
      },
    );
    const stageId = textOf(given['stageId']) || into.at?.stageId || firstStage();
    const laneId = textOf(given['laneId']) || into.at?.laneId || firstLane();
    const kind = kinds.get(laneId);
    if (kind !== undefined && laneHolds(kind) !== 'touchpoints') {
      const laneKind = fieldWords[into.language].values.laneKind[kind];
      faults.push({ field: 'laneId', rule: { code: 'lane-without-touchpoints', laneKind } });
    }
    const reasons = collectReasons();
    const found: Found = { reasons, ids: [], references: [], readFile: () => undefined };
    const read = parseRecord(
      recordSchema('touchpoints'),
      { ...given, id: newId(), stageId, laneId },
      '$',
      found,
    );
    for (const { path, rule } of reasons.list) {
      const field = /^\$\.(\w+)/.exec(path)?.[1] ?? null;
      faults.push({ field, rule: spoken(rule, field, into.language) });
    }
    if (textOf(given['title']).trim() === '' && reasons.list.every(({ path }) => path !== '$.title'))
      faults.push({ field: 'title', rule: { code: 'required' } });
    return { touchpoint: read as Touchpoint, faults };
  }

  function firstStage(): string {
    return base.stages[0]?.id ?? names.find(into.names.stage, ['stages']);
  }
  function firstLane(): string {
    const lane =
      base.lanes.find(({ kind }) => kind === 'contact') ??
      base.lanes.find(({ kind }) => kind === 'customer-action') ??
      base.lanes.find(({ kind }) => laneHolds(kind) === 'touchpoints');
    return lane?.id ?? names.find(into.names.lane, ['lanes']);
  }
}

/** A fault in a field that a touchpoint can be without. */
function isSpare({ field }: RowFault): boolean {
  return field !== null && fieldsOf('touchpoints')[field]?.presence !== 'required';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Empty stage and lane cells filled with the one above, also where the row above is left out for another fault. */
function filledDown(rows: readonly TableRow[], mapping: Mapping): readonly TableRow[] {
  const columns = ['stageId', 'laneId']
    .map((field) => mapping.indexOf(field))
    .filter((column) => column >= 0);
  const above = new Map<number, string>();
  return rows.map((row) => {
    const cells = [...row.cells];
    for (const column of columns) {
      const cell = cells[column] ?? '';
      if (cell.trim() !== '') above.set(column, cell);
      else if (above.has(column)) {
        while (cells.length < column) cells.push('');
        cells[column] = above.get(column) ?? '';
      }
    }
    return { ...row, cells };
  });
}

function givenIn(
  { cells }: TableRow,
  mapping: Mapping,
  find: Parameters<typeof cellValue>[3],
  after: (field: string) => void,
): { [field: string]: unknown } {
  const fields = fieldsOf('touchpoints');
  const given: { [field: string]: unknown } = {};
  mapping.forEach((field, column) => {
    const spec = field === null ? undefined : fields[field];
    if (field === null || !spec) return;
    const value = cellValue(spec, cells[column] ?? '', ['touchpoints', field], find);
    if (value !== undefined) given[field] = value;
    after(field);
  });
  return given;
}

/** The values that may be chosen, in words. */
export function spoken(rule: Rule, field: string | null, language: InterfaceLanguage): Rule {
  if (rule.code !== 'not-a-choice' || field === null) return rule;
  const labels = valueLabels(fieldWords[language].values, ['touchpoints', field]);
  return { ...rule, choices: rule.choices.map((value) => labels[value] ?? value) };
}

export function problem(
  { number, cells }: TableRow,
  { field, rule }: RowFault,
  mapping: Mapping,
  isEmptied: boolean,
): RowProblem {
  const cell = field === null ? '' : (cells[mapping.indexOf(field)] ?? '');
  return {
    row: number,
    field,
    value: cell.length > 60 ? `${cell.slice(0, 59).toWellFormed()}…` : cell,
    rule,
    isEmptied,
  };
}

/**
 * Rows that share a cell stand in it side by side, in their order; where times have not decimals enough, below each other.
 * `from`: where the first of all shall stand.
 */
function spread(
  touchpoints: readonly Touchpoint[],
  from: number | null,
  keepRows: boolean,
): readonly Touchpoint[] {
  const cellOf = ({ stageId, laneId }: Touchpoint): string => `${stageId} ${laneId}`;
  const counts = new Map<string, number>();
  for (const one of touchpoints) counts.set(cellOf(one), (counts.get(cellOf(one)) ?? 0) + 1);
  const [first] = touchpoints;
  const placed = new Map<string, { readonly index: number; readonly t: number; readonly row: number }>();
  return touchpoints.map((one) => {
    const cell = cellOf(one);
    const last = placed.get(cell);
    const index = last ? last.index + 1 : 0;
    const count = counts.get(cell) ?? 1;
    const start = from !== null && first && cell === cellOf(first) ? from : null;
    const share = start === null ? (index + 0.5) / count : start + ((1 - start) * index) / count;
    const t = Math.round(share * 100) / 100;
    const row = last?.t === t ? Math.min(LAST_ROW, last.row + 1) : 0;
    placed.set(cell, { index, t, row });
    return keepRows ? { ...one, t } : { ...one, t, row };
  });
}
