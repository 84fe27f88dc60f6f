/** What the spreading of runs works on: routes, their runs one by one, and the coordinates given so far. */
import type { RoutePlan, Run } from './routePlan.ts';

export interface Route {
  readonly id: string;
  /** The touchpoints it joins. */
  readonly from: string;
  readonly to: string;
  readonly plan: RoutePlan;
  /** Coordinate of the edge it leaves (y of top and bottom, x of left and right). */
  readonly start: number;
  readonly end: number;
}

/** So many placed neighbours are looked at; past it a map is unreadable anyway. */
export const neighbourLimit = 96;

export interface Placing {
  readonly run: Run;
  readonly route: number;
  readonly index: number;
}

/** A run with its place: `at` across, [from, to] along. */
export interface Placed {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Where a run begins and ends along its own axis. */
export function spanOf(
  placing: Placing,
  routes: readonly Route[],
  places: readonly (readonly number[])[],
): { a: number; b: number } {
  const route = routes[placing.route];
  const own = places[placing.route];
  return { a: own?.[placing.index - 1] ?? route?.start ?? 0, b: own?.[placing.index + 1] ?? route?.end ?? 0 };
}

/** Gives a run its coordinate. */
export function setPlace(places: readonly number[][], placing: Placing, at: number): void {
  const own = places[placing.route];
  if (own) own[placing.index] = at;
}
