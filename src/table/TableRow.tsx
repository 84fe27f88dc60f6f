/**
 * One row: the stage's cell (drawn by the stage's block, named for readers), the number, and the cells. Drawn again
 * only when its touchpoint, its place, or what is chosen or written in it changes.
 */
import { memo, type CSSProperties, type ReactNode } from 'react';
import { emotionBand } from '../model/emotionBand.ts';
import type { Touchpoint } from '../model/journeyMap.ts';
import { useRecord, useScreen } from '../state/mapSession.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import { canvasWords } from '../words/canvas.ts';
import { signed } from '../words/scene.ts';
import { CellContent } from './CellContent.tsx';
import { CellEditor, type Leave } from './CellEditor.tsx';
import { cellText, type Lookup } from './cellValue.ts';
import { columnLabel } from './columnLabel.ts';
import type { Column } from './columns.ts';
import type { GridState } from './gridState.ts';
import type { TableRow as Row } from './rows.ts';
import styles from './Table.module.css';
import type { RowPerson } from './usePeople.ts';

export interface RowTools {
  readonly onCommit: (row: Row, column: number, text: string, leave: Leave, opened: string) => boolean;
  readonly onCancel: () => void;
  /** What can be chosen or was written before; null where anything may be typed. */
  readonly optionsOf: (column: Column) => readonly string[] | null;
}

export interface TableRowProps {
  readonly row: Row;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly Column[];
  readonly narrow: boolean;
  readonly lookup: Lookup;
  readonly stageName: string;
  /** Null: the active cell is in another row. */
  readonly active: number | null;
  readonly firstChosen: number;
  readonly lastChosen: number;
  readonly editing: GridState['editing'];
  readonly canEdit: boolean;
  readonly people: readonly RowPerson[] | undefined;
  readonly tools: RowTools;
}

export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, index, top, columns, narrow, lookup, stageName, active, people } = props;
  const touchpoint = useRecord('touchpoints', row.key);
  const { words } = lookup;
  const isNew = row.kind === 'new';
  const onRow = people?.filter(({ field }) => field === null) ?? [];
  const stageText = isNew ? '' : stageName;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes(styles.row, active !== null && styles.activeRow, isNew && styles.newRow)}
      style={{ top }}
      data-testid="table-row"
      data-id={row.key}
      data-kind={row.kind}
    >
      <Cell {...props} column={0} label={words.stage} text={stageText} className={styles.stageCell}>
        {isNew ? (
          <>
            {/* A column as wide as a letter has no room for the words. */}
            {narrow && <Icon name="plus" size={16} />}
            <span className={narrow ? styles.unseen : styles.hint}>{words.newStage}</span>
          </>
        ) : (
          <span className={styles.unseen}>{stageName}</span>
        )}
      </Cell>
      <span className={styles.zebra} data-odd={index % 2 === 0} aria-hidden="true" />
      <div role="rowheader" aria-colindex={2} className={styles.number}>
        {row.number ?? <span className={styles.unseen}>{words.newRow}</span>}
        {onRow.map(({ clientId, name, ink }) => (
          <span
            key={clientId}
            className={styles.personMark}
            style={{ background: `var(--${ink})` }}
            title={words.isIn(name)}
          />
        ))}
      </div>
      {columns.map((column, at) => (
        <FieldCell key={column.field} {...props} column={at + 1} field={column} touchpoint={touchpoint}>
          {touchpoint && row.kind === 'touchpoint' ? (
            <CellContent column={column} touchpoint={touchpoint} lookup={lookup} narrow={narrow} />
          ) : (
            at === 0 && <span className={styles.hint}>{isNew ? words.newRow : words.emptyStage}</span>
          )}
        </FieldCell>
      ))}
    </div>
  );
});

interface FieldCellProps extends Omit<TableRowProps, 'columns'> {
  readonly column: number;
  readonly field: Column;
  readonly touchpoint: Touchpoint | undefined;
  readonly children: ReactNode;
}

function FieldCell({ field, touchpoint, children, ...props }: FieldCellProps) {
  const language = useScreen((state) => state.language);
  const { lookup, narrow } = props;
  const label = columnLabel(field, language);
  const text = touchpoint && props.row.kind === 'touchpoint' ? cellText(field, touchpoint, lookup) : '';
  return (
    <Cell
      {...props}
      label={label}
      text={text}
      spoken={touchpoint && spokenValue(field, touchpoint, text, language, lookup)}
      field={field}
      className={field.field === 'title' ? styles.titleCell : undefined}
      style={{ width: narrow ? field.narrow : field.width }}
      emotionOf={field.field === 'emotion' ? (touchpoint?.title ?? '') : null}
    >
      {children}
    </Cell>
  );
}

/** Where the drawn sign is no word: the emotion with its band, yes or no. */
function spokenValue(
  { field, spec }: Column,
  touchpoint: Touchpoint,
  text: string,
  language: 'en' | 'zh',
  { words }: Lookup,
): string | undefined {
  if (spec.kind === 'boolean') return text;
  if (field !== 'emotion') return undefined;
  if (touchpoint.emotion === null) return words.notRated;
  return words.list([
    signed(touchpoint.emotion),
    canvasWords[language].bands[emotionBand(touchpoint.emotion)],
  ]);
}

interface CellProps extends Omit<TableRowProps, 'columns'> {
  readonly column: number;
  readonly label: string;
  readonly text: string;
  readonly spoken?: string | undefined;
  readonly field?: Column;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly emotionOf?: string | null;
  readonly children: ReactNode;
}

function Cell(props: CellProps) {
  const { row, column, label, text, spoken, field, className, style, children, lookup, tools } = props;
  const { active, firstChosen, lastChosen, editing, canEdit, people } = props;
  const isActive = active === column;
  const isChosen = column >= firstChosen && column <= lastChosen;
  const writer = field && people?.find((person) => person.field === field.field);
  const spec = field?.spec;
  return (
    <div
      role="gridcell"
      // The number's column stands between the stage and the fields.
      aria-colindex={column === 0 ? 1 : column + 2}
      aria-selected={isActive || isChosen}
      aria-label={isActive && editing ? undefined : spoken}
      tabIndex={isActive ? 0 : -1}
      data-column={column}
      data-field={field?.field ?? 'stage'}
      className={classes(
        styles.cell,
        className,
        isActive && styles.active,
        isChosen && !isActive && styles.chosen,
      )}
      style={writer ? { ...style, boxShadow: `inset 0 0 0 2px var(--${writer.ink})` } : style}
    >
      {isActive && editing ? (
        <CellEditor
          label={label}
          shown={text}
          start={editing.draft ?? text}
          rule={editing.rule}
          options={field ? tools.optionsOf(field) : null}
          emotionOf={props.emotionOf ?? null}
          numeric={spec?.kind === 'number'}
          maxLength={spec?.kind === 'text' ? spec.max : undefined}
          words={lookup.words}
          draft={`${row.kind === 'touchpoint' ? `touchpoints/${row.key}` : 'row'}#${field?.field ?? 'stage'}`}
          onCommit={(typed, leave, opened) => tools.onCommit(row, column, typed, leave, opened)}
          onCancel={tools.onCancel}
        />
      ) : (
        children
      )}
      {writer && (
        <span className={styles.writer} style={{ background: `var(--${writer.ink})` }}>
          {writer.name}
        </span>
      )}
      {isActive && !editing && canEdit && <span className={styles.grip} aria-hidden="true" />}
    </div>
  );
}
