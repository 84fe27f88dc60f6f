/**
 * The context menus of the canvas, each a list of rows of the one table of actions (U1, U30): for a touchpoint, several
 * things, a note, a link, an empty place, and for stage and lane heads. What cannot be done just now stays in its
 * place, greyed, so that hands learn where things are.
 */
import { cellAt } from '../../layout/hit.ts';
import type { Point } from '../../layout/scene.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import type { MenuEntry, MenuPlace } from '../../ui/menuEntries.ts';
import { actionWords, type ActionWord } from '../../words/actions.ts';
import type { Structure } from '../actionRow.ts';
import { actionName } from '../actionName.ts';
import { actionOf } from '../actions.ts';
import { boxOfRecord } from '../boxes.ts';
import { canvasCamera } from '../camera.ts';
import { focusedRecord } from '../focusRecord.ts';
import { focusedHead } from '../heads.ts';
import { currentHost } from '../host.ts';
import { select } from '../selection.ts';
import { platformOf, writeShortcut } from '../shortcuts.ts';
import { editingOf, wordsOf } from './answers.ts';
import { choicesFor } from './choices.ts';
import { createAndOpen } from './create.ts';
import { editingStore } from './editingStore.ts';
import { isOnGrid, newElement } from './elements.ts';
import { runAt } from './divide.ts';
import { spotAt } from './spot.ts';

type MenuRows = readonly (ActionWord | '-')[];

const clipboard = ['cut', 'copy', 'paste', 'duplicate'] as const;
/** Every menu there is; a test holds that each of their rows is in the table. */
export const contextMenus = {
  touchpoint: [
    'edit',
    'linkTo',
    'itsLinks',
    '-',
    ...clipboard,
    '-',
    'chooseEmotion',
    'toPoint',
    'moveTo',
    'moveToStage',
    'moveToLane',
    'lock',
    '-',
    'remove',
  ],
  several: [
    ...clipboard,
    '-',
    'sortTo',
    'chooseEmotion',
    'moveTo',
    'moveToStage',
    'moveToLane',
    'align',
    'group',
    'lock',
    'fitSelection',
    '-',
    'remove',
  ],
  note: ['edit', '-', ...clipboard, '-', 'moveTo', 'moveToStage', 'moveToLane', 'lock', '-', 'remove'],
  element: [
    'edit',
    'sortTo',
    '-',
    ...clipboard,
    '-',
    'forward',
    'backward',
    'toFront',
    'toBack',
    '-',
    'moveTo',
    'group',
    'ungroup',
    'lock',
    '-',
    'remove',
  ],
  link: ['edit', 'reverseLink', '-', 'remove'],
  row: [
    'cellEdit',
    'details',
    '-',
    'cellsCopy',
    'cellsPaste',
    'duplicate',
    '-',
    'chooseEmotion',
    'moveToStage',
    'moveToLane',
    'linkTo',
    '-',
    'rowNew',
    'rowUp',
    'rowDown',
    '-',
    'rowRemove',
  ],
  other: ['remove'],
  place: [
    'paste',
    'selectAll',
    '-',
    'fitAll',
    'zoomActual',
    'copyImage',
    '-',
    'newStage',
    'newLane',
    'showLanes',
    'tidyMap',
    'lockStructure',
    'unlockStructure',
  ],
  here: ['splitStage', 'splitLane', 'tidyLane', '-'],
  stages: [
    'renameStage',
    'insertStageBefore',
    'insertStageAfter',
    'duplicateStage',
    'splitStage',
    'mergeStage',
    '-',
    'stageEarlier',
    'stageLater',
    'stageNarrower',
    'stageWider',
    'collapseStage',
    'expandStage',
    '-',
    'lockStructure',
    'unlockStructure',
    'removeStage',
  ],
  lanes: [
    'renameLane',
    'insertLaneBefore',
    'insertLaneAfter',
    'duplicateLane',
    'splitLane',
    'mergeLane',
    '-',
    'laneUp',
    'laneDown',
    'laneLower',
    'laneHigher',
    'collapseLane',
    'expandLane',
    'hideLane',
    'tidyLane',
    '-',
    'lockStructure',
    'unlockStructure',
    'removeLane',
  ],
} as const satisfies Record<string, MenuRows>;

const dangerous: readonly ActionWord[] = ['remove', 'rowRemove', 'removeStage', 'removeLane'];

/** Shift+F10: at the head that has the focus, else at the selected or focused thing. */
export function openMenu(session: MapSession): void {
  const head = focusedHead();
  if (head) {
    openHeadMenu(session, head.on, head.id, head.button);
    return;
  }
  const [id = focusedRecord()] = session.screen.getState().selection;
  const { layout } = session.projection.getState();
  const box = id ? boxOfRecord(layout, id) : undefined;
  const frame = currentHost()?.frame.getBoundingClientRect();
  const at = box
    ? canvasCamera.toClient({ x: box.x + Math.min(box.width, 120), y: box.y + Math.min(box.height, 60) })
    : { x: (frame?.x ?? 0) + 200, y: (frame?.y ?? 0) + 120 };
  if (id && !session.screen.getState().selection.has(id)) select(session, [id]);
  openMenuFor(session, editingOf(session), at, null);
}

