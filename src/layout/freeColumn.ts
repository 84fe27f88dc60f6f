/**
 * Where a vertical run can pass between what lies in the bands it crosses. All by looking up sorted edges.
 */
import type { Band, Obstacles } from './obstacles.ts';

export interface Gap {
  readonly low: number;
  readonly high: number;
}

/** The free gap of a band around an x, `clearance` away from what lies in it; null when x is taken. */
function gapAt(band: Band, x: number, clearance: number): Gap | null {
  const after = firstAbove(band.lefts, x - clearance);
  // Everything from `after` on begins right of x - clearance: the one before may still reach over x.
  const nextLeft = band.lefts[after];
  const reached = after === 0 ? undefined : band.rights[after - 1];
  const low = reached === undefined ? Number.NEGATIVE_INFINITY : reached + clearance;
  const high = nextLeft === undefined ? Number.POSITIVE_INFINITY : nextLeft - clearance;
  return x >= low && x <= high ? { low, high } : null;
}

/** Whether nothing of a band lies between two x. */
export function isFreeBetween(band: Band, left: number, right: number): boolean {
  const next = firstAbove(band.rights, left);
  const begin = band.lefts[next];
  return begin === undefined || begin >= right;
}

/**
 * The x nearest to `wished` inside [low, high] where a vertical run can cross the bands from..to (exclusive),
 * with the room it has there; null when there is none.
 */
export function freeColumn(
  obstacles: Obstacles,
  from: number,
  to: number,
  low: number,
  high: number,
  wished: number,
  clearance: number,
): (Gap & { readonly x: number }) | null {
  if (low > high) return null;
  const start = Math.min(high, Math.max(low, wished));
  const right = sweep(obstacles, from, to, start, high, clearance, 1);
  const left = right === start ? start : sweep(obstacles, from, to, start, low, clearance, -1);
  const x = left === null ? right : right === null || start - left <= right - start ? left : right;
  if (x === null) return null;
  let room: Gap = { low, high };
  for (let index = from; index < to; index += 1) {
    const band = obstacles.bands[index];
    const gap = band && gapAt(band, x, clearance);
    if (gap) room = { low: Math.max(room.low, gap.low), high: Math.min(room.high, gap.high) };
  }
  return { x, ...room };
}

/** What is left of some gaps after the bands from..to (exclusive) took theirs. */
export function freeGaps(
  obstacles: Obstacles,
  from: number,
  to: number,
  gaps: readonly Gap[],
  clearance: number,
): readonly Gap[] {
  let left = gaps;
  for (let index = from; index < to; index += 1) {
    const band = obstacles.bands[index];
    if (band) left = left.flatMap((gap) => gapsWithin(band, gap, clearance));
  }
  return left;
}

/** The parts of a gap that a band leaves free. */
function gapsWithin(band: Band, { low, high }: Gap, clearance: number): Gap[] {
  const found: Gap[] = [];
  let at = low;
  for (
    let index = firstAbove(band.rights, low - clearance);
    index < band.lefts.length && at <= high;
    index += 1
  ) {
    const begin = (band.lefts[index] ?? 0) - clearance;
    if (begin >= at) found.push({ low: at, high: Math.min(high, begin) });
    at = Math.max(at, (band.rights[index] ?? 0) + clearance);
  }
  if (at <= high) found.push({ low: at, high });
  return found;
}

/** Moves x away from `start` until every band is free there; null past the bound. */
function sweep(
  obstacles: Obstacles,
  from: number,
  to: number,
  start: number,
  bound: number,
  clearance: number,
  step: 1 | -1,
): number | null {
  let x = start;
  for (let again = true; again;) {
    again = false;
    for (let index = from; index < to; index += 1) {
      const band = obstacles.bands[index];
      if (!band) continue;
      const next = step === 1 ? freeRightOf(band, x, clearance) : freeLeftOf(band, x, clearance);
      if (next !== x) {
        x = next;
        again = true;
      }
      if (step === 1 ? x > bound : x < bound) return null;
    }
  }
  return x;
}

/** The least free x at or right of x. */
function freeRightOf(band: Band, x: number, clearance: number): number {
  let at = x;
  for (let index = firstAbove(band.rights, x - clearance); index < band.rights.length; index += 1) {
    if ((band.lefts[index] ?? 0) - clearance >= at) break;
    const edge = (band.rights[index] ?? 0) + clearance;
    if (edge <= at) continue;
    at = edge;
  }
  return at;
}

function freeLeftOf(band: Band, x: number, clearance: number): number {
  let at = x;
  for (let index = firstAbove(band.lefts, x + clearance) - 1; index >= 0; index -= 1) {
    if ((band.rights[index] ?? 0) + clearance <= at) break;
    const edge = (band.lefts[index] ?? 0) - clearance;
    if (edge >= at) continue;
    at = edge;
  }
  return at;
}

/** Index of the first value above x in a rising list. */
function firstAbove(values: readonly number[], x: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
