/** A link on its chosen way, while its runs get their places: what the spreading of runs works on. */
import type { RoutePlan } from './routePlan.ts';
import type { Point } from './scene.ts';

export interface Way {
  /** Its place among the links. */
  readonly seat: { readonly index: number };
  /** The touchpoints it joins. */
  readonly from: string;
  readonly to: string;
  readonly plan: RoutePlan;
  /** Coordinate of the edge it leaves (y of top and bottom, x of left and right). */
  readonly start: number;
  readonly end: number;
  /** The coordinates of its runs: as planned, and then as given. */
  readonly places: number[];
}

/** So many placed neighbours are looked at; past it a map is unreadable anyway. */
export const neighbourLimit = 96;

/** A way before its runs have places of their own. */
export function wayOf(facts: Omit<Way, 'places'>): Way {
  return { ...facts, places: facts.plan.runs.map((run) => run.at) };
}

/** The corners of a way. */
export function cornersOf({ plan, start, end, places }: Way): Point[] {
  const all = [start, ...places, end];
  const points: Point[] = [];
  for (let index = 0; index < all.length - 1; index += 1) {
    const a = all[index] ?? 0;
    const b = all[index + 1] ?? 0;
    // Between two neighbours of this list one is an x and the other a y; which, follows from the run they belong to.
    const run = plan.runs[Math.min(index, plan.runs.length - 1)];
    const isLast = index === all.length - 2;
    const aIsY = isLast ? run?.axis === 'horizontal' : run?.axis === 'vertical';
    points.push(aIsY ? { x: b, y: a } : { x: a, y: b });
  }
  return points;
}