/** Opens the menu of the selection, or of the empty place at a point. */
export function openMenuFor(
  session: MapSession,
  editing: Editing,
  place: MenuPlace,
  emptyAt: { x: number; y: number } | null,
): void {
  const entries =
    session.screen.getState().selection.size > 0
      ? menuEntries(session, contextMenus[menuOfSelection(session)])
      : [
          ...createEntries(session, editing, emptyAt),
          ...gridEntries(session, emptyAt),
          ...menuEntries(session, contextMenus.place),
        ];
  editingStore.setState({ menu: { label: wordsOf(session).canvas, place, entries } });
}

/** Opens the menu of a stage's or lane's head. */
export function openHeadMenu(session: MapSession, on: Structure, id: string, place: MenuPlace): void {
  const record = session.projection.find(on, id);
  if (!record) return;
  const words = wordsOf(session);
  const at = 'x' in place ? canvasCamera.toMap(place) : null;
  const label = on === 'stages' ? words.stageMenu(record.name) : words.laneMenu(record.name);
  editingStore.setState({ menu: { label, place, entries: menuEntries(session, contextMenus[on], id, at) } });
}

/** Rows of the table as menu entries; `on`: the stage or lane they are about, `at`: the map point they are about. */
export function menuEntries(
  session: MapSession,
  rows: MenuRows,
  on?: string,
  at: Point | null = null,
): MenuEntry[] {
  return rows.flatMap((id) => {
    if (id === '-') return { kind: 'separator' as const };
    const action = actionOf(id);
    return action.takesTurns && !action.enabled(session, on) ? [] : entryOf(session, id, on, at);
  });
}

function menuOfSelection({ screen, projection }: MapSession): keyof typeof contextMenus {
  const ids = [...screen.getState().selection];
  if (ids.length > 1) return 'several';
  switch (projection.collectionOf(ids[0] ?? '')) {
    case 'touchpoints':
      return 'touchpoint';
    case 'links':
      return 'link';
    case 'elements':
      return 'element';
    case 'insights':
    case 'opportunities':
    case 'actions':
      return 'note';
    default:
      return 'other';
  }
}

/** What an empty place can hold, to be made there. */
function createEntries(
  session: MapSession,
  editing: Editing,
  at: { x: number; y: number } | null,
): MenuEntry[] {
  const { layout } = session.projection.getState();
  const labels = actionWords[session.screen.getState().language];
  const point = at && canvasCamera.toMap(at);
  if (point && !isOnGrid(session, point)) return besideEntries(session, point);
  const spot = point && spotAt(layout, point);
  if (!spot) return [];
  const label =
    spot.collection === 'touchpoints'
      ? labels.newTouchpoint
      : spot.collection === 'insights'
        ? labels.newNote
        : wordsOf(session).kinds[spot.collection];
  return [
    {
      id: 'create',
      label,
      icon: spot.collection === 'touchpoints' ? 'touchpoint' : 'note',
      onSelect: () => createAndOpen(session, editing, spot),
    },
    { kind: 'separator' },
  ];
}

/** What can be done with the stage and the lane under a point, right there. */
function gridEntries(session: MapSession, at: { x: number; y: number } | null): MenuEntry[] {
  const point = at && canvasCamera.toMap(at);
  if (!point || !isOnGrid(session, point)) return [];
  const cell = cellAt(session.projection.getState().layout, point);
  if (!cell) return [];
  return contextMenus.here.flatMap((id) => {
    if (id === '-') return { kind: 'separator' as const };
    return menuEntries(session, [id], actionOf(id).on === 'stages' ? cell.stageId : cell.laneId, point);
  });
}

function besideEntries(session: MapSession, point: { x: number; y: number }): MenuEntry[] {
  const labels = wordsOf(session).elements;
  const entry = (kind: 'note' | 'text' | 'frame'): MenuEntry => ({
    id: `create-${kind}`,
    label: labels[kind],
    icon: kind,
    onSelect: () => newElement(session, kind, point),
  });
  return [entry('note'), entry('text'), entry('frame'), { kind: 'separator' }];
}

function entryOf(session: MapSession, id: ActionWord, on: string | undefined, at: Point | null): MenuEntry {
  const action = actionOf(id);
  const label = actionName(action, session, session.screen.getState().language);
  const { choices, icon } = action;
  const disabled = !action.enabled(session, on);
  if (choices) {
    const entries = choicesFor(session, choices).map((choice) => ({
      id: choice.id,
      label: choice.address === undefined ? choice.label : `${choice.address}  ${choice.label}`,
      keys: choice.action && firstKeys(choice.action),
      onSelect: () => choice.run(),
    }));
    return { kind: 'submenu', id, label, icon, disabled: disabled || entries.length === 0, entries };
  }
  return {
    id,
    label,
    keys: firstKeys(id),
    icon,
    disabled,
    dangerous: dangerous.includes(id),
    onSelect: () => runAt(at, () => action.run(session, on)),
  };
}

function firstKeys(id: ActionWord): string | undefined {
  const [shortcut] = actionOf(id).shortcuts;
  return shortcut && writeShortcut(shortcut, platformOf(navigator.userAgent));
}
