/**
 * Parallel runs of links apart: every vertical and horizontal run gets a place of its own inside the room its
 * plan leaves it, near where it wished to be, so that no two lines lie on each other while there is room.
 *
 * Runs are placed one after the other in a fixed order, verticals first; in a gutter the place with the fewest
 * crossings wins. The same plans give the same places. When a gutter is full, its lines move closer together.
 */
import type { Box } from './scene.ts';
import type { Gutter } from './obstacles.ts';
import { placeInGutters, type Tracks } from './gutterTracks.ts';
import { neighbourLimit, setPlace, spanOf, type Placed, type Placing, type Route } from './placings.ts';

/** Distance of lines that run beside each other. */
const verticalPitch = 9;

/** The coordinates of every run of every route, and the tracks to go on from next time. */
export interface Spread {
  readonly places: readonly (readonly number[])[];
  readonly tracks: Tracks;
}

/** `signs` are boxes in gutters that runs keep off. */
export function spreadRuns(
  routes: readonly Route[],
  gutters: readonly Gutter[],
  signs: readonly Box[],
  former?: Tracks,
): Spread {
  const places = routes.map((route) => route.plan.runs.map((run) => run.at));
  const placings = routes.flatMap((route, at) =>
    route.plan.runs.map((run, index) => ({ run, route: at, index })),
  );
  placeVerticals(
    placings.filter(({ run }) => run.axis === 'vertical'),
    routes,
    places,
  );
  placeBesideCards(
    placings.filter(({ run }) => run.axis === 'horizontal' && run.gutter < 0),
    routes,
    places,
  );
  const tracks = placeInGutters(
    placings.filter(({ run }) => run.axis === 'horizontal' && run.gutter >= 0),
    routes,
    places,
    gutters,
    signs,
    former,
  );
  return { places, tracks };
}

/** Verticals by x: each at the free place nearest to its wish. */
function placeVerticals(list: readonly Placing[], routes: readonly Route[], places: number[][]): void {
  placeNearWish(list, routes, places, verticalPitch, 14);
}

/**
 * Horizontals at the side of a card. Those of one side stand in the order in which they turn away, so that they do
 * not cross: upward ones on top, the nearest turn first; downward ones below, the nearest turn last.
 */
function placeBesideCards(list: readonly Placing[], routes: readonly Route[], places: number[][]): void {
  const sides = new Map<
    string,
    { readonly placing: Placing; readonly turn: number; readonly reach: number }[]
  >();
  for (const placing of list) {
    const route = routes[placing.route];
    if (!route) continue;
    const isFirst = placing.index === 0;
    const key = isFirst ? `from ${route.from}` : `to ${route.to}`;
    const entry = { placing, ...turnOf(placing, routes, places, isFirst) };
    const side = sides.get(key);
    if (side) side.push(entry);
    else sides.set(key, [entry]);
  }
  const wished: Placing[] = [];
  for (const side of sides.values()) {
    const ordered = side.toSorted(
      (a, b) => a.turn - b.turn || a.turn * (b.reach - a.reach) || a.placing.route - b.placing.route,
    );
    ordered.forEach(({ placing }, index) => {
      const { run } = placing;
      const at = run.at + (index - (ordered.length - 1) / 2) * verticalPitch;
      wished.push({ ...placing, run: { ...run, at: Math.min(run.high, Math.max(run.low, at)) } });
    });
  }
  placeNearWish(wished, routes, places, verticalPitch, 0);
}

/** Which way the run beside a card turns (-1 up, 0 straight on, 1 down), and how far away. */
function turnOf(
  placing: Placing,
  routes: readonly Route[],
  places: readonly (readonly number[])[],
  isFirst: boolean,
): { readonly turn: number; readonly reach: number } {
  const route = routes[placing.route];
  const own = places[placing.route] ?? [];
  const step = isFirst ? 1 : -1;
  const corner = own[placing.index + step];
  if (!route || corner === undefined) return { turn: 0, reach: 0 };
  const beyond = own[placing.index + 2 * step] ?? (isFirst ? route.end : route.start);
  const edge = isFirst ? route.start : route.end;
  return { turn: Math.sign(beyond - placing.run.at), reach: Math.abs(corner - edge) };
}

/** Placed runs are looked up by shelf across and by floor along. */
const shelfWidth = 64;
const floorHeight = 512;
const mostFloors = 4096;

function placeNearWish(
  list: readonly Placing[],
  routes: readonly Route[],
  places: number[][],
  pitch: number,
  slack: number,
): void {
  const shelves = new Map<number, Placed[]>();
  for (const placing of list.toSorted(byWish)) {
    const { a, b } = spanOf(placing, routes, places);
    const from = Math.min(a, b) - slack;
    const to = Math.max(a, b) + slack;
    const { at: wished, low, high } = placing.run;
    const lowest = floorOf(from);
    const highest = floorOf(to);
    const shelf = Math.floor(wished / shelfWidth);
    const taken: number[] = [];
    for (let near = shelf - 2; near <= shelf + 2; near += 1) {
      for (let floor = lowest; floor <= highest; floor += 1) {
        for (const placed of shelves.get(near * mostFloors + floor) ?? []) {
          const overlaps = placed.from < to && placed.to > from;
          // Two that share several floors meet on the first of them.
          if (overlaps && Math.max(floorOf(placed.from), lowest) === floor) taken.push(placed.at);
          if (taken.length >= neighbourLimit) break;
        }
      }
    }
    const at = nearestFree(wished, low, high, taken, pitch);
    setPlace(places, placing, at);
    const placed = { at, from, to };
    const own = Math.floor(at / shelfWidth);
    for (let floor = lowest; floor <= highest; floor += 1) {
      const onShelf = shelves.get(own * mostFloors + floor);
      if (onShelf) onShelf.push(placed);
      else shelves.set(own * mostFloors + floor, [placed]);
    }
  }
}

function floorOf(along: number): number {
  return Math.min(mostFloors - 1, Math.max(0, Math.floor(along / floorHeight)));
}

/** Runs with the least room choose first, then from left to right (or top to bottom), then in the links' order. */
function byWish(a: Placing, b: Placing): number {
  const room = Math.min(40, a.run.high - a.run.low) - Math.min(40, b.run.high - b.run.low);
  return room || a.run.at - b.run.at || a.route - b.route || a.index - b.index;
}

/** The value nearest to `wished` in [low, high] that is `pitch` away from all taken ones; closer when crowded. */
function nearestFree(
  wished: number,
  low: number,
  high: number,
  taken: readonly number[],
  pitch: number,
): number {
  if (taken.length === 0) return wished;
  for (const distance of [pitch, pitch * 0.7, pitch * 0.45, pitch * 0.25]) {
    let best: number | null = null;
    const candidates = [wished, ...taken.map((at) => at - distance), ...taken.map((at) => at + distance)];
    for (const candidate of candidates) {
      if (candidate < low || candidate > high) continue;
      if (best !== null && Math.abs(candidate - wished) >= Math.abs(best - wished)) continue;
      if (taken.every((at) => Math.abs(at - candidate) > distance - 0.01)) best = candidate;
    }
    if (best !== null) return best;
  }
  return wished;
}
