/**
 * Rows of the table of actions for the Table, the second view of the map: its keys work in its grid. The grid hangs in
 * what it can do while it is shown; until then they are off.
 */
import type { MapSession } from '../state/mapSession.ts';
import { edit, view, type Action } from './actionRow.ts';
import { currentTable, type TableRuns } from './tableRuns.ts';

const isShown = (): boolean => currentTable() !== null;
const more = { enabled: isShown };
const inMap = ({ screen }: MapSession): boolean => screen.getState().view === 'map';

function inGrid(
  id: Action['id'],
  shortcuts: readonly string[],
  run: (grid: TableRuns) => void,
  extra: Partial<Action> = {},
): Action {
  const action = edit(id, shortcuts, 'table', () => undefined, { ...more, ...extra });
  return {
    ...action,
    run(session) {
      const grid = currentTable();
      if (session.editing && grid) run(grid);
    },
  };
}

export const tableActions: readonly Action[] = [
  view('viewMap', [], 'map', ({ screen }) => screen.setState({ view: 'map' }), {
    icon: 'map',
    enabled: (session) => !inMap(session),
  }),
  view('viewTable', [], 'map', ({ screen }) => screen.setState({ view: 'table' }), {
    icon: 'table',
    enabled: ({ screen }) => screen.getState().view !== 'table',
  }),
  view('viewInsights', [], 'map', ({ screen }) => screen.setState({ view: 'insights' }), {
    icon: 'insights',
    enabled: ({ screen }) => screen.getState().view !== 'insights',
  }),
  inGrid('cellEdit', ['Enter', 'F2'], (runs) => runs.openCell(), { icon: 'edit' }),
  inGrid('cellClear', ['Delete', 'Backspace'], (runs) => runs.clearCells()),
  inGrid('rowNew', ['Mod+Enter'], (runs) => runs.newRow(), { icon: 'plus' }),
  inGrid('rowUp', ['Alt+ArrowUp'], (runs) => runs.moveRow(-1), { icon: 'arrow-up' }),
  inGrid('rowDown', ['Alt+ArrowDown'], (runs) => runs.moveRow(1), { icon: 'arrow-down' }),
  inGrid('rowRemove', ['Mod+Delete', 'Mod+Backspace'], (runs) => runs.removeRows(), { icon: 'bin' }),
  view('cellsCopy', ['Mod+C'], 'table', () => currentTable()?.copyCells(), {
    ...more,
    native: true,
    icon: 'copy',
  }),
  inGrid('cellsPaste', ['Mod+V'], (runs) => runs.pasteCells(), { native: true, icon: 'paste' }),
  inGrid('cellMenu', ['Shift+F10', 'ContextMenu'], (runs) => runs.openMenu(), { icon: 'more' }),
];
