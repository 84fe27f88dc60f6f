/**
 * Where the labels of links stand: on a long horizontal run, or beside a vertical one; never on a card or on
 * another label, and where they cover the fewest other links. A label that finds no place is not drawn.
 */
import { BoxIndex } from './boxIndex.ts';
import { isFreeBetween } from './freeColumn.ts';
import type { Obstacles } from './obstacles.ts';
import type { Box, Point } from './scene.ts';

export interface LabelWish {
  readonly id: string;
  readonly route: readonly Point[];
  readonly width: number;
}

const height = 14;
const inset = 4;

/** The box of each label that found a place, by link id. `routes` are all lines that may be covered. */
export function placeLabels(
  wishes: readonly LabelWish[],
  routes: readonly { readonly id: string; readonly route: readonly Point[] }[],
  obstacles: Obstacles,
  rules: readonly number[],
  signs: readonly Box[],
): ReadonlyMap<string, Box> {
  const placed = new Map<string, Box>();
  if (wishes.length === 0) return placed;
  const lines = new BoxIndex();
  for (const { id, route } of routes) {
    route.forEach((point, index) => {
      const next = route[index + 1];
      if (next) lines.add(runBox(point, next), id);
    });
  }
  const labels = new BoxIndex();
  signs.forEach((box) => labels.add(box, ''));
  for (const wish of wishes) {
    let best: Box | null = null;
    let least = Number.POSITIVE_INFINITY;
    candidates(wish).forEach((box, rank) => {
      if (box.x < 4 || box.x + box.width > obstacles.width - 4) return;
      if (meetsCard(box, obstacles) || labels.countAt(box, wish.id) > 0) return;
      const onRule = rules.some((y) => y > box.y + 1 && y < box.y + box.height - 1);
      const cost = rank + 12 * lines.countAt(box, wish.id) + (onRule ? 9 : 0);
      if (cost < least) {
        least = cost;
        best = box;
      }
    });
    if (!best) continue;
    placed.set(wish.id, best);
    labels.add(best, wish.id);
  }
  return placed;
}

function runBox(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x) || 0.1,
    height: Math.abs(a.y - b.y) || 0.1,
  };
}

function meetsCard(box: Box, { bands }: Obstacles): boolean {
  return bands.some(
    (band) =>
      band.top < box.y + box.height &&
      band.bottom > box.y &&
      !isFreeBetween(band, box.x - 1, box.x + box.width + 1),
  );
}

/** Places along a route, the pleasing ones first. */
function candidates({ route, width }: LabelWish): Box[] {
  const full = width + 2 * inset;
  const on: Box[] = [];
  const beside: Box[] = [];
  const near: Box[] = [];
  route.forEach((from, index) => {
    const to = route[index + 1];
    if (!to) return;
    if (from.y === to.y) {
      const left = Math.min(from.x, to.x);
      const length = Math.abs(from.x - to.x);
      if (length >= full + 16) {
        for (const part of [0.5, 0.35, 0.65, 0.2, 0.8]) {
          const at = left + 8 + (length - 16 - full) * part;
          on.push({ x: at, y: from.y - height / 2, width: full, height });
        }
      }
      const middle = left + (length - full) / 2;
      near.push(
        { x: middle, y: from.y - height - 2, width: full, height },
        { x: middle, y: from.y + 2, width: full, height },
      );
    } else {
      const top = Math.min(from.y, to.y);
      const length = Math.abs(from.y - to.y);
      for (const part of length > 60 ? [0.5, 0.2, 0.8] : [0.5]) {
        const y = top + length * part - height / 2;
        beside.push(
          { x: from.x + 3, y, width: full, height },
          { x: from.x - 3 - full, y, width: full, height },
        );
      }
    }
  });
  return route.length === 2 ? [...beside, ...on, ...near] : [...on, ...beside, ...near];
}
