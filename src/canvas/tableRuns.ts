/**
 * What the grid of the Table can do while it is shown. It is a file of its own because others than the table of actions
 * ask for it.
 */

export interface TableRuns {
  openCell(): void;
  clearCells(): void;
  newRow(): void;
  removeRows(): void;
  moveRow(direction: -1 | 1): void;
  copyCells(): void;
  pasteCells(): void;
  openMenu(): void;
  /** Brings a record's row into view, also one that is folded away; false when it has none. */
  reveal(id: string): boolean;
}

let grid: TableRuns | null = null;

/** The grid is shown; gives back its undoing. */
export function serveTable(runs: TableRuns): () => void {
  grid = runs;
  return () => {
    if (grid === runs) grid = null;
  };
}

/** The grid, while the Table is shown. */
export function currentTable(): TableRuns | null {
  return grid;
}
