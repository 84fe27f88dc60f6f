/**
 * Where dragged cards would lie if they were dropped now, and how the cards around them make room: the lanes they
 * leave and enter are placed anew with the same function as the layout. Pure; cost is the cards of those lanes.
 */
import { inSequence } from '../../model/sequence.ts';
import { laneHolds } from '../../model/laneKinds.ts';
import type { JourneyMap, Place, Touchpoint } from '../../model/journeyMap.ts';
import type { LaneRow, MapLayout } from '../../layout/mapLayout.ts';
import { placeCards, type InStage } from '../../layout/placeCards.ts';
import type { Point } from '../../layout/scene.ts';
import { cardKindOf } from '../../layout/sizes.ts';
import { nearestSpot, spotAt } from './spot.ts';

export interface Landing {
  /** New places of the dragged touchpoints. */
  readonly places: ReadonlyMap<string, Place>;
  /** New cells of the dragged notes, opportunities and actions. */
  readonly cells: readonly { readonly id: string; readonly stageId: string; readonly laneId: string }[];
  /** Corners, in map units, of all cards in the lanes concerned. */
  readonly boxes: ReadonlyMap<string, Point>;
}

/** The landing of a drag by (dx, dy) map units. Ids that are no longer on the map are left out. */
export function landingOf(layout: MapLayout, journey: JourneyMap, ids: readonly string[], dx: number, dy: number): Landing {
  const dragged = new Set(ids);
  const places = new Map<string, Place>();
  const cells: { id: string; stageId: string; laneId: string }[] = [];
  const lanes = new Set<string>();
  for (const id of ids) {
    const card = layout.cards.get(id);
    if (card) {
      const centre = { x: card.x + card.width / 2 + dx, y: card.y + card.height / 2 + dy };
      const spot = spotFor(layout, centre, 'touchpoints');
      if (!spot) continue;
      places.set(id, { stageId: spot.stageId, laneId: spot.laneId, t: spot.t, row: spot.row });
      lanes.add(card.laneId).add(spot.laneId);
      continue;
    }
    const cell = layout.cells.get(id);
    if (!cell) continue;
    const spot = spotFor(layout, { x: cell.x + dx + 8, y: cell.y + cell.height / 2 + dy }, cell.collection);
    if (spot) cells.push({ id, stageId: spot.stageId, laneId: spot.laneId });
  }
  const moved = inSequence({
    stages: journey.stages,
    lanes: journey.lanes,
    touchpoints: journey.touchpoints.flatMap((touchpoint): Touchpoint[] => {
      const place = dragged.has(touchpoint.id) ? places.get(touchpoint.id) : undefined;
      if (place) return [{ ...touchpoint, ...place }];
      return lanes.has(touchpoint.laneId) ? [touchpoint] : [];
    }),
  });
  const boxes = new Map<string, Point>();
  for (const lane of layout.lanes) {
    if (lanes.has(lane.id)) placeLane(layout, lane, moved.filter(({ laneId }) => laneId === lane.id), boxes);
  }
  return { places, cells, boxes };
}

function spotFor(layout: MapLayout, point: Point, collection: 'touchpoints' | 'insights' | 'opportunities' | 'actions') {
  const inside = { x: Math.min(layout.width, Math.max(0, point.x)), y: point.y };
  const spot = spotAt(layout, inside);
  return spot?.collection === collection ? spot : nearestSpot(layout, inside, collection);
}

function placeLane(layout: MapLayout, lane: LaneRow, touchpoints: readonly Touchpoint[], boxes: Map<string, Point>): void {
  const kind = cardKindOf(lane.kind);
  if (!kind || lane.collapsed || laneHolds(lane.kind) !== 'touchpoints') return;
  const inStages = touchpoints.flatMap((touchpoint): InStage[] => {
    const column = layout.stages.find(({ id }) => id === touchpoint.stageId);
    return column && !column.collapsed ? [{ touchpoint, column }] : [];
  });
  for (const { touchpoint, x, y } of placeCards(inStages, kind, layout.width).cards) boxes.set(touchpoint.id, { x, y: lane.y + y });
}
