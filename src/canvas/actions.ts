/**
 * The one table of what can be done on the map (U1): toolbar, menus, context menus, shortcuts, command palette and help
 * are drawn from it. A row is described in actionRow.ts; its words are in words/actions.ts under its id.
 */
import { withContents } from '../model/elements.ts';
import type { MapSession } from '../state/mapSession.ts';
import type { ActionWord } from '../words/actions.ts';
import { edit, view, withEditing, type Action } from './actionRow.ts';
import { readingOrder } from './boxes.ts';
import { canvasCamera } from './camera.ts';
import { focusedRecord, focusRecord } from './focusRecord.ts';
import { focusedPoint, focusPoint, hasPoint } from './focusPoint.ts';
import { focusHead } from './heads.ts';
import { pageActions } from './pageActions.ts';
import { isLocked } from './locked.ts';
import { personaActions } from './personaActions.ts';
import { select } from './selection.ts';
import { structureActions } from './structureActions.ts';
import { tableActions } from './tableActions.ts';
import { toolActions } from './toolActions.ts';

const selectionOf = ({ screen }: MapSession): readonly string[] => [...screen.getState().selection];
const hasSelection = (session: MapSession): boolean => selectionOf(session).length > 0;
const hasAll = (session: MapSession, collections: readonly string[]): boolean =>
  hasSelection(session) &&
  selectionOf(session).every((id) => collections.includes(session.projection.collectionOf(id) ?? ''));
const hasTouchpoint = (session: MapSession): boolean =>
  selectionOf(session).some((id) => session.projection.collectionOf(id) === 'touchpoints');
const hasOneTouchpoint = (session: MapSession): boolean =>
  selectionOf(session).length === 1 && hasTouchpoint(session);
const placed = ['touchpoints', 'insights', 'opportunities', 'actions'];

const hasFrame = (session: MapSession): boolean =>
  selectionOf(session).some((id) => session.projection.find('elements', id)?.kind === 'frame');

/** A note or text is selected, or lies in a selected frame. */
const hasNotes = (session: MapSession): boolean => {
  const meant = withContents(session.projection.getState().journey.elements, selectionOf(session));
  return meant.some((id) => {
    const kind = session.projection.find('elements', id)?.kind;
    return kind === 'note' || kind === 'text';
  });
};

const withSelection = { enabled: hasSelection };
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

/**
 * Shift changes the bracket that is produced, and symbols match what was produced (U4). Those with Shift first: a key that
 * types its bracket with Shift means them.
 */
const stacking = [
  ['toFront', ['Mod+Shift+]', 'Mod+}'], 'front'],
  ['toBack', ['Mod+Shift+[', 'Mod+{'], 'back'],
  ['forward', ['Mod+]'], 'forward'],
  ['backward', ['Mod+['], 'backward'],
] as const;

