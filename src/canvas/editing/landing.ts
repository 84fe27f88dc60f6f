/**
 * Where dragged things would lie if they were dropped now: new places for touchpoints, new cells for notes,
 * opportunities and actions, and the corners of all cards that would lie elsewhere. Pure.
 */
import { cornerOf } from '../../layout/elementBoxes.ts';
import { elementPlace, elementPlaces } from '../../layout/elementPlaces.ts';
import { landing } from '../../layout/hit.ts';
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Box, Point } from '../../layout/scene.ts';
import type { ElementPlace, JourneyMap, Place } from '../../model/journeyMap.ts';
import type { CellSpot } from './editingStore.ts';
import { nearestSpot, spotAt } from './spot.ts';

/** What is dragged, and the spot under each thing. */
export interface Spots {
  readonly places: ReadonlyMap<string, Place>;
  readonly cells: readonly { readonly id: string; readonly stageId: string; readonly laneId: string }[];
  /** Corners of the notes, in map units. */
  readonly notes: ReadonlyMap<string, Point>;
  /** Free elements that are dragged along: they stay beside the grid. */
  readonly elements: ReadonlyMap<string, ElementPlace>;
}

export interface Landing extends Pick<Spots, 'places' | 'cells' | 'elements'> {
  /** Corners, in map units, of what is dragged and of cards that make room; of free elements their boxes. */
  readonly boxes: ReadonlyMap<string, Point | Box>;
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
  const beside = new Map<string, Box>();
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
    const element = layout.elements.get(id);
    if (element) beside.set(id, { ...element, x: element.x + dx, y: element.y + dy });
    const cell = layout.cells.get(id);
    const spot =
      cell && nearest(layout, { x: cell.x + dx + holdX, y: cell.y + cell.height / 2 + dy }, cell.collection);
    if (!cell || !spot) continue;
    cells.push({ id, stageId: spot.stageId, laneId: spot.laneId });
    // In its own cell it stays where it is; in another it comes below what is there.
    const stays = spot.stageId === cell.stageId && spot.laneId === cell.laneId;
    notes.set(id, stays ? cell : spot.box);
  }
  return { places, cells, notes, elements: placesBeside(beside, layout) };
}

/** What a drop on these spots would bring. */
export function landingOf(
  layout: MapLayout,
  journey: JourneyMap,
  { places, cells, notes, elements }: Spots,
): Landing {
  const { corners, grown } = landing(layout, journey, places);
  const boxes =
    notes.size + elements.size === 0
      ? corners
      : new Map<string, Point | Box>([...corners, ...notes, ...boxesBeside(elements, layout)]);
  return { places, cells, elements, boxes, grown };
}

/** What lay on one side goes over together; what lay on both, each by itself. */
export function placesBeside(
  moved: ReadonlyMap<string, Box>,
  layout: MapLayout,
): ReadonlyMap<string, ElementPlace> {
  const sides = new Set([...moved.keys()].map((id) => layout.elements.get(id)?.side));
  if (sides.size < 2) return elementPlaces(moved, layout);
  return new Map([...moved].map(([id, box]) => [id, elementPlace(box, layout)]));
}

/** Where free elements with these places are drawn. */
export function boxesBeside(
  places: ReadonlyMap<string, ElementPlace>,
  layout: MapLayout,
): ReadonlyMap<string, Box> {
  return new Map(
    [...places].map(([id, place]) => {
      const { width, height } = place;
      return [id, { ...cornerOf(place, layout), width, height }];
    }),
  );
}

/** The cell under a point, or the nearest one that may hold the thing: a drop is never refused. */
function nearest(layout: MapLayout, point: Point, collection: CellSpot['collection']): CellSpot | null {
  const inside = { x: Math.min(layout.width, Math.max(0, point.x)), y: point.y };
  const spot = spotAt(layout, inside);
  return spot?.collection === collection ? spot : nearestSpot(layout, inside, collection);
}
