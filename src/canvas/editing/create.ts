/** Making new things on the map: where they go, what they are called, and that their text is open for typing at once. */
import type { Editing, MapSession } from '../../state/mapSession.ts';
import type { Box, Point } from '../../layout/scene.ts';
import type { InsightKind, LaneKind } from '../../model/journeyMap.ts';
import { announce } from '../announce.ts';
import { boxOfRecord } from '../boxes.ts';
import { canvasCamera } from '../camera.ts';
import { currentHost } from '../host.ts';
import { select } from '../selection.ts';
import { accept, refuse, wordsOf } from './answers.ts';
import type { CellSpot, ElementSpot } from './editingStore.ts';
import { inOneStage, nearestSpot, spotAt } from './spot.ts';

const insightKinds: Partial<Record<LaneKind, InsightKind>> = {
  thoughts: 'thought',
  needs: 'need',
  pains: 'pain',
  ideas: 'idea',
  text: 'fact',
};

/** The field whose text is typed on the canvas. */
export function textFieldOf(collection: string): string | null {
  switch (collection) {
    case 'touchpoints':
    case 'opportunities':
    case 'actions':
      return 'title';
    case 'insights':
    case 'elements':
      return 'text';
    case 'links':
      return 'label';
    case 'stages':
    case 'lanes':
      return 'name';
    default:
      return null;
  }
}

/** Makes a thing at a spot with a text; gives its id, or null when the map refused. */
export function createAt(
  session: MapSession,
  { commands }: Editing,
  spot: CellSpot | ElementSpot,
  text: string,
): string | null {
  if (spot.collection === 'elements')
    return (
      accept(session, commands.create('elements', { ...spot.place, kind: spot.kind, text }))?.value ?? null
    );
  const { stageId, laneId, t, row, collection } = spot;
  const done =
    collection === 'touchpoints'
      ? commands.create('touchpoints', { title: text, stageId, laneId, t, row })
      : collection === 'insights'
        ? commands.create('insights', { text, stageId, laneId, kind: insightKindOf(session, laneId) })
        : collection === 'opportunities'
          ? commands.create('opportunities', { title: text, stageId, laneId })
          : commands.create('actions', { title: text, stageId, laneId });
  return accept(session, done)?.value ?? null;
}

/** Makes a thing and opens its text. */
export function createAndOpen(session: MapSession, editing: Editing, spot: CellSpot): void {
  const id = createAt(session, editing, spot, '');
  const field = textFieldOf(spot.collection);
  if (!id || !field) return;
  select(session, [id]);
  session.screen.setState({ editing: { id, field } });
  announce(wordsOf(session).said.created('', addressOfSpot(session, spot)));
}

/** By key or toolbar: beside the selected card, under the pointer, or in the middle of the view; `at`: there (map units). */
export function createNear(
  session: MapSession,
  editing: Editing,
  collection: CellSpot['collection'],
  at: Point = anchor(session),
): void {
  const { layout } = session.projection.getState();
  const spot = nearestSpot(layout, at, collection);
  if (!spot) {
    refuse(session, 'not-allowed');
    return;
  }
  createAndOpen(session, editing, spot);
  const box = boxOfRecord(
    session.projection.getState().layout,
    [...session.screen.getState().selection][0] ?? '',
  );
  canvasCamera.reveal(box ?? spot.box);
}

function anchor(session: MapSession): Point {
  const { layout } = session.projection.getState();
  const [first] = session.screen.getState().selection;
  const selected = first ? (layout.cards.get(first) ?? layout.cells.get(first)) : undefined;
  if (first && selected) return besideOf(session, first, selected);
  const pointer = currentHost()?.pointer();
  if (pointer) {
    const point = canvasCamera.toMap(pointer);
    if (spotAt(layout, point)) return point;
  }
  const seen = canvasCamera.visible();
  return inOneStage(layout, {
    x: Math.max(0, seen.x) + Math.min(seen.width, layout.width) / 2,
    y: Math.max(0, seen.y) + seen.height / 3,
  });
}

/**
 * To the right of something; where the journey ends there, halfway between it and the end, so that what is made one after
 * the other stays in that order. A card near the end is drawn before its time, so it is the time that counts.
 */
function besideOf({ projection }: MapSession, id: string, { x, y, width, height }: Box): Point {
  const { layout } = projection.getState();
  const beside = inOneStage(layout, { x: x + width * 1.5 + 24, y: y + height / 2 });
  const column = layout.stages.at(-1);
  const touchpoint = projection.find('touchpoints', id);
  if (!column || touchpoint?.stageId !== column.id) return beside;
  const later = column.x + ((touchpoint.t + 1) / 2) * column.width;
  return beside.x > column.x + touchpoint.t * column.width ? beside : { ...beside, x: later };
}

export function insightKindOf(session: MapSession, laneId: string): InsightKind {
  const lane = session.projection.find('lanes', laneId);
  return (lane && insightKinds[lane.kind]) ?? 'thought';
}

function addressOfSpot(session: MapSession, spot: CellSpot): string {
  const { layout } = session.projection.getState();
  const stage = layout.stages.find(({ id }) => id === spot.stageId);
  const lane = layout.lanes.find(({ id }) => id === spot.laneId);
  return `${stage?.letter ?? ''}${lane?.number ?? ''}`;
}
