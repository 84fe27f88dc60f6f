/**
 * The one table of what can be done on the map (U1): toolbar, menus, shortcuts and help are drawn from it.
 *
 * `word` names the action in words/actions.ts; shortcuts are written with `Mod` (Ctrl or Cmd). Scope `map` works
 * wherever the focus is on the map's page, `canvas` only with the focus on the canvas. What edits is run by the
 * lazily loaded editing part and is never enabled without the right to edit.
 */
import type { MapSession } from '../state/mapSession.ts';
import type { IconName } from '../ui/Icon.tsx';
import type { ActionWord } from '../words/actions.ts';
import { canvasCamera } from './camera.ts';
import type * as editActions from './editing/editActions.ts';
import { focusedRecord, focusRecord } from './focusRecord.ts';
import { select } from './selection.ts';

export interface CanvasAction {
  readonly id: ActionWord;
  readonly word: ActionWord;
  readonly icon?: IconName;
  readonly shortcuts: readonly string[];
  readonly scope: 'canvas' | 'map';
  /** Needs the right to edit: not shown to viewers at all. */
  readonly edits: boolean;
  /** The browser's own event does it (copy, cut, paste), so the key must reach the browser. */
  readonly native?: boolean;
  enabled(session: MapSession): boolean;
  run(session: MapSession): void;
}

type EditRuns = typeof editActions;
let loaded: EditRuns | null = null;

/** Called by the editing part when it is there, so that from then on actions run within the key press itself. */
export function editingLoaded(runs: EditRuns): void {
  loaded = runs;
}

const hasSelection = ({ screen }: MapSession): boolean => screen.getState().selection.size > 0;
const always = (): boolean => true;

function view(
  id: ActionWord,
  shortcuts: readonly string[],
  scope: CanvasAction['scope'],
  run: CanvasAction['run'],
  more: Partial<CanvasAction> = {},
): CanvasAction {
  return { id, word: id, shortcuts, scope, edits: false, enabled: always, run, ...more };
}

function edit(
  id: ActionWord,
  shortcuts: readonly string[],
  scope: CanvasAction['scope'],
  run: (runs: EditRuns, session: MapSession) => void,
  { enabled = always, ...more }: Partial<CanvasAction> = {},
): CanvasAction {
  return {
    id,
    word: id,
    shortcuts,
    scope,
    edits: true,
    ...more,
    enabled: (session) => session.editing !== null && enabled(session),
    run(session) {
      if (!session.editing) return;
      if (loaded) run(loaded, session);
      else void import('./editing/editActions.ts').then((runs) => run(runs, session));
    },
  };
}

const withSelection: Partial<CanvasAction> = { enabled: hasSelection };
const arrows = [
  ['moveLeft', 'ArrowLeft', -1, 0],
  ['moveRight', 'ArrowRight', 1, 0],
  ['moveUp', 'ArrowUp', 0, -1],
  ['moveDown', 'ArrowDown', 0, 1],
] as const;
const emotions = [
  ['emotionVeryNegative', '1', -2],
  ['emotionNegative', '2', -1],
  ['emotionNeutral', '3', 0],
  ['emotionPositive', '4', 1],
  ['emotionVeryPositive', '5', 2],
  ['emotionNone', '0', null],
] as const;

