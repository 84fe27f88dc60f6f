/** Boxes in map units: where a record is drawn, whether boxes meet, what surrounds several. */
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Box, Point } from '../layout/scene.ts';

/** Where a touchpoint, cell, free element, link, stage or lane is drawn. */
export function boxOfRecord(layout: MapLayout, id: string): Box | undefined {
  const drawn =
    layout.cards.get(id) ??
    layout.cells.get(id) ??
    layout.elements.get(id) ??
    layout.links.find((link) => link.id === id)?.box;
  if (drawn) return drawn;
  const stage = layout.stages.find((column) => column.id === id);
  if (stage) return { x: stage.x, y: 0, width: stage.width, height: layout.height };
  const lane = layout.lanes.find((row) => row.id === id);
  return lane && { x: 0, y: lane.y, width: layout.width, height: lane.height };
}

/** Everything one can walk through: touchpoints in the model's sequence, cells, free elements from top to bottom. */
export function readingOrder({ sequence, cells, elements }: MapLayout): readonly string[] {
  const beside = [...elements.values()].toSorted((a, b) => a.y - b.y || a.x - b.x);
  return [...sequence, ...cells.keys(), ...beside.map(({ id }) => id)];
}

/** The smallest box around all that are there; undefined when none is. */
export function boundingBox(boxes: readonly (Box | undefined)[]): Box | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    if (!box) continue;
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The box with `share` of its width and height added on every side. */
export function widened(box: Box, share: number): Box {
  return {
    x: box.x - box.width * share,
    y: box.y - box.height * share,
    width: box.width * (1 + 2 * share),
    height: box.height * (1 + 2 * share),
  };
}

export function contains(box: Box, inner: Box): boolean {
  return (
    inner.x >= box.x &&
    inner.y >= box.y &&
    inner.x + inner.width <= box.x + box.width &&
    inner.y + inner.height <= box.y + box.height
  );
}

export function holdsPoint(box: Box, point: Point): boolean {
  return (
    point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height
  );
}

export function boxBetween(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}
