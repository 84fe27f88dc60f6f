/** The menus of the canvas, as data: for the selection, for an empty place, for stage and lane heads. */
import { laneHolds } from '../../model/laneKinds.ts';
import type { Place } from '../../model/journeyMap.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import type { MenuEntry, MenuPlace } from '../../ui/menuEntries.ts';
import { actionWords, type ActionWord } from '../../words/actions.ts';
import { canvasAction } from '../actions.ts';
import { canvasCamera } from '../camera.ts';
import { select } from '../selection.ts';
import { platformOf, writeShortcut } from '../shortcuts.ts';
import { accept, wordsOf } from './answers.ts';
import { createAndOpen } from './create.ts';
import { editingStore } from './editingStore.ts';
import { spotAt } from './spot.ts';
import { stageEntries, laneEntries } from './headMenus.ts';

const onSelection: readonly (ActionWord | '-')[] = [
  'edit',
  'link',
  '-',
  'cut',
  'copy',
  'paste',
  'duplicate',
  '-',
  'remove',
];
const onNothing: readonly (ActionWord | '-')[] = [
  'paste',
  'selectAll',
  '-',
  'fitAll',
  'zoomActual',
  'copyImage',
];
const emotionWords: readonly ActionWord[] = [
  'emotionVeryPositive',
  'emotionPositive',
  'emotionNeutral',
  'emotionNegative',
  'emotionVeryNegative',
  'emotionNone',
];

/** Opens the menu of the selection, or of the empty place at a point. */
export function openMenuFor(
  session: MapSession,
  editing: Editing,
  place: MenuPlace,
  emptyAt: { x: number; y: number } | null,
): void {
  const { selection } = session.screen.getState();
  const words = wordsOf(session);
  const entries =
    selection.size > 0 ? selectionEntries(session, editing) : placeEntries(session, editing, emptyAt);
  editingStore.setState({ menu: { label: words.canvas, place, entries } });
}

/** Opens the menu of a stage's or lane's head. */
export function openHeadMenu(
  session: MapSession,
  editing: Editing,
  collection: 'stages' | 'lanes',
  id: string,
  place: MenuPlace,
): void {
  const record = session.projection.find(collection, id);
  if (!record) return;
  const words = wordsOf(session);
  const entries =
    collection === 'stages' ? stageEntries(session, editing, id) : laneEntries(session, editing, id);
  const label = collection === 'stages' ? words.stageMenu(record.name) : words.laneMenu(record.name);
  editingStore.setState({ menu: { label, place, entries } });
}

function selectionEntries(session: MapSession, editing: Editing): MenuEntry[] {
  const { projection, screen } = session;
  const ids = [...screen.getState().selection];
  const touchpoints = ids.filter((id) => projection.collectionOf(id) === 'touchpoints');
  const entries = fromTable(session, onSelection);
  if (touchpoints.length === 0) return entries;
  const labels = actionWords[screen.getState().language];
  return [
    ...entries,
    { kind: 'separator' },
    {
      kind: 'submenu',
      id: 'emotion',
      label: wordsOf(session).emotionValue,
      entries: emotionWords.map((id) => entryOf(session, id)),
    },
    {
      kind: 'submenu',
      id: 'move-stage',
      label: labels.moveToStage,
      entries: moveEntries(session, editing, touchpoints, 'stages'),
    },
    {
      kind: 'submenu',
      id: 'move-lane',
      label: labels.moveToLane,
      entries: moveEntries(session, editing, touchpoints, 'lanes'),
    },
    ...linkEntries(session, touchpoints),
  ];
}

function placeEntries(
  session: MapSession,
  editing: Editing,
  at: { x: number; y: number } | null,
): MenuEntry[] {
  const { layout } = session.projection.getState();
  const spot = at && spotAt(layout, canvasCamera.toMap(at));
  const labels = actionWords[session.screen.getState().language];
  const words = wordsOf(session);
  const label =
    spot?.collection === 'touchpoints'
      ? labels.newTouchpoint
      : spot?.collection === 'insights'
        ? labels.newNote
        : spot
          ? words.kinds[spot.collection]
          : '';
  const create: MenuEntry[] = spot
    ? [
        {
          id: 'create',
          label,
          icon: spot.collection === 'touchpoints' ? 'touchpoint' : 'note',
          onSelect: () => createAndOpen(session, editing, spot),
        },
        { kind: 'separator' },
      ]
    : [];
  return [...create, ...fromTable(session, onNothing)];
}

/** Every drag has a click in its place (U19): to another stage or lane, at the same time and row. */
function moveEntries(
  session: MapSession,
  editing: Editing,
  ids: readonly string[],
  to: 'stages' | 'lanes',
): MenuEntry[] {
  const { layout } = session.projection.getState();
  const targets =
    to === 'stages' ? layout.stages : layout.lanes.filter(({ kind }) => laneHolds(kind) === 'touchpoints');
  return targets.map((target) => ({
    id: target.id,
    label: `${'letter' in target ? target.letter : target.number}  ${session.projection.find(to, target.id)?.name ?? ''}`,
    onSelect: () => {
      const places = new Map<string, Place>();
      for (const id of ids) {
        const touchpoint = session.projection.find('touchpoints', id);
        if (!touchpoint) continue;
        const { stageId, laneId, t, row } = touchpoint;
        places.set(
          id,
          to === 'stages' ? { stageId: target.id, laneId, t, row } : { stageId, laneId: target.id, t, row },
        );
      }
      accept(session, editing.commands.moveTouchpoints(places));
    },
  }));
}

/** Links are no tab stops of their own; they are reached from their touchpoint. */
function linkEntries(session: MapSession, ids: readonly string[]): MenuEntry[] {
  const [id] = ids;
  if (ids.length !== 1 || !id) return [];
  const { projection } = session;
  const links = projection.getState().journey.links.filter((link) => link.from === id || link.to === id);
  if (links.length === 0) return [];
  const words = wordsOf(session);
  return [
    {
      kind: 'submenu',
      id: 'links',
      label: actionWords[session.screen.getState().language].itsLinks,
      icon: 'link',
      entries: links.map((link) => {
        const isOut = link.from === id;
        const title = projection.find('touchpoints', isOut ? link.to : link.from)?.title || words.untitled;
        return {
          id: link.id,
          label: isOut ? words.linksTo(title) : words.linksFrom(title),
          onSelect: () => select(session, [link.id]),
        };
      }),
    },
  ];
}

function fromTable(session: MapSession, ids: readonly (ActionWord | '-')[]): MenuEntry[] {
  return ids.map((id) => (id === '-' ? { kind: 'separator' } : entryOf(session, id)));
}

function entryOf(session: MapSession, id: ActionWord): MenuEntry {
  const action = canvasAction(id);
  const platform = platformOf(navigator.userAgent);
  const [shortcut] = action.shortcuts;
  return {
    id,
    label: actionWords[session.screen.getState().language][action.word],
    keys: shortcut && writeShortcut(shortcut, platform),
    icon: action.icon,
    disabled: !action.enabled(session),
    onSelect: () => action.run(session),
  };
}
