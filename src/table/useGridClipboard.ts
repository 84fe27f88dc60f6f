/** Cells copied, cut and pasted as other spreadsheets do: lines of cells with tabs between them. What was done is said. */
import type { ClipboardEvent } from 'react';
import { announce } from '../canvas/announce.ts';
import { readTsv, writeTsv } from '../model/tsv.ts';
import { useMapSession } from '../state/mapSession.ts';
import { useToast } from '../ui/Toast.tsx';
import { cellText, type Lookup } from './cellValue.ts';
import type { Column } from './columns.ts';
import { columnsIn, rowsIn, type CellName, type Range } from './gridState.ts';
import type { TableRow } from './rows.ts';
import { clearCells, pasteCells } from './tableEditing.ts';

/** As the map's clipboard says it (document/commands.ts). */
const fragmentFormat = 'touchline/fragment';

interface GridClipboard {
  readonly rows: readonly TableRow[];
  readonly columns: readonly Column[];
  readonly range: Range;
  readonly lookup: Lookup;
  /** The lane of rows that are made; null when the map has none that could hold them. */
  readonly laneId: string | null;
  /** The rows as they are after an edit. */
  readonly rowsNow: () => readonly TableRow[];
  /** First and last cell of what was pasted. */
  readonly onPasted: (first: CellName, last: CellName) => void;
}

export function useGridClipboard(grid: GridClipboard) {
  const { rows, columns, range, lookup, laneId, rowsNow, onPasted } = grid;
  const session = useMapSession();
  const { projection, editing: canEdit } = session;
  const toast = useToast();
  const { words } = lookup;

  const chosenText = (): string => {
    const fields = columnsIn(range, columns);
    return writeTsv(
      rowsIn(range, rows).map((row) => {
        const touchpoint = projection.find('touchpoints', row.key);
        const stage = projection.find('stages', row.stageId ?? '')?.name ?? '';
        const texts = fields.map((field) =>
          touchpoint ? plainMinus(cellText(field, touchpoint, lookup)) : '',
        );
        return range.firstColumn === 0 ? [stage, ...texts] : texts;
      }),
    );
  };
  const paste = (text: string): void => {
    if (!canEdit || text === '') return;
    // Cards that were copied on the map are pasted as cards.
    if (text.includes(fragmentFormat)) void pasteCards(text);
    else pasteRange(text);
  };
  const pasteCards = async (text: string): Promise<void> => {
    const board = await import('../canvas/editing/clipboard.ts');
    if (canEdit && board.pastedFrom(text, '', false)?.kind === 'fragment')
      board.pasteText(session, canEdit, text, false);
    else pasteRange(text);
  };
  const pasteRange = (text: string): void => {
    const cells = readTsv(text);
    const from = Math.max(1, range.firstColumn);
    const { taken, refused, made } = pasteCells(
      session,
      cells,
      rows.slice(range.firstRow),
      columns.slice(from - 1),
      lookup,
      laneId,
    );
    announce(
      [
        words.pasted(taken),
        made.length > 0 && words.made(made.length),
        refused > 0 && words.notTaken(refused),
      ]
        .filter(Boolean)
        .join('. '),
    );
    if (refused > 0) toast({ text: words.notTaken(refused) });
    const width = Math.max(0, ...cells.map(({ length }) => length));
    const list = rowsNow();
    const last = list[Math.min(list.length - 1, range.firstRow + cells.length - 1)];
    const first = list[range.firstRow];
    if (first && last)
      onPasted(
        { key: first.key, column: from },
        { key: last.key, column: Math.min(columns.length, from + width - 1) },
      );
  };
  const pasteFromMenu = async (): Promise<void> => {
    const board = await import('../canvas/editing/clipboard.ts');
    const read = await board.readClipboard();
    if (read) paste(read.text);
    else board.sayPasteByKey(session);
  };
  const handleCopy = (event: ClipboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', chosenText());
    const chosen = range.lastRow - range.firstRow + 1;
    announce(words.copied(chosen * (range.lastColumn - range.firstColumn + 1)));
    if (event.type === 'cut' && canEdit)
      clearCells(session, rowsIn(range, rows), columnsIn(range, columns), lookup);
  };
  return {
    copy: () =>
      void import('../canvas/editing/clipboard.ts').then((board) => board.writeClipboard(chosenText())),
    paste: () => void pasteFromMenu(),
    handlers: {
      onCopy: handleCopy,
      onCut: handleCopy,
      onPaste: (event: ClipboardEvent): void => {
        if (event.target instanceof HTMLInputElement) return;
        event.preventDefault();
        paste(event.clipboardData.getData('text/plain'));
      },
    },
  };
}

/** Other programs read a hyphen as minus. */
function plainMinus(text: string): string {
  return /^−[\d.]+$/.test(text) ? text.replace('−', '-') : text;
}
