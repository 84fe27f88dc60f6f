/**
 * What the Table writes, each intent as one command: a cell, cells cleared or pasted, a row made, moved or deleted.
 * Refusals are said and never thrown; what others have deleted meanwhile is skipped.
 */
import { accept, editingOf } from '../canvas/editing/answers.ts';
import type { Fields } from '../document/commands.ts';
import type { Touchpoint } from '../model/journeyMap.ts';
import { NAME } from '../model/limits.ts';
import { withTheirs } from '../model/mergeTexts.ts';
import { inSequence } from '../model/sequence.ts';
import type { MapSession } from '../state/mapSession.ts';
import { cellText, parseCell, emptyValue, type Lookup } from './cellValue.ts';
import type { Column } from './columns.ts';
import { placesForNew, placesForOrder, type Placed } from './reorder.ts';
import type { TableRow } from './rows.ts';

export interface Written {
  /** The touchpoint or stage that holds what was written. */
  readonly id: string;
  /** Said about the value: it was made to fit. */
  readonly rule: string | null;
}

/**
 * What a cell shall hold when it is left: the typed text with what others wrote into it since it was opened; a cell in
 * which nothing was changed stays theirs. `column` null: the name of the stage.
 */
export function withOthers(
  { projection }: MapSession,
  row: TableRow,
  column: Column | null | undefined,
  { typed, opened }: { readonly typed: string; readonly opened: string },
  lookup: Lookup,
): string {
  const touchpoint = row.kind === 'touchpoint' ? projection.find('touchpoints', row.key) : undefined;
  const stage =
    row.kind !== 'new' && row.stageId !== null ? projection.find('stages', row.stageId) : undefined;
  const now = column === null ? stage?.name : column && touchpoint && cellText(column, touchpoint, lookup);
  if (now === undefined || column === undefined) return typed;
  if (typed === opened) return now;
  if (column === null) return withTheirs(opened, typed, now, NAME);
  return column.spec.kind === 'text' ? withTheirs(opened, typed, now, column.spec.max) : typed;
}

/** Writes a text into a cell; a row that is not there yet is made. `refused`: why the text is not taken. */
export function writeCell(
  session: MapSession,
  row: TableRow,
  column: Column,
  text: string,
  lookup: Lookup,
  laneId: string | null,
): Written | { readonly refused: string } | null {
  const parsed = parseCell(column, text, lookup);
  if (!parsed.ok) return { refused: parsed.rule };
  const fields: Fields<'touchpoints'> = { [column.field]: parsed.value };
  if (row.kind !== 'touchpoint') {
    if (text.trim() === '') return null;
    const id = makeRow(session, row.stageId, laneId, fields);
    return id === null ? null : { id, rule: parsed.rule };
  }
  const now = session.projection.find('touchpoints', row.key);
  if (now && JSON.stringify(now[column.field]) === JSON.stringify(parsed.value))
    return { id: row.key, rule: parsed.rule };
  const done = accept(session, editingOf(session).commands.update('touchpoints', [row.key], fields));
  return done && { id: row.key, rule: parsed.rule };
}

/** The name of a stage; in the last row a new one. */
export function writeStage(session: MapSession, row: TableRow, name: string): Written | null {
  const { commands } = editingOf(session);
  if (row.kind === 'new' || row.stageId === null) {
    if (name.trim() === '') return null;
    const made = accept(session, commands.create('stages', { name: name.trim() }));
    return made && { id: made.value, rule: null };
  }
  if (session.projection.find('stages', row.stageId)?.name !== name.trim())
    accept(session, commands.update('stages', [row.stageId], { name: name.trim() }));
  return { id: row.stageId, rule: null };
}

/** A touchpoint at the end of a stage, or after another of its rows; gives its id. */
export function makeRow(
  session: MapSession,
  stageId: string | null,
  laneId: string | null,
  fields: Fields<'touchpoints'>,
  after: string | null = null,
): string | null {
  if (stageId === null || laneId === null) return null;
  const ordered = rowsOf(session, stageId);
  const at = ordered.findIndex(({ id }) => id === after);
  const lane = at < 0 ? laneId : (ordered[at]?.laneId ?? laneId);
  const behind = at < 0 ? ordered.length : at + 1;
  const { fresh, others } = placesForNew(ordered, behind, 1, mayMove(ordered));
  const [place] = fresh;
  const one = { title: '', stageId, laneId: lane, ...place, ...fields };
  const { commands } = editingOf(session);
  if (others.size === 0) return accept(session, commands.create('touchpoints', one))?.value ?? null;
  return accept(session, commands.updateEach('touchpoints', others, [one]))?.value[0] ?? null;
}

/** All touchpoints of a stage in the order of the journey, whatever lanes are shown. */
function rowsOf({ projection }: MapSession, stageId: string): readonly Touchpoint[] {
  return inSequence(projection.getState().journey).filter((one) => one.stageId === stageId);
}

function mayMove(rows: readonly Touchpoint[]): boolean {
  return rows.every(({ locked }) => !locked);
}

