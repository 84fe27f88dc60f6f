/**
 * Where free elements lie in the map, and back: a place counts from the nearest edge of the grid (model/elements.ts),
 * so an element moves with that edge and keeps its distance from it. Map units; `besideGap` always stays free.
 */
import type { ElementPlace, FreeElement } from '../model/journeyMap.ts';
import { ELEMENT_DISTANCE } from '../model/limits.ts';
import type { ElementBox, Extent, MapLayout } from './mapLayout.ts';
import { keepMap, keepRecord } from './same.ts';
import type { Box } from './scene.ts';
import { besideGap } from './sizes.ts';

type Grid = Pick<MapLayout, 'width' | 'height'>;

/** Boxes in the order of drawing: frames lie under everything else, as the ground of what they hold. */
export function placeElements(
  elements: readonly FreeElement[],
  grid: Grid,
  previous: ReadonlyMap<string, ElementBox> | undefined,
): ReadonlyMap<string, ElementBox> {
  const ordered = elements.some(({ kind }) => kind === 'frame')
    ? [...elements.filter(({ kind }) => kind === 'frame'), ...elements.filter(({ kind }) => kind !== 'frame')]
    : elements;
  return keepMap(
    previous,
    new Map(
      ordered.map((element) => {
        const { id, kind, side, width, height } = element;
        const { x, y } = cornerOf(element, grid);
        return [id, keepRecord(previous?.get(id), { id, kind, side, x, y, width, height })];
      }),
    ),
  );
}

/** The upper left corner of a place. */
export function cornerOf({ side, x, y }: Pick<ElementPlace, 'side' | 'x' | 'y'>, grid: Grid) {
  return side === 'below' ? { x, y: grid.height + besideGap + y } : { x: grid.width + besideGap + x, y };
}

/** The place of a box: on the side its middle lies on, never on the grid; from inside the grid, beyond the nearer edge. */
export function elementPlace(box: Box, grid: Grid): ElementPlace {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const isBelow = y >= grid.height || (x < grid.width && grid.height - y <= grid.width - x);
  const side = isBelow ? 'below' : 'right';
  return {
    side,
    x: distance(isBelow ? box.x : box.x - grid.width - besideGap),
    y: distance(isBelow ? box.y - grid.height - besideGap : box.y),
    width: Math.round(box.width),
    height: Math.round(box.height),
  };
}

function distance(value: number): number {
  return Math.min(ELEMENT_DISTANCE.max, Math.max(ELEMENT_DISTANCE.min, Math.round(value)));
}

/** The grid and what lies beside it. */
export function extentOf(
  grid: Grid,
  elements: ReadonlyMap<string, ElementBox>,
  previous: Extent | undefined,
): Extent {
  let { width, height } = grid;
  for (const box of elements.values()) {
    width = Math.max(width, box.x + box.width);
    height = Math.max(height, box.y + box.height);
  }
  return keepRecord(previous, { width, height });
}

/** The place of a box on a side it need not be nearest to. */
export function placeOn(side: ElementPlace['side'], box: Box, grid: Grid): ElementPlace {
  const { x, y } = cornerOf({ side, x: 0, y: 0 }, grid);
  return {
    side,
    x: distance(box.x - x),
    y: distance(box.y - y),
    width: Math.round(box.width),
    height: Math.round(box.height),
  };
}

/**
 * The places of boxes that are moved together, the first of them leading: all go to its side and keep their arrangement,
 * as far as none would come to lie on the grid.
 */
export function elementPlaces(
  boxes: ReadonlyMap<string, Box>,
  grid: Grid,
): ReadonlyMap<string, ElementPlace> {
  const [lead] = boxes.values();
  if (!lead) return new Map();
  const { side } = elementPlace(lead, grid);
  const corner = cornerOf({ side, x: 0, y: 0 }, grid);
  const inward = {
    x: Math.max(0, corner.x - Math.min(...[...boxes.values()].map(({ x }) => x))),
    y: Math.max(0, corner.y - Math.min(...[...boxes.values()].map(({ y }) => y))),
  };
  return new Map(
    [...boxes].map(([id, box]) => [
      id,
      placeOn(side, { ...box, x: box.x + inward.x, y: box.y + inward.y }, grid),
    ]),
  );
}
