/**
 * Tracks in gutters: each line that runs along a gutter gets the track that crosses the others least and keeps off
 * pins and signs; short lines choose first. When a gutter is full its tracks move closer together.
 *
 * Incremental: a track depends on the gutter and the lines that chose before, so as far as these are the former ones in
 * the former order, so is the track. The result is the same as without former tracks.
 */
import type { Gutter } from './obstacles.ts';
import { isAlike } from './same.ts';
import type { Box } from './scene.ts';
import { neighbourLimit, type Way } from './ways.ts';

const gutterPitch = 7;
const mostTracks = 48;
/** A head and its rounding need this much before the card's edge. */
const headRoom = 11;
const tailRoom = 7;
const cardRoom = 5;

/** A run that lies along a gutter. */
export interface GutterLine extends Ends {
  readonly way: Way;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

interface Placed extends GutterLine {
  readonly at: number;
}

/** What the lines of a gutter chose, and from what. */
export interface GutterTracks {
  readonly pitch: number;
  readonly gutter: Gutter;
  readonly signs: readonly Box[];
  /** Of each line in the order of choosing: from, to, where it goes at both ends, the room above and below, its track. */
  readonly lines: Float64Array;
}
const numbersOfLine = 7;

/** Tracks for the lines of a gutter, each where it crosses the others least; ways that get another are put to `moved`. */
export function placeInGutter(
  gutter: Gutter,
  list: GutterLine[],
  signs: readonly Box[],
  former: GutterTracks | null,
  moved: Set<Way>,
): GutterTracks {
  list.sort(
    (a, b) => a.to - a.from - (b.to - b.from) || a.way.seat.index - b.way.seat.index || a.index - b.index,
  );
  const pitch = pitchOf(gutter, list);
  const placed: Placed[] = [];
  const lines = new Float64Array(list.length * numbersOfLine);
  const before =
    former?.pitch === pitch && isAlike(former.gutter, gutter) && isAlike(former.signs, signs)
      ? former.lines
      : null;
  let isFormer = before !== null;
  list.forEach((line, order) => {
    const first = order * numbersOfLine;
    lines.set([line.from, line.to, line.leftGoes, line.rightGoes, line.above, line.below], first);
    isFormer &&= isSameLine(lines, before, first);
    const known = isFormer ? before?.[first + numbersOfLine - 1] : undefined;
    const at = known ?? bestTrack(gutter, pitch, line, placed, signs);
    lines[first + numbersOfLine - 1] = at;
    placed.push({ ...line, at });
    const { way, index } = line;
    if (way.places[index] === at) return;
    way.places[index] = at;
    moved.add(way);
  });
  return { pitch, gutter, signs, lines };
}

/** Whether everything a line's track depends on is the former, apart from the lines before it. */
function isSameLine(lines: Float64Array, before: Float64Array | null, first: number): boolean {
  if (!before) return false;
  for (let index = first; index < first + numbersOfLine - 1; index += 1)
    if (lines[index] !== before[index]) return false;
  return true;
}

interface Ends {
  /** Whether the line goes up (-1) or down (1) at its left and right end. */
  readonly leftGoes: number;
  readonly rightGoes: number;
  /** Room the arrow needs above and below the run when the card begins right there. */
  readonly above: number;
  readonly below: number;
}

/** A run of a way as a line of its gutter, between its verticals where they are now. */
export function lineOf(way: Way, index: number): GutterLine {
  const { places, start, end } = way;
  const middle = way.wishOf(index) ?? 0;
  const goes = (beyond: number | undefined, edge: number): number => ((beyond ?? edge) < middle ? -1 : 1);
  const back = goes(way.wishOf(index - 2), start);
  const ahead = goes(way.wishOf(index + 2), end);
  const a = places[index - 1] ?? start;
  const b = places[index + 1] ?? end;
  const first = index === 1;
  const last = index === places.length - 2;
  const above = Math.max(first && back < 0 ? tailRoom : 0, last && ahead < 0 ? headRoom : 0);
  const below = Math.max(first && back > 0 ? tailRoom : 0, last && ahead > 0 ? headRoom : 0);
  const [leftGoes, rightGoes] = a <= b ? [back, ahead] : [ahead, back];
  return { way, index, from: Math.min(a, b), to: Math.max(a, b), leftGoes, rightGoes, above, below };
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
  line: GutterLine,
  placed: readonly Placed[],
  signs: readonly Box[],
): number {
  const { from, to } = line;
  const low = Math.min(gutter.top + Math.max(line.above, gutter.underCards ? cardRoom : 0), gutter.middle);
  const high = Math.max(gutter.bottom - Math.max(line.below, gutter.overCards ? cardRoom : 0), gutter.middle);
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
      cost += 10 * crossings(at, line, other);
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
function crossings(at: number, { from, to, leftGoes, rightGoes }: GutterLine, other: Placed): number {
  const towards = other.at < at ? -1 : 1;
  let count = 0;
  if (from > other.from && from < other.to && leftGoes === towards) count += 1;
  if (to > other.from && to < other.to && rightGoes === towards) count += 1;
  if (other.from > from && other.from < to && other.leftGoes === -towards) count += 1;
  if (other.to > from && other.to < to && other.rightGoes === -towards) count += 1;
  return count;
}