export const actions: readonly Action[] = [
  ...toolActions,
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
      if (session.editing && hasSelection(session))
        withEditing(session, (runs) => runs.moveSelection(session, dx, dy));
      else walk(session, id);
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
  edit('toHeads', ['Alt+ArrowUp'], 'canvas', (_runs, session) => goUp(session)),
  view('toPoint', ['Alt+ArrowDown'], 'canvas', (session) => focusPoint(meantCard(session)), {
    enabled: (session) => hasPoint(meantCard(session)),
  }),
  ...emotions.map(([id, key, value]) =>
    edit(id, [key], 'canvas', (runs, session) => runs.setEmotion(session, value), withSelection),
  ),
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
  edit('chooseEmotion', [], 'map', () => undefined, { choices: 'emotion', enabled: hasTouchpoint }),
  edit('moveTo', ['M'], 'map', (runs) => runs.openMove(), {
    enabled: (session) =>
      session.screen.getState().view === 'map' && hasAll(session, [...placed, 'elements']),
  }),
  edit('moveToStage', [], 'map', () => undefined, {
    choices: 'stages',
    enabled: (session) => hasAll(session, placed),
  }),
  edit('moveToLane', [], 'map', () => undefined, {
    choices: 'lanes',
    enabled: (session) => hasAll(session, placed),
  }),
  edit('align', [], 'map', () => undefined, {
    choices: 'align',
    enabled: (session) => selectionOf(session).length > 1 && hasAll(session, ['touchpoints', 'elements']),
  }),
  edit('lock', ['Mod+Shift+L'], 'canvas', (runs, session) => runs.toggleLock(session), {
    icon: 'lock',
    enabled: (session) => hasAll(session, [...placed, 'elements']),
    nameNow: (session) =>
      hasSelection(session) && selectionOf(session).every((id) => isLocked(session.projection, id))
        ? 'unlock'
        : 'lock',
  }),
  edit('group', ['Mod+G'], 'canvas', (runs, session) => runs.newElement(session, 'frame'), {
    icon: 'frame',
    enabled: (session) => hasAll(session, ['elements']),
  }),
  edit('ungroup', ['Mod+Shift+G'], 'canvas', (runs, session) => runs.takeFramesAway(session), {
    enabled: (session) => hasAll(session, ['elements']) && hasFrame(session),
  }),
  edit('linkTo', [], 'map', () => undefined, { choices: 'linkTo', icon: 'link', enabled: hasOneTouchpoint }),
  edit('itsLinks', [], 'map', () => undefined, {
    choices: 'links',
    icon: 'link',
    enabled: (session) => hasOneTouchpoint(session) && hasLinks(session),
  }),
  edit('sortTo', [], 'map', () => undefined, {
    choices: 'sortTo',
    icon: 'touchpoint',
    enabled: (session) => hasAll(session, ['elements']) && hasNotes(session),
  }),
  ...stacking.map(([id, shortcuts, where]) =>
    edit(id, shortcuts, 'canvas', (runs, session) => runs.stackSelection(session, where), {
      enabled: (session) => hasAll(session, ['elements']),
    }),
  ),
  edit('reverseLink', [], 'map', (runs, session) => runs.reverseLinks(session), {
    icon: 'swap',
    enabled: (session) => hasAll(session, ['links']),
  }),
  ...structureActions,
  ...tableActions,
  ...personaActions,
  ...pageActions,
];

const byId = new Map(actions.map((action) => [action.id, action]));

/** An action by its id; every id of the table exists. */
export function actionOf(id: ActionWord): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`no action ${id}`);
  return action;
}

function hasLinks(session: MapSession): boolean {
  const [id] = selectionOf(session);
  return session.projection.getState().journey.links.some(({ from, to }) => from === id || to === id);
}

/**
 * With nothing selected the arrows go through the items in the model's sequence: stage, t, lane, row (U7). Before the
 * first come the heads: up to the stages, to the left to the lanes.
 */
function walk(session: MapSession, way: (typeof arrows)[number][0]): void {
  const { layout } = session.projection.getState();
  const step = way === 'moveLeft' || way === 'moveUp' ? -1 : 1;
  const order = readingOrder(layout);
  const at = order.indexOf(focusedRecord() ?? '');
  if (session.editing && step < 0 && (at === 0 || order.length === 0)) {
    const on = way === 'moveUp' ? 'stages' : 'lanes';
    focusHead(on, layout[on][0]?.id ?? '');
    return;
  }
  const next =
    order[at < 0 ? (step > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, at + step))];
  if (next) focusRecord(layout, next);
}

/** From a point of the curve to its card, from a card or the canvas to the head of the stage. */
function goUp(session: MapSession): void {
  const { layout } = session.projection.getState();
  const id = focusedPoint() ?? meantCard(session);
  if (focusedPoint()) focusRecord(layout, id);
  else focusHead('stages', layout.cards.get(id)?.stageId ?? layout.stages[0]?.id ?? '');
}

/** The card that has the focus, else the one that is selected; '' when there is none. */
function meantCard(session: MapSession): string {
  return focusedRecord() ?? selectionOf(session)[0] ?? '';
}

/** Esc takes back one thing a press (U9); a gesture and a menu have had their turn before this is asked. */
function stepBack(session: MapSession): void {
  const { screen } = session;
  const state = screen.getState();
  if (state.editing) screen.setState({ editing: null });
  else if (state.tool === 'link') screen.setState({ tool: 'select' });
  else if (state.selection.size > 0) select(session, []);
  else if (state.tool !== 'select') screen.setState({ tool: 'select' });
  else if (state.finding || state.checking) screen.setState({ finding: false, checking: false });
  else if (state.filter) screen.setState({ filter: null });
  else if (state.overlay) screen.setState({ overlay: null });
  else if (state.lead !== null) screen.setState({ lead: null });
}

function selectAll(session: MapSession): void {
  const { layout } = session.projection.getState();
  select(session, readingOrder(layout));
}
