/**
 * The grid's behaviour: which cell is meant, and what keys and the table of actions do with it; pointer, clipboard, the
 * map's selection and what others see of it have files of their own (useGridPointer, useGridClipboard, …).
 */
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';
import { announce } from '../canvas/announce.ts';
import { digitOf, matchesShortcut, platformOf, producesText } from '../canvas/shortcuts.ts';
import { serveTable, type TableRuns } from '../canvas/tableRuns.ts';
import { useMapSession } from '../state/mapSession.ts';
import { useToast } from '../ui/Toast.tsx';
import type { Leave } from './CellEditor.tsx';
import type { Lookup } from './cellValue.ts';
import type { Column } from './columns.ts';
import { columnsIn, rangeOf, rowsIn, type CellName, type GridState } from './gridState.ts';
import { cellAfter, cellForKey, type CellIndex } from './movement.ts';
import { tableRows, type LaneChoice, type TableRow } from './rows.ts';
import {
  clearCells,
  makeRow,
  moveRow,
  removeRows,
  withOthers,
  writeCell,
  writeStage,
} from './tableEditing.ts';
import { useGridClipboard } from './useGridClipboard.ts';
import { useGridPointer } from './useGridPointer.ts';
import { useSharedSelection } from './useSharedSelection.ts';
import { useWritingIn } from './useWritingIn.ts';

export interface GridNeeds {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly rows: readonly TableRow[];
  readonly columns: readonly Column[];
  readonly lookup: Lookup;
  readonly choice: LaneChoice;
  /** The lane new rows go to; null when the map has none that could hold them. */
  readonly laneId: string | null;
  /** Rows a page of the view holds. */
  readonly page: number;
  readonly onShowAll: () => void;
}

const digits: Readonly<Record<string, number | null>> = { 0: null, 1: -2, 2: -1, 3: 0, 4: 1, 5: 2 };

