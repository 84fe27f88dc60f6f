/**
 * Where dragged things would lie if they were dropped now: new places for touchpoints, new cells for notes,
 * opportunities and actions, and the corners of all cards that would lie elsewhere. Pure.
 */
import { landing } from '../../layout/hit.ts';
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Point } from '../../layout/scene.ts';
import type { JourneyMap, Place } from '../../model/journeyMap.ts';
import type { CellSpot } from './editingStore.ts';
import { nearestSpot, spotAt } from './spot.ts';

/** What is dragged, and the spot under each thing. */
export interface Spots {
  readonly places: ReadonlyMap<string, Place>;
  readonly cells: readonly { readonly id: string; readonly stageId: string; readonly laneId: string }[];
  /** Corners of the notes, in map units. */
  readonly notes: ReadonlyMap<string, Point>;
}

export interface Landing extends Pick<Spots, 'places' | 'cells'> {
  /** Corners, in map units, of what is dragged and of cards that make room. */
  readonly boxes: ReadonlyMap<string, Point>;
  /** New heights of the lanes that need another row for it. */
  readonly grown: ReadonlyMap<string, number>;
}

/** A note is held near its left edge, which is where its cell begins. */
const holdX = 8;

/** The spots of a drag by (dx, dy) map units. Ids that are no longer on the map are left out. */
export function spotsOf(layout: MapLayout, ids: readonly string[], dx: number, dy: number): Spots {
  const places = new Map<string, Place>();
  const cells: { id: string; stageId: string; laneId: string }[] = [];
  const notes = new Map<string, Point>();
  for (const id of ids) {
    const card = layout.cards.get(id);
    if (card) {
      const spot = nearest(
        layout,
        { x: card.x + card.width / 2 + dx, y: card.y + card.height / 2 + dy },
        'touchpoints',
      );
      if (spot) places.set(id, { stageId: spot.stageId, laneId: spot.laneId, t: spot.t, row: spot.row });
      continue;
    }
    const cell = layout.cells.get(id);
    const spot =
      cell && nearest(layout, { x: cell.x + dx + holdX, y: cell.y + cell.height / 2 + dy }, cell.collection);
    if (!cell || !spot) continue;
    cells.push({ id, stageId: spot.stageId, laneId: spot.laneId });
    // In its own cell it stays where it is; in another it comes below what is there.
    const stays = spot.stageId === cell.stageId && spot.laneId === cell.laneId;
    notes.set(id, stays ? cell : spot.box);
  }
  return { places, cells, notes };
}

/** What a drop on these spots would bring. */
export function landingOf(layout: MapLayout, journey: JourneyMap, { places, cells, notes }: Spots): Landing {
  const { corners, grown } = landing(layout, journey, places);
  const boxes = notes.size === 0 ? corners : new Map<string, Point>([...corners, ...notes]);
  return { places, cells, boxes, grown };
}

/** The cell under a point, or the nearest one that may hold the thing: a drop is never refused. */
function nearest(layout: MapLayout, point: Point, collection: CellSpot['collection']): CellSpot | null {
  const inside = { x: Math.min(layout.width, Math.max(0, point.x)), y: point.y };
  const spot = spotAt(layout, inside);
  return spot?.collection === collection ? spot : nearestSpot(layout, inside, collection);
}
