/**
 * Where free elements lie in the map: a place counts from the nearest edge of the grid (model/elements.ts),
 * so an element moves with that edge and keeps its distance from it. Map units; `besideGap` always stays free.
 */
import type { ElementPlace, FreeElement } from '../model/journeyMap.ts';
import type { ElementBox, Extent, MapLayout } from './mapLayout.ts';
import { keepMap, keepRecord } from './same.ts';
import { besideGap } from './sizes.ts';

export type Grid = Pick<MapLayout, 'width' | 'height'>;

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
