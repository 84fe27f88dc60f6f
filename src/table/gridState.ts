/**
 * Which cell is meant, which range is chosen and what is being typed: about this screen only. Cells are named by row
 * key and column, so that they stay what they are while others insert, move and delete rows.
 */
export interface CellName {
  readonly key: string;
  /** 0 is the stage; the fields follow. */
  readonly column: number;
}

export interface GridState {
  readonly active: CellName;
  /** The other corner of a range; null when only one cell is chosen. */
  readonly anchor: CellName | null;
  readonly editing: {
    /** What the editor begins with; null: with the cell's own text. */
    readonly draft: string | null;
    /** Why what was typed is not taken. */
    readonly rule: string | null;
  } | null;
}

/** The rectangle between two cells, as indexes, ends included. */
export interface Range {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export function rangeOf({ active, anchor }: GridState, indexOf: (key: string) => number): Range {
  const other = anchor ?? active;
  const rows = [indexOf(active.key), indexOf(other.key)];
  const columns = [active.column, other.column];
  return {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  };
}

/** The rows a range lies over, of all that are shown. */
export function rowsIn<Row>(range: Range, rows: readonly Row[]): readonly Row[] {
  return rows.slice(range.firstRow, range.lastRow + 1);
}

/** The fields a range lies over; the stage is none. */
export function columnsIn<Field>(range: Range, columns: readonly Field[]): readonly Field[] {
  return columns.slice(Math.max(0, range.firstColumn - 1), range.lastColumn);
}