export const canvasActions: readonly CanvasAction[] = [
  view('select', ['V'], 'map', ({ screen }) => screen.setState({ tool: 'select' }), { icon: 'select' }),
  view('hand', ['H'], 'map', ({ screen }) => screen.setState({ tool: 'hand' }), { icon: 'hand' }),
  edit('newTouchpoint', ['N'], 'map', (runs, session) => runs.newTouchpoint(session), { icon: 'touchpoint' }),
  edit('newNote', ['T'], 'map', (runs, session) => runs.newNote(session), { icon: 'note' }),
  edit('link', ['C'], 'map', (runs, session) => runs.startLink(session), { icon: 'link' }),
  edit('edit', ['Enter', 'F2'], 'canvas', (runs, session) => runs.editText(session), {
    icon: 'edit',
    enabled: (session) => session.screen.getState().selection.size === 1 || focusedRecord() !== null,
  }),
  view('back', ['Escape'], 'map', stepBack),
  edit('remove', ['Delete', 'Backspace'], 'canvas', (runs, session) => runs.removeSelection(session), {
    icon: 'bin',
    ...withSelection,
  }),
  ...arrows.map(([id, key, dx, dy]) =>
    view(id, [key], 'canvas', (session) => {
      if (session.editing && hasSelection(session)) editStep(session, dx, dy);
      else walk(session, dx + dy);
    }),
  ),
  ...arrows.map(([id, key, dx, dy]) =>
    edit(
      `${id}Far`,
      [`Shift+${key}`],
      'canvas',
      (runs, session) => runs.moveSelection(session, dx * 5, dy * 5),
      withSelection,
    ),
  ),
  ...emotions.map(([id, key, value]) =>
    edit(id, [key], 'canvas', (runs, session) => runs.setEmotion(session, value), withSelection),
  ),
  edit('undo', ['Mod+Z'], 'map', (runs, session) => runs.undo(session), {
    icon: 'undo',
    enabled: ({ editing }) => editing?.undo.state().undo !== null,
  }),
  edit('redo', ['Mod+Shift+Z', 'Mod+Y'], 'map', (runs, session) => runs.redo(session), {
    icon: 'redo',
    enabled: ({ editing }) => editing?.undo.state().redo !== null,
  }),
  edit('cut', ['Mod+X'], 'canvas', (runs, session) => runs.cut(session), {
    icon: 'cut',
    native: true,
    ...withSelection,
  }),
  edit('copy', ['Mod+C'], 'canvas', (runs, session) => runs.copy(session), {
    icon: 'copy',
    native: true,
    ...withSelection,
  }),
  edit('paste', ['Mod+V'], 'canvas', (runs, session) => runs.paste(session), { icon: 'paste', native: true }),
  edit('pastePlain', ['Mod+Shift+V'], 'canvas', (runs, session) => runs.pastePlain(session), {
    native: true,
  }),
  edit('duplicate', ['Mod+D'], 'canvas', (runs, session) => runs.duplicate(session), {
    icon: 'duplicate',
    ...withSelection,
  }),
  view('selectAll', ['Mod+A'], 'canvas', selectAll),
  view('fitAll', ['Shift+1'], 'map', () => canvasCamera.fitAll()),
  view('fitSelection', ['Shift+2'], 'map', () => canvasCamera.fitSelection(), withSelection),
  view('zoomActual', ['Shift+0', 'Mod+0'], 'map', () => canvasCamera.zoomTo(1)),
  view('zoomIn', ['Mod++', 'Mod+='], 'map', () => canvasCamera.zoomIn(), { icon: 'plus' }),
  view('zoomOut', ['Mod+-'], 'map', () => canvasCamera.zoomOut(), { icon: 'minus' }),
  edit('contextMenu', ['Shift+F10', 'ContextMenu'], 'canvas', (runs, session) => runs.openMenu(session), {
    icon: 'more',
  }),
  view(
    'copyImage',
    [],
    'map',
    (session) => void import('./copyView.ts').then(({ copyViewAsImage }) => copyViewAsImage(session)),
    { icon: 'image' },
  ),
  view('help', ['?'], 'map', ({ screen }) => screen.setState({ dialog: 'help' }), { icon: 'help' }),
];

const byId = new Map(canvasActions.map((action) => [action.id, action]));

/** An action by its id; every id of the table exists. */
export function canvasAction(id: ActionWord): CanvasAction {
  const action = byId.get(id);
  if (!action) throw new Error(`no action ${id}`);
  return action;
}

/** Copies what the canvas shows as a picture (html-to-image, loaded when asked for). */
export async function copyViewAsImage(session: MapSession): Promise<void> {
  const view = await import('./copyView.ts');
  await view.copyViewAsImage(session);
}

function editStep(session: MapSession, dx: number, dy: number): void {
  if (loaded) loaded.moveSelection(session, dx, dy);
  else void import('./editing/editActions.ts').then((runs) => runs.moveSelection(session, dx, dy));
}

/** With nothing selected the arrows go through the items in the model's sequence: stage, t, lane, row (U7). */
function walk({ projection }: MapSession, step: number): void {
  const { layout } = projection.getState();
  const order = [...layout.sequence, ...layout.cells.keys()];
  const at = order.indexOf(focusedRecord() ?? '');
  const next =
    order[at < 0 ? (step > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, at + step))];
  if (next) focusRecord(layout, next);
}

/** Esc takes back one thing a press (U9); a gesture and a menu have had their turn before this is asked. */
function stepBack(session: MapSession): void {
  const { screen } = session;
  const state = screen.getState();
  if (state.editing) screen.setState({ editing: null });
  else if (state.tool === 'link') screen.setState({ tool: 'select' });
  else if (state.selection.size > 0) select(session, []);
  else if (state.tool !== 'select') screen.setState({ tool: 'select' });
}

function selectAll(session: MapSession): void {
  const { layout } = session.projection.getState();
  select(session, [...layout.sequence, ...layout.cells.keys()]);
}
