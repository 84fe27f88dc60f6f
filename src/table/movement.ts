/** Where the keys of a spreadsheet lead from a cell. In: indexes from 0. Out: the cell to go to, or null for other keys. */
export interface CellIndex {
  readonly row: number;
  readonly column: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows a page holds. */
  readonly page: number;
}

/** `mod`: Ctrl or Cmd is held, which goes to the end. */
export function cellForKey(key: string, from: CellIndex, extent: Extent, mod: boolean): CellIndex | null {
  const lastRow = extent.rows - 1;
  const lastColumn = extent.columns - 1;
  switch (key) {
    case 'ArrowUp':
      return within({ ...from, row: mod ? 0 : from.row - 1 }, extent);
    case 'ArrowDown':
      return within({ ...from, row: mod ? lastRow : from.row + 1 }, extent);
    case 'ArrowLeft':
      return within({ ...from, column: mod ? 0 : from.column - 1 }, extent);
    case 'ArrowRight':
      return within({ ...from, column: mod ? lastColumn : from.column + 1 }, extent);
    case 'Home':
      return { row: mod ? 0 : from.row, column: 0 };
    case 'End':
      return { row: mod ? lastRow : from.row, column: lastColumn };
    case 'PageUp':
      return within({ ...from, row: from.row - extent.page }, extent);
    case 'PageDown':
      return within({ ...from, row: from.row + extent.page }, extent);
    default:
      return null;
  }
}

/** The next cell in reading order: after the last of a row comes the first (or, backwards, the last) of the next. */
export function cellAfter(from: CellIndex, extent: Extent, step: 1 | -1): CellIndex {
  const flat = from.row * extent.columns + from.column + step;
  const held = Math.min(extent.rows * extent.columns - 1, Math.max(0, flat));
  return { row: Math.floor(held / extent.columns), column: held % extent.columns };
}

function within({ row, column }: CellIndex, { rows, columns }: Extent): CellIndex {
  return {
    row: Math.min(rows - 1, Math.max(0, row)),
    column: Math.min(columns - 1, Math.max(0, column)),
  };
}
