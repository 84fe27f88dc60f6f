/**
 * The grid: head, stage blocks, the rows in view, the profile. An ARIA grid with one tab stop; it says how many rows
 * and columns there are, whatever is drawn.
 */
import { lazy, memo, Suspense, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { listenToTable } from '../canvas/tableKeys.ts';
import { emotionBands } from '../model/emotionBand.ts';
import { stageLetter } from '../model/address.ts';
import { Face } from '../panels/Face.tsx';
import { useMapSession, useProjection, useRecord, useScreen } from '../state/mapSession.ts';
import { classes } from '../ui/classes.ts';
import { focusHome } from '../ui/focusBack.ts';
import { sceneWordsFor } from '../words/scene.ts';
import { numberText, type Lookup } from './cellValue.ts';
import { columnLabel } from './columnLabel.ts';
import type { Column } from './columns.ts';
import { Profile, profileStep, profileWidth, profileZero } from './Profile.tsx';
import { stageBlocks, type LaneChoice, type TableRow as Row } from './rows.ts';
import styles from './Table.module.css';
import { TableRow } from './TableRow.tsx';
import { useGrid } from './useGrid.ts';
import { usePeople } from './usePeople.ts';
import { useWindow } from './useWindow.ts';

const TableMenus = lazy(() => import('./TableMenus.tsx').then((part) => ({ default: part.TableMenus })));

/** The head and each row are so high. */
export const headPx = 38;
export const rowPx = (narrow: boolean): number => (narrow ? 44 : 33);
const numberPx = 38;
const zebraPx = 6;

export interface TableGridProps {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly lookup: Lookup;
  readonly choice: LaneChoice;
  readonly laneId: string | null;
  readonly narrow: boolean;
  readonly onShowAll: () => void;
  /** What the status line says about the cell one is on. */
  readonly onPosition: (text: string) => void;
}

export function TableGrid(props: TableGridProps) {
  const { rows, columns, lookup, choice, laneId, narrow, onShowAll, onPosition } = props;
  const session = useMapSession();
  const scroller = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const language = useScreen((state) => state.language);
  const title = useProjection((state) => state.journey.map.title);
  const stages = useProjection((state) => state.journey.stages);
  const owners = useProjection((state) => state.journey.touchpoints);
  const people = usePeople();
  const rowHeight = rowPx(narrow);
  const stagePx = narrow ? 36 : 196;
  const shown = useWindow(scroller, rows.length, rowHeight, headPx);
  const grid = useGrid({
    grid: scroller,
    rows,
    columns,
    lookup,
    choice,
    laneId,
    page: 10,
    onShowAll,
  });
  const { active, range, editing } = grid;
  const { words } = lookup;
  const names = useMemo(
    () => new Map(stages.map(({ id, name }, index) => [id, `${stageLetter(index)} ${name}`])),
    [stages],
  );
  const emotionAt = narrow ? -1 : columns.findIndex(({ field }) => field === 'emotion');
  const leftOf = (count: number): number =>
    stagePx +
    zebraPx +
    numberPx +
    columns
      .slice(0, count)
      .reduce(
        (sum, column, index) => sum + widthOf(column, narrow) + (index === emotionAt ? profileWidth : 0),
        0,
      );
  const width = leftOf(columns.length);
  const frozen = leftOf(1);

  const optionsOf = useMemo(() => {
    const texts = (field: 'owner' | 'team' | 'feeling'): string[] =>
      [...new Set(owners.map((one) => one[field]).filter(Boolean))].toSorted(
        new Intl.Collator(language).compare,
      );
    return (column: Column): readonly string[] | null => {
      const { spec, field } = column;
      if (spec.kind === 'choice') return spec.values.map((value) => lookup.valueName(column.words, value));
      if (spec.kind === 'reference') return lookup.records(column).map(({ name }) => name);
      return field === 'owner' || field === 'team' || field === 'feeling' ? texts(field) : null;
    };
  }, [lookup, owners, language]);
  const tools = useMemo(() => ({ ...grid.tools, optionsOf }), [grid.tools, optionsOf]);

  const { takesFocus } = grid;
  useLayoutEffect(() => {
    if (!takesFocus()) return;
    const cell = scroller.current?.querySelector<HTMLElement>('[tabindex="0"][data-column]');
    if (!cell) return;
    if (!editing) cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active.key, active.column, editing, rows, takesFocus]);
  const activeColumn = columns[active.column - 1];
  const label = activeColumn ? columnLabel(activeColumn, language) : words.stage;
  useEffect(() => onPosition(words.position(active.index + 1, rows.length, label)));
  useEffect(
    () =>
      listenToTable(session, () =>
        scroller.current?.contains(document.activeElement) ? ['map', 'table'] : ['map'],
      ),
    [session],
  );

  // The row one is on stays, wherever one scrolls: the focus is in it.
  const drawn = rows.slice(shown.first, shown.end).map((row, at) => ({ row, index: shown.first + at }));
  const own = rows[active.index];
  if (own && (active.index < shown.first || active.index >= shown.end))
    drawn.push({ row: own, index: active.index });

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      {...focusHome}
      aria-label={words.name(title)}
      aria-describedby={helpId}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 2}
      aria-readonly={!session.editing}
      aria-multiselectable
      className={classes(styles.grid, narrow && styles.narrow)}
      style={{
        ['--row' as string]: `${rowHeight}px`,
        ['--stage' as string]: `${stagePx}px`,
        ['--frozen' as string]: `${frozen}px`,
      }}
      data-testid="table-grid"
      {...grid.handlers}
    >
      <span id={helpId} hidden>
        {words.help}
      </span>
      <div className={styles.sheet} style={{ width, height: headPx + rows.length * rowHeight }}>
        <div role="row" aria-rowindex={1} className={styles.head}>
          <div role="columnheader" aria-colindex={1} className={styles.stageHead}>
            {narrow ? <span className={styles.unseen}>{words.stage}</span> : words.stage}
          </div>
          <div role="columnheader" aria-colindex={2} className={styles.numberHead}>
            <span className={styles.unseen}>{words.number}</span>
            <span aria-hidden="true">↓</span>
          </div>
          {columns.map((column, at) => (
            <div
              key={column.field}
              role="columnheader"
              aria-colindex={at + 3}
              className={classes(styles.columnHead, column.field === 'title' && styles.titleHead)}
              style={{ width: widthOf(column, narrow) }}
            >
              {columnLabel(column, language)}
              {at === emotionAt && <ProfileHead />}
            </div>
          ))}
        </div>
        <div role="rowgroup" className={styles.body}>
          <div className={styles.stages} aria-hidden="true">
            {stageBlocks(rows)
              .filter(({ first, count }) => first < shown.end && first + count > shown.first)
              .map(({ stageId, first, count }) => (
                <StageBlock
                  key={stageId}
                  id={stageId}
                  letter={stageLetter(stages.findIndex(({ id }) => id === stageId))}
                  top={first * rowHeight}
                  height={count * rowHeight}
                  current={own?.stageId === stageId && own.kind !== 'new'}
                  narrow={narrow}
                />
              ))}
          </div>
          {drawn.map(({ row, index }) => (
            <TableRow
              key={row.key}
              row={row}
              index={index}
              top={index * rowHeight}
              columns={columns}
              narrow={narrow}
              lookup={lookup}
              stageName={names.get(row.stageId ?? '') ?? ''}
              active={index === active.index ? active.column : null}
              firstChosen={index >= range.firstRow && index <= range.lastRow ? range.firstColumn : -1}
              lastChosen={index >= range.firstRow && index <= range.lastRow ? range.lastColumn : -2}
              editing={index === active.index ? editing : null}
              canEdit={session.editing !== null}
              people={people.get(row.key)}
              tools={tools}
            />
          ))}
          {emotionAt >= 0 && (
            <Profile
              rows={rows}
              shown={shown}
              rowPx={rowHeight}
              left={leftOf(emotionAt) + widthOf(columns[emotionAt], narrow)}
            />
          )}
        </div>
      </div>
      {session.editing && (
        <Suspense fallback={null}>
          <TableMenus editing={session.editing} />
        </Suspense>
      )}
    </div>
  );
}

