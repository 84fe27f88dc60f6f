/**
 * Where what is dragged comes to rest by itself (U21): cards on the time of another card that is in view, shown by a
 * line, else on a tenth of their stage, which is where the arrow keys put them too; free elements on the edges and
 * middles of others, else on the raster of the arrow keys. Ctrl or Cmd suspends it. Pure; map units.
 */
import { cornerOf } from '../../layout/elementBoxes.ts';
import type { CardBox, ElementBox, MapLayout } from '../../layout/mapLayout.ts';
import type { Box } from '../../layout/scene.ts';
import { columnAt } from '../../layout/stageColumns.ts';
import { boxesMeet } from '../boxes.ts';
import { cardsIn } from '../cardIndex.ts';
import type { Guide } from './editingStore.ts';
import { elementStep, tStep } from './spot.ts';

export interface Snapped {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

interface Movement {
  readonly dx: number;
  readonly dy: number;
}

/** How near it must be, in px on the screen. */
export const reachPx = 6;
/** How far a guide goes on past what it joins. */
const beyond = 12;

/** The movement of a card that leads a drag; sideways only, as rows are taken by the landing. */
export function snapCard(
  layout: MapLayout,
  lead: CardBox,
  moved: ReadonlySet<string>,
  { dx, dy }: Movement,
  reach: number,
  view: Box,
): Snapped {
  const middle = lead.x + lead.width / 2 + dx;
  const own = { ...lead, x: lead.x + dx, y: lead.y + dy };
  // Where it was holds as well, so that it can go straight up and down.
  let nearest: { readonly box: CardBox | null; readonly by: number } | null =
    Math.abs(dx) <= reach ? { box: null, by: -dx } : null;
  for (const id of cardsIn(layout, view)) {
    const box = layout.cards.get(id);
    if (!box || moved.has(id)) continue;
    const by = box.x + box.width / 2 - middle;
    if (Math.abs(by) <= reach && (!nearest || Math.abs(by) < Math.abs(nearest.by))) nearest = { box, by };
  }
  if (nearest && !nearest.box) return { dx: 0, dy, guides: [] };
  if (nearest?.box) {
    const at = middle + nearest.by;
    return { dx: dx + nearest.by, dy, guides: [guideAlong('x', at, own, nearest.box)] };
  }
  const column = columnAt(layout.stages, middle);
  if (!column || column.collapsed) return { dx, dy, guides: [] };
  const tenth = column.width * tStep;
  const by = column.x + Math.round((middle - column.x) / tenth) * tenth - middle;
  return { dx: Math.abs(by) <= reach ? dx + by : dx, dy, guides: [] };
}

/** The movement of a free element, both ways each for itself. */
export function snapElement(
  layout: MapLayout,
  lead: ElementBox,
  moved: ReadonlySet<string>,
  { dx, dy }: Movement,
  reach: number,
  view: Box,
): Snapped {
  const others = [...layout.elements.values()].filter((box) => !moved.has(box.id) && boxesMeet(box, view));
  const own = { ...lead, x: lead.x + dx, y: lead.y + dy };
  const across = nearestLine(linesOf(own, 'x'), others, 'x', reach);
  const down = nearestLine(linesOf(own, 'y'), others, 'y', reach);
  const origin = cornerOf({ side: lead.side, x: 0, y: 0 }, layout);
  // Where it was holds as well, so that it can go straight.
  const onRaster = (axis: 'x' | 'y', by: number): number =>
    Math.abs(by) <= reach
      ? 0
      : origin[axis] + Math.round((lead[axis] + by - origin[axis]) / elementStep) * elementStep - lead[axis];
  const after = {
    dx: across ? dx + across.by : onRaster('x', dx),
    dy: down ? dy + down.by : onRaster('y', dy),
  };
  const there = { ...lead, x: lead.x + after.dx, y: lead.y + after.dy };
  return {
    ...after,
    guides: [
      ...(across ? [guideAlong('x', across.at, there, across.box)] : []),
      ...(down ? [guideAlong('y', down.at, there, down.box)] : []),
    ],
  };
}

function linesOf(box: Box, axis: 'x' | 'y'): readonly number[] {
  const from = box[axis];
  const size = axis === 'x' ? box.width : box.height;
  return [from, from + size / 2, from + size];
}

function nearestLine(
  own: readonly number[],
  others: readonly Box[],
  axis: 'x' | 'y',
  reach: number,
): { readonly box: Box; readonly at: number; readonly by: number } | null {
  let nearest: { readonly box: Box; readonly at: number; readonly by: number } | null = null;
  for (const box of others) {
    for (const at of linesOf(box, axis)) {
      for (const line of own) {
        const by = at - line;
        if (Math.abs(by) <= reach && (!nearest || Math.abs(by) < Math.abs(nearest.by)))
          nearest = { box, at, by };
      }
    }
  }
  return nearest;
}

function guideAlong(axis: 'x' | 'y', at: number, a: Box, b: Box): Guide {
  const [start, size] = axis === 'x' ? (['y', 'height'] as const) : (['x', 'width'] as const);
  return {
    axis,
    at,
    from: Math.min(a[start], b[start]) - beyond,
    to: Math.max(a[start] + a[size], b[start] + b[size]) + beyond,
  };
}
