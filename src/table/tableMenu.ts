/** Menus of the Table, rows of the one table of actions: for rows, and for the stage in its first column. Fetched when asked for. */
import { editingStore } from '../canvas/editing/editingStore.ts';
import { contextMenus, menuEntries, openHeadMenu } from '../canvas/editing/menus.ts';
import type { MapSession } from '../state/mapSession.ts';
import type { MenuPlace } from '../ui/menuEntries.ts';
import { tableWords } from '../words/table.ts';

/** `stageId`: the stage whose cell it is; null for a row. */
export function openTableMenu(session: MapSession, place: MenuPlace, stageId: string | null): void {
  if (stageId !== null) {
    openHeadMenu(session, 'stages', stageId, place);
    return;
  }
  const label = tableWords[session.screen.getState().language].table;
  editingStore.setState({ menu: { label, place, entries: menuEntries(session, contextMenus.row) } });
}