export function useGrid(needs: GridNeeds) {
  const { grid, rows, columns, lookup, choice, laneId, page, onShowAll } = needs;
  const session = useMapSession();
  const { screen, projection, editing: canEdit } = session;
  const toast = useToast();
  const [state, setState] = useState<GridState>(() => firstState(rows, screen.getState().selection));
  // Whoever came by keys or palette goes on typing in the grid at once.
  const wantsFocus = useRef(document.activeElement === document.body);
  const lastIndex = useRef(0);
  const { words } = lookup;

  const indexes = useMemo(() => new Map(rows.map(({ key }, index) => [key, index])), [rows]);
  // A row that others deleted leaves the place to the one that took it.
  const indexOf = (key: string): number =>
    indexes.get(key) ?? Math.min(lastIndex.current, Math.max(0, rows.length - 1));
  const activeIndex = indexOf(state.active.key);
  const activeKey = rows[activeIndex]?.key ?? '';
  const column = Math.min(state.active.column, columns.length);
  useEffect(() => {
    lastIndex.current = activeIndex;
  });
  const range = rangeOf(state, indexOf);

  const rowsNow = (): readonly TableRow[] =>
    tableRows(projection.getState().journey, choice, canEdit !== null, rows);
  const goTo = (active: CellName, anchor: CellName | null = null): void => {
    wantsFocus.current = true;
    setState({ active, anchor, editing: null });
  };
  const goToIndex = (list: readonly TableRow[], index: CellIndex, anchor: CellName | null = null): void => {
    const row = list[index.row];
    if (row) goTo({ key: row.key, column: index.column }, anchor);
  };
  const extentOf = (list: readonly TableRow[]) => ({
    rows: list.length,
    columns: columns.length + 1,
    page,
  });
  const open = (draft: string | null): void => {
    const row = rows[activeIndex];
    if (!canEdit || !row) return;
    const field = columns[column - 1];
    if (field?.spec.kind === 'boolean' && row.kind === 'touchpoint') {
      const now = projection.find('touchpoints', row.key)?.[field.field];
      writeCell(session, row, field, now === true ? words.no : words.yes, lookup, laneId);
      return;
    }
    // At once, and focused before the browser delivers the key, so that an input method begins in the text box.
    flushSync(() => setState((before) => ({ ...before, anchor: null, editing: { draft, rule: null } })));
  };

  const commit = (row: TableRow, at: number, typed: string, leave: Leave, opened: string): boolean => {
    const field = columns[at - 1];
    const text = withOthers(session, row, at === 0 ? null : field, { typed, opened }, lookup);
    const isGone = row.kind === 'touchpoint' && !projection.find('touchpoints', row.key);
    if (isGone) {
      toast({ text: words.gone, details: text, stays: true });
      setState((before) => ({ ...before, editing: null }));
      return true;
    }
    const written =
      at === 0
        ? writeStage(session, row, text)
        : field
          ? writeCell(session, row, field, text, lookup, laneId)
          : null;
    if (written && 'refused' in written) {
      if (leave === 'stay') {
        // Whoever went elsewhere is not called back; the text is kept where it can be copied.
        toast({ text: written.refused, details: text });
        setState((before) => ({ ...before, editing: null }));
        return true;
      }
      setState((before) => ({ ...before, editing: { draft: text, rule: written.refused } }));
      return false;
    }
    if (written?.rule) toast({ text: written.rule });
    const list = rowsNow();
    const made = at > 0 && row.kind !== 'touchpoint' && written ? written.id : null;
    const found = list.findIndex(({ key }) => key === (made ?? row.key));
    // The name of a new stage leads to its first row.
    const from = { row: found < 0 ? Math.max(0, list.length - 2) : found, column: at };
    const extent = extentOf(list);
    if (leave === 'stay')
      setState((before) =>
        before.active.key === row.key && before.active.column === at
          ? { active: { key: list[from.row]?.key ?? row.key, column: at }, anchor: null, editing: null }
          : before,
      );
    else if (leave === 'next' || leave === 'previous')
      goToIndex(list, cellAfter(from, extent, leave === 'next' ? 1 : -1));
    else {
      const key = leave === 'down' ? 'ArrowDown' : 'ArrowUp';
      const isNewStage = at === 0 && row.kind === 'new' && written !== null;
      const to = isNewStage
        ? { row: list.findIndex((one) => one.stageId === written.id), column: 1 }
        : cellForKey(key, from, extent, false);
      if (to) goToIndex(list, to);
    }
    return true;
  };

  const clipboard = useGridClipboard({
    rows,
    columns,
    range,
    lookup,
    laneId,
    rowsNow,
    onPasted: (first, last) => goTo(first, last),
  });
  const removeChosen = (): void => {
    const removed = removeRows(session, rowsIn(range, rows));
    if (removed === 0) return;
    announce(words.removed(removed));
    goToIndex(rowsNow(), { row: Math.min(range.firstRow, Math.max(0, rowsNow().length - 1)), column });
  };
  const move = (direction: -1 | 1): void => {
    if (!moveRow(session, rows, activeKey, direction)) {
      announce(words.cannotMove);
      return;
    }
    const list = rowsNow();
    const index = list.findIndex(({ key }) => key === activeKey);
    const stage = projection.find('stages', list[index]?.stageId ?? '')?.name ?? '';
    const title = projection.find('touchpoints', activeKey)?.title ?? '';
    announce(words.movedTo(title, stage, list[index]?.number ?? 0));
    goToIndex(list, { row: index, column });
  };
  const insertBelow = (): void => {
    const row = rows[activeIndex];
    const stageId = row?.stageId ?? null;
    const after = row?.kind === 'touchpoint' ? row.key : null;
    const made = makeRow(session, stageId, laneId, {}, after);
    if (made === null) return;
    wantsFocus.current = true;
    setState({ active: { key: made, column: 1 }, anchor: null, editing: { draft: null, rule: null } });
  };
  const openRowMenu = async (place: Element | { x: number; y: number }, stageId: string | null) => {
    const { openTableMenu } = await import('./tableMenu.ts');
    openTableMenu(session, place, stageId);
  };
  const openMenu = (): void => {
    const cell = grid.current?.querySelector('[tabindex="0"]');
    if (cell && canEdit) void openRowMenu(cell, column === 0 ? (rows[activeIndex]?.stageId ?? null) : null);
  };
  const reveal = (id: string): boolean => {
    const stageRow = rows.find(({ stageId }) => stageId === id);
    if (indexes.has(id)) goTo({ key: id, column: Math.max(1, column) });
    else if (projection.find('touchpoints', id)) {
      onShowAll();
      goTo({ key: id, column: Math.max(1, column) });
    } else if (stageRow) goTo({ key: stageRow.key, column: 0 });
    else return false;
    return true;
  };

  const runs = useEffectEvent((): TableRuns => ({
    openCell: () => open(null),
    clearCells: () => {
      const count = clearCells(session, rowsIn(range, rows), columnsIn(range, columns), lookup);
      if (count > 0) announce(words.cleared(count));
    },
    newRow: insertBelow,
    removeRows: removeChosen,
    moveRow: move,
    copyCells: clipboard.copy,
    pasteCells: clipboard.paste,
    openMenu,
    reveal,
  }));
  useEffect(
    () =>
      serveTable({
        openCell: () => runs().openCell(),
        clearCells: () => runs().clearCells(),
        newRow: () => runs().newRow(),
        removeRows: () => runs().removeRows(),
        moveRow: (direction) => runs().moveRow(direction),
        copyCells: () => runs().copyCells(),
        pasteCells: () => runs().pasteCells(),
        openMenu: () => runs().openMenu(),
        reveal: (id) => runs().reveal(id),
      }),
    [],
  );

  const activeRow = rows[activeIndex];
  useSharedSelection({
    grid,
    rows,
    chosenStage: column === 0 ? (activeRow?.stageId ?? null) : null,
    range,
    onFollow: (key, isHere) => {
      wantsFocus.current = isHere;
      setState({ active: { key, column: Math.max(1, column) }, anchor: null, editing: null });
    },
  });
  const writtenId = column === 0 ? activeRow?.stageId : activeKey;
  const writtenField = column === 0 ? 'name' : columns[column - 1]?.field;
  useWritingIn(state.editing ? (writtenId ?? null) : null, writtenField ?? null);

  // Actions of the page that open a text open it here.
  const openText = useEffectEvent((id: string) => {
    screen.setState({ editing: null });
    const list = rowsNow();
    const isStage = projection.find('stages', id) !== undefined;
    const row = list.find((one) => (isStage ? one.stageId === id : one.key === id));
    if (!row) return;
    wantsFocus.current = true;
    setState({
      active: { key: row.key, column: isStage ? 0 : 1 },
      anchor: null,
      editing: { draft: null, rule: null },
    });
  });
  useEffect(() => screen.subscribe(({ editing }) => editing && openText(editing.id)), [screen]);

  const handleKeyDown = (event: React.KeyboardEvent): void => {
    const { key, shiftKey } = event;
    if (event.nativeEvent.isComposing || event.target instanceof HTMLInputElement) return;
    const mod = event.ctrlKey || event.metaKey;
    const to = event.altKey ? null : cellForKey(key, { row: activeIndex, column }, extentOf(rows), mod);
    if (to) {
      event.preventDefault();
      goToIndex(rows, to, shiftKey ? (state.anchor ?? { key: activeKey, column }) : null);
    } else if (key === 'Escape' && state.anchor) {
      event.preventDefault();
      setState((before) => ({ ...before, anchor: null }));
    } else if (matchesShortcut(event, 'Mod+A', platformOf(navigator.userAgent))) {
      event.preventDefault();
      const last = rows.at(-1);
      if (last) goTo({ key: rows[0]?.key ?? '', column: 1 }, { key: last.key, column: columns.length });
    } else if (canEdit && !mod && !event.altKey) typeInto(event);
  };
  const typeInto = (event: React.KeyboardEvent): void => {
    const { key } = event;
    const field = columns[column - 1];
    const isBoolean = field?.spec.kind === 'boolean';
    const digit = (event.shiftKey ? undefined : digitOf(event)) ?? key;
    if (field?.field === 'emotion' && digit in digits && activeRow?.kind === 'touchpoint') {
      event.preventDefault();
      const value = digits[digit];
      writeCell(session, activeRow, field, value === null ? '' : String(value), lookup, laneId);
      return;
    }
    // An input method that has taken the key says so by name or code only; its text begins in the box all the same.
    const isTyped = producesText(key) || key === 'Process' || event.nativeEvent.keyCode === 229;
    if (!isTyped) return;
    if (isBoolean || key === ' ') {
      event.preventDefault();
      open(null);
    } else {
      event.stopPropagation();
      open('');
    }
  };
  const pointer = useGridPointer({
    active: { key: activeKey, column },
    isEditing: state.editing !== null,
    onChoose: (cell) => goTo(cell),
    onExtend: (cell) => goTo({ key: activeKey, column }, cell),
    onOpen: () => open(null),
    onMenu: canEdit
      ? (cell, place) => {
          const index = indexOf(cell.key);
          if (index < range.firstRow || index > range.lastRow) flushSync(() => goTo(cell));
          void openRowMenu(place, cell.column === 0 ? (rows[index]?.stageId ?? null) : null);
        }
      : null,
  });

  const commitLatest = useRef(commit);
  useLayoutEffect(() => {
    commitLatest.current = commit;
  });
  const tools = useMemo(
    () => ({
      onCommit: (row: TableRow, at: number, text: string, leave: Leave, opened: string) =>
        commitLatest.current(row, at, text, leave, opened),
      onCancel: () => {
        wantsFocus.current = true;
        setState((before) => ({ ...before, editing: null }));
      },
    }),
    [],
  );
  return {
    active: { key: activeKey, index: activeIndex, column },
    range,
    editing: state.editing,
    tools,
    /** True once after each step that is to take the focus along. */
    takesFocus: useCallback(() => {
      const wanted = wantsFocus.current;
      wantsFocus.current = false;
      return wanted;
    }, []),
    handlers: {
      onKeyDown: handleKeyDown,
      ...clipboard.handlers,
      ...pointer,
    },
  };
}

function firstState(rows: readonly TableRow[], selection: ReadonlySet<string>): GridState {
  const [id] = selection;
  const row = rows.find(({ key }) => key === id) ?? rows[0];
  return { active: { key: row?.key ?? '', column: 1 }, anchor: null, editing: null };
}
