/** From boxes in the map to places of free elements (the way back of elementBoxes.ts): for what is made, moved and resized. */
import type { ElementPlace } from '../model/journeyMap.ts';
import { ELEMENT_DISTANCE } from '../model/limits.ts';
import { cornerOf, type Grid } from './elementBoxes.ts';
import type { Box } from './scene.ts';
import { besideGap } from './sizes.ts';

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
