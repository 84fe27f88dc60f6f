/**
 * What mouse and finger do in the grid: press chooses a cell, with Shift the cells up to it; a double click, or a finger's
 * second press, opens it; the right button opens the row's menu. A press inside a text box is the text box's own.
 */
import { useRef, type MouseEvent, type PointerEvent } from 'react';
import type { CellName } from './gridState.ts';

interface GridPointer {
  readonly active: CellName;
  readonly isEditing: boolean;
  readonly onChoose: (cell: CellName) => void;
  readonly onExtend: (cell: CellName) => void;
  /** Opens the active cell. */
  readonly onOpen: () => void;
  /** At a place on the screen, px; null for who may not edit. */
  readonly onMenu: ((cell: CellName, place: { readonly x: number; readonly y: number }) => void) | null;
}

export function useGridPointer({ active, isEditing, onChoose, onExtend, onOpen, onMenu }: GridPointer) {
  const touched = useRef(false);
  return {
    onPointerDown: (event: PointerEvent): void => {
      const cell = cellAt(event.target);
      if (!cell || event.button > 0) return;
      const isSame = cell.key === active.key && cell.column === active.column;
      touched.current = event.pointerType === 'touch' && isSame && !isEditing;
      if (isSame && isEditing) return;
      if (event.shiftKey) {
        event.preventDefault();
        onExtend(cell);
      } else onChoose(cell);
    },
    onClick: (event: MouseEvent): void => {
      // A finger has no double click of its own: pressing the chosen cell again opens it.
      if (touched.current && cellIn(event.target)) onOpen();
      touched.current = false;
    },
    onDoubleClick: (event: MouseEvent): void => {
      if (cellAt(event.target)) onOpen();
    },
    onContextMenu: (event: MouseEvent): void => {
      const cell = cellAt(event.target);
      if (!cell || !onMenu) return;
      event.preventDefault();
      onMenu(cell, { x: event.clientX, y: event.clientY });
    },
  };
}

/** Of what is pressed outside a text box. */
function cellAt(target: EventTarget): CellName | null {
  return target instanceof HTMLInputElement ? null : cellIn(target);
}

function cellIn(target: EventTarget): CellName | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const key = cell?.closest<HTMLElement>('[data-testid="table-row"]')?.dataset['id'];
  return cell && key ? { key, column: Number(cell.dataset['column']) } : null;
}