/** Takes the values out of cells; gives how many. */
export function clearCells(
  session: MapSession,
  rows: readonly TableRow[],
  columns: readonly Column[],
  lookup: Lookup,
): number {
  const fields: Record<string, unknown> = {};
  for (const { field, spec } of columns) {
    const empty = emptyValue(spec, lookup.words);
    if (empty.ok) fields[field] = empty.value;
  }
  const ids = touchpointsOf(rows);
  if (ids.length === 0 || Object.keys(fields).length === 0) return 0;
  const part = fields as Fields<'touchpoints'>;
  return accept(session, editingOf(session).commands.update('touchpoints', ids, part))
    ? ids.length * Object.keys(fields).length
    : 0;
}

/** Cells of a spreadsheet into rows from one on; rows beyond the end are made, at the ends of their stages: all in one step. */
export function pasteCells(
  session: MapSession,
  cells: readonly (readonly string[])[],
  rows: readonly TableRow[],
  columns: readonly Column[],
  lookup: Lookup,
  laneId: string | null,
): { readonly taken: number; readonly refused: number; readonly made: readonly string[] } {
  let taken = 0;
  let refused = 0;
  const each = new Map<string, Fields<'touchpoints'>>();
  const fresh: Fields<'touchpoints'>[] = [];
  let stageId: string | null = rows[0]?.stageId ?? null;
  for (const [index, texts] of cells.entries()) {
    const row = rows[index];
    stageId = row?.stageId ?? stageId;
    const fields: Record<string, unknown> = {};
    for (const [at, text] of texts.entries()) {
      const column = columns[at];
      if (!column) continue;
      const parsed = parseCell(column, text, lookup);
      if (parsed.ok) fields[column.field] = parsed.value;
      else refused += 1;
    }
    const count = Object.keys(fields).length;
    if (count === 0) continue;
    const part = fields as Fields<'touchpoints'>;
    const stage = part.stageId ?? stageId;
    if (row?.kind === 'touchpoint') each.set(row.key, part);
    else if (stage !== null && laneId !== null) fresh.push({ title: '', laneId, ...part, stageId: stage });
    else {
      refused += count;
      continue;
    }
    taken += count;
  }
  if (each.size + fresh.length === 0) return { taken, refused, made: [] };
  const { placed, others } = atTheEnds(session, fresh);
  const changes = new Map(others);
  for (const [id, part] of each) changes.set(id, { ...others.get(id), ...part });
  const done = accept(session, editingOf(session).commands.updateEach('touchpoints', changes, placed));
  return done ? { taken, refused, made: done.value } : { taken: 0, refused, made: [] };
}

/** One place up or down among the rows, over the border of a stage into the next. True when it moved. */
export function moveRow(
  session: MapSession,
  rows: readonly TableRow[],
  key: string,
  direction: -1 | 1,
): boolean {
  const { projection } = session;
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  const beyond = rows[at + direction];
  if (row?.kind !== 'touchpoint' || !beyond || beyond.kind === 'new' || beyond.stageId === null) return false;
  const stageId = beyond.stageId;
  const others = rows.filter(
    (one) => one.stageId === stageId && one.kind === 'touchpoint' && one.key !== key,
  );
  const index =
    stageId === row.stageId
      ? others.findIndex((one) => one.key === beyond.key) + (direction > 0 ? 1 : 0)
      : direction > 0
        ? 0
        : others.length;
  const ordered = others.map((one) => one.key).toSpliced(index, 0, key);
  const placed = ordered.flatMap((id): Placed | [] => projection.find('touchpoints', id) ?? []);
  const places = placesForOrder(placed, index, stageId);
  return (
    places !== null && accept(session, editingOf(session).commands.move({ touchpoints: places })) !== null
  );
}

/** Deletes the touchpoints of rows; gives how many. */
export function removeRows(session: MapSession, rows: readonly TableRow[]): number {
  const ids = touchpointsOf(rows);
  if (ids.length === 0) return 0;
  return accept(session, editingOf(session).commands.remove(ids)) ? ids.length : 0;
}

function touchpointsOf(rows: readonly TableRow[]): string[] {
  return rows.filter(({ kind }) => kind === 'touchpoint').map(({ key }) => key);
}

/** New rows with their times, at the ends of their stages in the order they have; one that brings its own time keeps it. */
function atTheEnds(
  session: MapSession,
  fresh: readonly Fields<'touchpoints'>[],
): {
  readonly placed: readonly Fields<'touchpoints'>[];
  readonly others: ReadonlyMap<string, Fields<'touchpoints'>>;
} {
  const others = new Map<string, Fields<'touchpoints'>>();
  const placed = [...fresh];
  for (const stageId of new Set(fresh.map((one) => one.stageId ?? ''))) {
    const own = [...fresh.keys()].filter((index) => fresh[index]?.stageId === stageId);
    const ordered = rowsOf(session, stageId);
    const found = placesForNew(ordered, ordered.length, own.length, mayMove(ordered));
    for (const [id, place] of found.others) others.set(id, place);
    for (const [at, index] of own.entries()) placed[index] = { ...found.fresh[at], ...fresh[index] };
  }
  return { placed, others };
}
