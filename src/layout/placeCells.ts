/**
 * The cells of one lane: the notes of each stage stacked in as many columns as the stage is wide enough for,
 * the next one always in the shortest column. Positions are relative to the lane; it grows with the tallest stack.
 */
import type { StageColumn } from './mapLayout.ts';
import { cell } from './sizes.ts';

/** Columns and their width in a stage. */
export function cellColumns(stageWidth: number): {
  readonly count: number;
  readonly width: number;
  readonly pitch: number;
} {
  const room = stageWidth - 2 * cell.side;
  const count = Math.max(1, Math.floor((room + cell.between) / (cell.least + cell.between)));
  const pitch = (room + cell.between) / count;
  return { count, width: Math.min(cell.most, pitch - cell.between), pitch };
}

export interface PlacedCell<T> {
  readonly of: T;
  readonly x: number;
  readonly y: number;
}

/** Stacks the notes of one stage. `heightOf` is asked once a note; gives the height the lane needs for them. */
export function stackCells<T>(
  column: StageColumn,
  notes: readonly T[],
  heightOf: (note: T) => number,
): { readonly cells: readonly PlacedCell<T>[]; readonly height: number } {
  const { count, pitch } = cellColumns(column.width);
  const ends = Array.from<unknown, number>({ length: count }, () => cell.padding);
  const cells = notes.map((note): PlacedCell<T> => {
    let shortest = 0;
    ends.forEach((end, index) => {
      if (end < (ends[shortest] ?? 0)) shortest = index;
    });
    const y = ends[shortest] ?? cell.padding;
    ends[shortest] = y + heightOf(note) + cell.gap;
    return { of: note, x: column.x + cell.side + shortest * pitch, y };
  });
  return { cells, height: Math.max(...ends) - (cells.length > 0 ? cell.gap : 0) + cell.padding };
}
