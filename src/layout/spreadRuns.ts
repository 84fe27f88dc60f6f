/**
 * Parallel runs of links apart: every vertical and horizontal run gets a place of its own inside the room its
 * plan leaves it, near where it wished to be, so that no two lines lie on each other while there is room.
 *
 * Runs are placed one after the other in a fixed order, verticals first; in a gutter the place with the fewest
 * crossings wins. The same plans give the same places. When a gutter is full, its lines move closer together.
 */
import type { Box } from './scene.ts';
import type { Gutter } from './obstacles.ts';
import type { RoutePlan, Run } from './planRoute.ts';

export interface Route {
  readonly id: string;
  readonly plan: RoutePlan;
  /** Coordinate of the edge it leaves (y of top and bottom, x of left and right). */
  readonly start: number;
  readonly end: number;
}

const verticalPitch = 9;
const gutterPitch = 7;
/** So many placed neighbours are looked at; past it a map is unreadable anyway. */
const neighbourLimit = 96;
const mostTracks = 48;
/** A head and its rounding need this much before the card's edge. */
const headRoom = 11;
const tailRoom = 7;
const cardRoom = 5;

interface Placing {
  readonly run: Run;
  readonly route: number;
  readonly index: number;
}

/** A run with its place: `at` across, [from, to] along. */
interface Placed {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The coordinates of every run of every route. `signs` are boxes in gutters that runs keep off. */
export function spreadRuns(
  routes: readonly Route[],
  gutters: readonly Gutter[],
  signs: readonly Box[],
): readonly (readonly number[])[] {
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
  placeInGutters(
    placings.filter(({ run }) => run.axis === 'horizontal' && run.gutter >= 0),
    routes,
    places,
    gutters,
    signs,
  );
  return places;
}

/** Where a run begins and ends along its own axis. */
function spanOf(
  placing: Placing,
  routes: readonly Route[],
  places: readonly (readonly number[])[],
): { a: number; b: number } {
  const route = routes[placing.route];
  const own = places[placing.route];
  return { a: own?.[placing.index - 1] ?? route?.start ?? 0, b: own?.[placing.index + 1] ?? route?.end ?? 0 };
}

function setPlace(places: readonly number[][], placing: Placing, at: number): void {
  const own = places[placing.route];
  if (own) own[placing.index] = at;
}

/** Verticals by x: each at the free place nearest to its wish. */
function placeVerticals(list: readonly Placing[], routes: readonly Route[], places: number[][]): void {
  placeNearWish(list, routes, places, verticalPitch, 14);
}

/** Horizontals between cards of a row, as verticals with the axes exchanged. */
function placeBesideCards(list: readonly Placing[], routes: readonly Route[], places: number[][]): void {
  placeNearWish(list, routes, places, verticalPitch, 0);
}

function placeNearWish(
  list: readonly Placing[],
  routes: readonly Route[],
  places: number[][],
  pitch: number,
  slack: number,
): void {
  const shelves = new Map<number, Placed[]>();
  const shelfWidth = 64;
  for (const placing of list.toSorted(byWish)) {
    const { a, b } = spanOf(placing, routes, places);
    const from = Math.min(a, b) - slack;
    const to = Math.max(a, b) + slack;
    const { at: wished, low, high } = placing.run;
    const shelf = Math.floor(wished / shelfWidth);
    const taken: number[] = [];
    for (let near = shelf - 2; near <= shelf + 2; near += 1) {
      for (const placed of shelves.get(near) ?? []) {
        if (placed.from < to && placed.to > from) taken.push(placed.at);
        if (taken.length >= neighbourLimit) break;
      }
    }
    const at = nearestFree(wished, low, high, taken, pitch);
    setPlace(places, placing, at);
    const own = Math.floor(at / shelfWidth);
    const onShelf = shelves.get(own);
    if (onShelf) onShelf.push({ at, from, to });
    else shelves.set(own, [{ at, from, to }]);
  }
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

interface InGutter extends Placed {
  /** Whether the line goes up (-1) or down (1) at its left and right end. */
  readonly leftGoes: number;
  readonly rightGoes: number;
}

/** Horizontals of each gutter, short ones first, each where it crosses the others least. */
function placeInGutters(
  list: readonly Placing[],
  routes: readonly Route[],
  places: number[][],
  gutters: readonly Gutter[],
  signs: readonly Box[],
): void {
  const byGutter = new Map<number, { placing: Placing; from: number; to: number; length: number }[]>();
  for (const placing of list) {
    const { a, b } = spanOf(placing, routes, places);
    const entry = { placing, from: Math.min(a, b), to: Math.max(a, b), length: Math.abs(a - b) };
    const known = byGutter.get(placing.run.gutter);
    if (known) known.push(entry);
    else byGutter.set(placing.run.gutter, [entry]);
  }
  for (const [index, entries] of byGutter) {
    const gutter = gutters[index];
    if (!gutter) continue;
    const inGutter = signs.filter((box) => box.y < gutter.bottom && box.y + box.height > gutter.top);
    const pitch = pitchOf(gutter, entries);
    const placed: InGutter[] = [];
    for (const entry of entries.toSorted(
      (x, y) => x.length - y.length || x.placing.route - y.placing.route,
    )) {
      const ends = endsOf(entry.placing, routes, places);
      const at = bestTrack(gutter, pitch, entry.from, entry.to, ends, placed, inGutter);
      placed.push({ at, from: entry.from, to: entry.to, leftGoes: ends.leftGoes, rightGoes: ends.rightGoes });
      setPlace(places, entry.placing, at);
    }
  }
}

interface Ends {
  readonly leftGoes: number;
  readonly rightGoes: number;
  /** Room the arrow needs above and below the run when the card begins right there. */
  readonly above: number;
  readonly below: number;
}

function endsOf(placing: Placing, routes: readonly Route[], places: readonly (readonly number[])[]): Ends {
  const route = routes[placing.route];
  const own = places[placing.route] ?? [];
  const count = route?.plan.runs.length ?? 0;
  const middle = placing.run.at;
  const goes = (neighbour: number, edge: number): number => {
    const run = route?.plan.runs[neighbour];
    const beyond = own[neighbour + (neighbour > placing.index ? 1 : -1)];
    const target = run && beyond !== undefined ? beyond : edge;
    return target < middle ? -1 : 1;
  };
  const back = goes(placing.index - 1, route?.start ?? middle);
  const ahead = goes(placing.index + 1, route?.end ?? middle);
  const leftIsBack = (own[placing.index - 1] ?? 0) <= (own[placing.index + 1] ?? 0);
  const first = placing.index === 1;
  const last = placing.index === count - 2;
  const above = Math.max(first && back < 0 ? tailRoom : 0, last && ahead < 0 ? headRoom : 0);
  const below = Math.max(first && back > 0 ? tailRoom : 0, last && ahead > 0 ? headRoom : 0);
  return leftIsBack
    ? { leftGoes: back, rightGoes: ahead, above, below }
    : { leftGoes: ahead, rightGoes: back, above, below };
}

/** Distance of the tracks: 7, or closer when more lines run side by side than the gutter has room for. */
function pitchOf(gutter: Gutter, entries: readonly { readonly from: number; readonly to: number }[]): number {
  const events = entries
    .flatMap(({ from, to }) => [
      { x: from, step: 1 },
      { x: to, step: -1 },
    ])
    .toSorted((a, b) => a.x - b.x || a.step - b.step);
  let depth = 0;
  let most = 1;
  for (const { step } of events) {
    depth += step;
    most = Math.max(most, depth);
  }
  const room = gutter.bottom - gutter.top - headRoom - (gutter.underCards && gutter.overCards ? tailRoom : 0);
  return most <= 1 ? gutterPitch : Math.max(1.5, Math.min(gutterPitch, Math.max(room, 4) / (most - 1)));
}

function bestTrack(
  gutter: Gutter,
  pitch: number,
  from: number,
  to: number,
  ends: Ends,
  placed: readonly InGutter[],
  signs: readonly Box[],
): number {
  const low = Math.min(gutter.top + Math.max(ends.above, gutter.underCards ? cardRoom : 0), gutter.middle);
  const high = Math.max(gutter.bottom - Math.max(ends.below, gutter.overCards ? cardRoom : 0), gutter.middle);
  const wished = Math.min(high, Math.max(low, gutter.middle));
  const near = placed.filter((other) => other.from < to + 4 && other.to > from - 4).slice(-neighbourLimit);
  const blocked = signs.filter((box) => box.x < to && box.x + box.width > from);
  let best = wished;
  let least = Number.POSITIVE_INFINITY;
  for (const at of tracks(wished, low, high, pitch, near, blocked)) {
    let cost = Math.abs(at - wished) * 0.2;
    for (const box of blocked) if (at > box.y - 2 && at < box.y + box.height + 2) cost += 60;
    for (const other of near) {
      if (Math.abs(other.at - at) < pitch - 0.05) cost += 400;
      cost += 10 * crossings(at, from, to, ends, other);
    }
    if (cost < least - 1e-9) {
      least = cost;
      best = at;
    }
  }
  return best;
}

/** The places worth trying, nearest to the wish first: tracks, beside placed lines, clear of signs. */
function tracks(
  wished: number,
  low: number,
  high: number,
  pitch: number,
  near: readonly Placed[],
  blocked: readonly Box[],
): readonly number[] {
  const found = [wished, low, high];
  const steps = Math.min(30, Math.ceil((high - low) / pitch));
  for (let step = 1; step <= steps; step += 1) found.push(wished + step * pitch, wished - step * pitch);
  for (const { at } of near) found.push(at + pitch, at - pitch);
  for (const box of blocked) found.push(box.y - 3, box.y + box.height + 3);
  return [...new Set(found)]
    .filter((at) => at > low - 0.01 && at < high + 0.01)
    .toSorted((a, b) => Math.abs(a - wished) - Math.abs(b - wished) || a - b)
    .slice(0, mostTracks);
}

/** How often two lines of a gutter cross, judged by their turns inside it. */
function crossings(at: number, from: number, to: number, ends: Ends, other: InGutter): number {
  const towards = other.at < at ? -1 : 1;
  let count = 0;
  if (from > other.from && from < other.to && ends.leftGoes === towards) count += 1;
  if (to > other.from && to < other.to && ends.rightGoes === towards) count += 1;
  if (other.from > from && other.from < to && other.leftGoes === -towards) count += 1;
  if (other.to > from && other.to < to && other.rightGoes === -towards) count += 1;
  return count;
}
