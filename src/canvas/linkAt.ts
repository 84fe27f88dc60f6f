/** The link whose way passes a point, the nearest one. A link told by a pair of signs is hit at either of them. */
import type { LinkShape, MapLayout } from '../layout/mapLayout.ts';
import type { Point } from '../layout/scene.ts';

/** `reach`: how far from the line still counts, in map units. */
export function linkAt(layout: MapLayout, point: Point, reach: number): string | null {
  let nearest: string | null = null;
  let least = reach;
  for (const link of layout.links) {
    const { box } = link;
    if (
      point.x < box.x - reach ||
      point.y < box.y - reach ||
      point.x > box.x + box.width + reach ||
      point.y > box.y + box.height + reach
    )
      continue;
    for (const line of linesOf(link, layout)) {
      const distance = distanceTo(line, point);
      if (distance <= least) [nearest, least] = [link.id, distance];
    }
  }
  return nearest;
}

function linesOf(link: LinkShape, { groupOf }: MapLayout): readonly (readonly Point[])[] {
  if (link.route.length > 0) return [link.route];
  const group = groupOf.get(link.id);
  if (!group) return [];
  return group.items.flatMap((item) =>
    item.kind === 'path' && item.stroke
      ? [
          item.commands.flatMap((command): Point[] => {
            const y = command.at(-1);
            const x = command.at(-2);
            return typeof x === 'number' && typeof y === 'number'
              ? [{ x: x + group.origin.x, y: y + group.origin.y }]
              : [];
          }),
        ]
      : [],
  );
}

function distanceTo(line: readonly Point[], point: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 1; index < line.length; index += 1) {
    const a = line[index - 1];
    const b = line[index];
    if (a && b) least = Math.min(least, distanceToRun(a, b, point));
  }
  return least;
}

function distanceToRun(a: Point, b: Point, { x, y }: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const at = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
  return Math.hypot(x - a.x - at * dx, y - a.y - at * dy);
}
