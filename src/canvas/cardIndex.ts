/**
 * Which card lies under a point or in a frame, without looking at all of them: a grid over the cards' corners, made when
 * a layout is first asked. Cards are smaller than its squares, so a card is in the square of its corner or one before.
 */
import type { CardBox, MapLayout } from '../layout/mapLayout.ts';
import type { Box, Point } from '../layout/scene.ts';
import { boxesMeet, holdsPoint } from './boxes.ts';

const square = 480;
type Grid = ReadonlyMap<string, readonly CardBox[]>;
const grids = new WeakMap<MapLayout['cards'], Grid>();

export function cardAt({ cards }: MapLayout, point: Point): string | null {
  const column = Math.floor(point.x / square);
  const row = Math.floor(point.y / square);
  const grid = gridOf(cards);
  for (let y = row - 1; y <= row; y += 1) {
    for (let x = column - 1; x <= column; x += 1) {
      const found = grid.get(`${x} ${y}`)?.find((box) => holdsPoint(box, point));
      if (found) return found.id;
    }
  }
  return null;
}

/** The cards that a frame meets. */
export function cardsIn({ cards }: Pick<MapLayout, 'cards'>, frame: Box): string[] {
  const grid = gridOf(cards);
  const ids: string[] = [];
  const last = {
    x: Math.floor((frame.x + frame.width) / square),
    y: Math.floor((frame.y + frame.height) / square),
  };
  for (let y = Math.floor(frame.y / square) - 1; y <= last.y; y += 1) {
    for (let x = Math.floor(frame.x / square) - 1; x <= last.x; x += 1) {
      for (const box of grid.get(`${x} ${y}`) ?? []) if (boxesMeet(box, frame)) ids.push(box.id);
    }
  }
  return ids;
}

function gridOf(cards: MapLayout['cards']): Grid {
  const known = grids.get(cards);
  if (known) return known;
  const grid = new Map<string, CardBox[]>();
  for (const box of cards.values()) {
    const key = `${Math.floor(box.x / square)} ${Math.floor(box.y / square)}`;
    const list = grid.get(key);
    if (list) list.push(box);
    else grid.set(key, [box]);
  }
  grids.set(cards, grid);
  return grid;
}
