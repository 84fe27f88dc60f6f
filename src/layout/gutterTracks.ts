/**
 * Tracks in gutters: each line that runs along a gutter gets the track that crosses the others least and keeps off
 * pins and signs; short lines choose first. When a gutter is full its tracks move closer together.
 *
 * Incremental: a track depends on the gutter and the lines that chose before, so as far as these are the former ones in
 * the former order, so is the track. The result is the same as without former tracks.
 */
import type { Gutter } from './obstacles.ts';
import { neighbourLimit, setPlace, spanOf, type Placed, type Placing, type Route } from './placings.ts';
import type { Box } from './scene.ts';

const gutterPitch = 7;
const mostTracks = 48;
/** A head and its rounding need this much before the card's edge. */
const headRoom = 11;
const tailRoom = 7;
const cardRoom = 5;

interface InGutter extends Placed {
  /** Whether the line goes up (-1) or down (1) at its left and right end. */
  readonly leftGoes: number;
  readonly rightGoes: number;
}

/** The tracks of each gutter by its index, with what they were chosen from. */
export type Tracks = ReadonlyMap<number, GutterTracks>;

interface GutterTracks {
  readonly pitch: number;
  readonly gutter: Gutter;
  readonly signs: readonly Box[];
  /** Of each line in the order of choosing: from, to, where it goes at both ends, the room above and below, its track. */
  readonly lines: Float64Array;
}
const numbersOfLine = 7;

interface Entry {
  readonly placing: Placing;
  readonly from: number;
  readonly to: number;
}

/** Horizontals of each gutter, short ones first, each where it crosses the others least. */
export function placeInGutters(
  list: readonly Placing[],
  routes: readonly Route[],
  places: number[][],
  gutters: readonly Gutter[],
  signs: readonly Box[],
  former?: Tracks,
): Tracks {
  const byGutter = new Map<number, Entry[]>();
  for (const placing of list) {
    const { a, b } = spanOf(placing, routes, places);
    const entry = { placing, from: Math.min(a, b), to: Math.max(a, b) };
    const known = byGutter.get(placing.run.gutter);
    if (known) known.push(entry);
    else byGutter.set(placing.run.gutter, [entry]);
  }
  const tracks = new Map<number, GutterTracks>();
  for (const [index, entries] of byGutter) {
    const gutter = gutters[index];
    if (!gutter) continue;
    const inGutter = signs.filter((box) => box.y < gutter.bottom && box.y + box.height > gutter.top);
    entries.sort((x, y) => x.to - x.from - (y.to - y.from) || x.placing.route - y.placing.route);
    tracks.set(index, placeInGutter(gutter, entries, routes, places, inGutter, former?.get(index)));
  }
  return tracks;
}

/** `entries` in the order of choosing. */
function placeInGutter(
  gutter: Gutter,
  entries: readonly Entry[],
  routes: readonly Route[],
  places: number[][],
  signs: readonly Box[],
  former: GutterTracks | undefined,
): GutterTracks {
  const pitch = former && hasSpans(former, entries, gutter) ? former.pitch : pitchOf(gutter, entries);
  const placed: InGutter[] = [];
  const lines = new Float64Array(entries.length * numbersOfLine);
  const before =
    former?.pitch === pitch && isSameGutter(former.gutter, gutter) && haveSamePlaces(former.signs, signs)
      ? former.lines
      : null;
  let isFormer = before !== null;
  entries.forEach(({ placing, from, to }, order) => {
    const ends = endsOf(placing, routes, places);
    const { leftGoes, rightGoes, above, below } = ends;
    const first = order * numbersOfLine;
    lines.set([from, to, leftGoes, rightGoes, above, below], first);
    isFormer &&= isSameLine(lines, before, first);
    const known = isFormer ? before?.[first + numbersOfLine - 1] : undefined;
    const at = known ?? bestTrack(gutter, pitch, from, to, ends, placed, signs);
    lines[first + numbersOfLine - 1] = at;
    placed.push({ at, from, to, leftGoes, rightGoes });
    setPlace(places, placing, at);
  });
  return { pitch, gutter, signs, lines };
}

function hasSpans(
  { gutter: before, lines }: GutterTracks,
  entries: readonly Entry[],
  gutter: Gutter,
): boolean {
  return (
    lines.length === entries.length * numbersOfLine &&
    isSameGutter(before, gutter) &&
    entries.every(
      ({ from, to }, order) =>
        lines[order * numbersOfLine] === from && lines[order * numbersOfLine + 1] === to,
    )
  );
}

function isSameGutter(a: Gutter, b: Gutter): boolean {
  return (
    a === b ||
    (a.top === b.top &&
      a.bottom === b.bottom &&
      a.middle === b.middle &&
      a.underCards === b.underCards &&
      a.overCards === b.overCards)
  );
}

function haveSamePlaces(a: readonly Box[], b: readonly Box[]): boolean {
  return (
    a.length === b.length &&
    a.every((box, index) => {
      const other = b[index];
      return (
        other?.x === box.x && other.y === box.y && other.width === box.width && other.height === box.height
      );
    })
  );
}

/** Whether everything a line's track depends on is the former, apart from the lines before it. */
function isSameLine(lines: Float64Array, before: Float64Array | null, first: number): boolean {
  if (!before) return false;
  for (let index = first; index < first + numbersOfLine - 1; index += 1)
    if (lines[index] !== before[index]) return false;
  return true;
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
