/** The first rows of a table as they stand, and above each column what it becomes. What cannot be read is marked in its cell. */
import type { Mapping, RowKind } from '../../import/fields.ts';
import { fieldsOf } from '../../import/fields.ts';
import type { RowProblem } from '../../import/planTouchpoints.ts';
import type { TableRow } from '../../import/table.ts';
import { stageLetter } from '../../model/address.ts';
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import { classes } from '../../ui/classes.ts';
import { Select } from '../../ui/Select.tsx';
import { fieldWords } from '../../words/fields.ts';
import { importWords } from '../../words/imports.ts';
import styles from './ImportDialog.module.css';

export interface ColumnTableProps {
  readonly kind: RowKind;
  readonly headings: readonly string[] | null;
  readonly rows: readonly TableRow[];
  readonly columns: number;
  readonly mapping: Mapping;
  readonly onMap: (column: number, field: string | null) => void;
  readonly problems: readonly RowProblem[];
}

/** Rows that are shown. */
const mostRows = 6;
const leftOut = '';

export function ColumnTable({ kind, headings, rows, columns, mapping, onMap, problems }: ColumnTableProps) {
  const words = useWords(importWords);
  const labels: Readonly<Record<string, string>> = fieldWords[useLanguage()].fields[kind];
  const choices = [
    { value: leftOut, label: words.leaveOut },
    ...Object.keys(fieldsOf(kind)).map((field) => ({ value: field, label: labels[field] ?? field })),
  ];
  const wrong = new Set(problems.map(({ row, field }) => `${row} ${field}`));
  const indexes = Array.from({ length: columns }, (_, index) => index);
  const more = rows.length - mostRows;
  return (
    <>
      <div className={styles.scroll} role="region" aria-label={words.columns}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                <span className={styles.unseen}>{words.rowHead}</span>
              </th>
              {indexes.map((column) => (
                <th key={column} scope="col" className={mapping[column] === null ? styles.out : undefined}>
                  <Select
                    value={mapping[column] ?? leftOut}
                    choices={choices}
                    onChange={(field) => onMap(column, field === leftOut ? null : field)}
                    aria-label={words.column(stageLetter(column), headings?.[column] ?? '')}
                    testId={`import-column-${column}`}
                  />
                  {headings && <span className={styles.heading}>{headings[column] ?? ''}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostRows).map(({ number, cells }) => (
              <tr key={number}>
                <th scope="row" className={styles.number}>
                  {number}
                </th>
                {indexes.map((column) => (
                  <td
                    key={column}
                    className={classes(
                      mapping[column] === null && styles.out,
                      wrong.has(`${number} ${mapping[column]}`) && styles.wrong,
                    )}
                  >
                    <span>{cells[column] ?? ''}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className={styles.hint}>{words.moreRows(more)}</p>}
    </>
  );
}
