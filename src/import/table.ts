/** What a table file is read into: sheets of cells, each as the text a person sees there. */
import { COLUMNS, LETTERS, ROWS } from './bounds.ts';
import { refuse } from './refusal.ts';

export interface Table {
  /** Of the sheet; empty where the file has none. */
  readonly name: string;
  /** As they stand; rows may differ in length. Rows without any text are left out. */
  readonly rows: readonly TableRow[];
}
export interface TableRow {
  /** Counted from 1, as spreadsheets do. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Collects rows within the bounds. One a file: `letters` are counted over all its sheets. */
export function collectRows(letters: { count: number } = { count: 0 }): {
  add(number: number, cells: readonly string[]): void;
  readonly rows: readonly TableRow[];
} {
  const rows: TableRow[] = [];
  return {
    rows,
    add(number, cells) {
      if (cells.every((cell) => cell.trim() === '')) return;
      // One more for the headings.
      if (rows.length > ROWS) refuse({ code: 'too-many-rows', max: ROWS });
      if (cells.length > COLUMNS) refuse({ code: 'too-many-columns', max: COLUMNS });
      for (const cell of cells) letters.count += cell.length;
      if (letters.count > LETTERS) refuse({ code: 'file-too-large', mebibytes: LETTERS / 1024 / 1024 });
      rows.push({ number, cells });
    },
  };
}
