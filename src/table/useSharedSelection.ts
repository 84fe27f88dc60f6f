/**
 * The active rows of the Table are the map's selection, and what is selected elsewhere (undo, find, palette) becomes the
 * active row. Each change is answered in one direction only: an undo changes rows and selection at once, and answering
 * both would go round for ever.
 */
import { useEffect, useEffectEvent, useMemo, useRef, type RefObject } from 'react';
import { sameIds } from '../canvas/sameIds.ts';
import { select } from '../canvas/selection.ts';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import type { Range } from './gridState.ts';
import type { TableRow } from './rows.ts';

interface SharedSelection {
  readonly grid: RefObject<HTMLElement | null>;
  readonly rows: readonly TableRow[];
  /** The stage whose name is the active cell. */
  readonly chosenStage: string | null;
  readonly range: Pick<Range, 'firstRow' | 'lastRow'>;
  /** Makes a row active; `isHere`: the focus is in the grid and goes along. */
  readonly onFollow: (key: string, isHere: boolean) => void;
}

export function useSharedSelection({ grid, rows, chosenStage, range, onFollow }: SharedSelection): void {
  const { screen } = useMapSession();
  const selection = useScreen((now) => now.selection);
  const { firstRow, lastRow } = range;
  const chosenIds = useMemo(
    () =>
      chosenStage === null
        ? rows
            .slice(firstRow, lastRow + 1)
            .filter(({ kind }) => kind === 'touchpoint')
            .map(({ key }) => key)
        : [chosenStage],
    [rows, chosenStage, firstRow, lastRow],
  );
  const told = useRef<readonly string[]>([]);
  const seen = useRef<ReadonlySet<string>>(new Set());
  const follow = useEffectEvent((ids: ReadonlySet<string>): boolean => {
    const [id] = ids;
    if (id === undefined || told.current.includes(id) || !rows.some(({ key }) => key === id)) return false;
    onFollow(id, grid.current?.contains(document.activeElement) ?? false);
    return true;
  });
  useEffect(() => {
    const isNew = selection !== seen.current;
    seen.current = selection;
    if (sameIds(new Set(chosenIds), new Set(told.current))) {
      if (isNew) follow(selection);
      return;
    }
    if (isNew && told.current.length > 0 && follow(selection)) return;
    told.current = chosenIds;
    select({ screen }, chosenIds);
  }, [screen, chosenIds, selection]);
}