function widthOf(column: Column | undefined, narrow: boolean): number {
  return (narrow ? column?.narrow : column?.width) ?? 0;
}

/** The scale of the profile: five faces over their values. */
const ProfileHead = memo(function ProfileHead() {
  return (
    <span className={styles.profileHead} style={{ width: profileWidth }} aria-hidden="true">
      {emotionBands.map((band, index) => (
        <span key={band} style={{ left: profileZero + (index - 2) * profileStep }}>
          <Face band={band} size={15} />
          {index > 2 ? `+${index - 2}` : numberText(index - 2)}
        </span>
      ))}
    </span>
  );
});

const StageBlock = memo(function StageBlock(props: {
  readonly id: string;
  readonly letter: string;
  readonly top: number;
  readonly height: number;
  readonly current: boolean;
  readonly narrow: boolean;
}) {
  const { id, letter, top, height, current, narrow } = props;
  const stage = useRecord('stages', id);
  const mapLanguage = useProjection((state) => state.journey.map.language);
  if (!stage) return null;
  // A duration is drawn into the map, so it speaks the map's language, as in every file.
  const duration = stage.durationMin ? sceneWordsFor(mapLanguage).duration(stage.durationMin) : '';
  return (
    <div className={styles.stage} style={{ top, height }}>
      <div className={styles.stageText}>
        <span className={classes(styles.letter, current && styles.currentLetter)}>{letter}</span>
        {!narrow && (
          <span className={styles.stageWords}>
            <span className={styles.stageName}>{stage.name}</span>
            {height > 33 && <span className={styles.goal}>{stage.goal}</span>}
            {height > 66 && <span className={styles.duration}>{duration}</span>}
          </span>
        )}
      </div>
    </div>
  );
});
