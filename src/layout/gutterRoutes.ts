/** Routes along several gutters, for links that no simple shape can join. */
import { freeColumn, freeGaps, type Gap } from './freeColumn.ts';
import type { Obstacles } from './obstacles.ts';
import {
  along,
  bendCost,
  clearance,
  columnToGutter,
  edgeY,
  portRange,
  vertical,
  type Candidate,
  type End,
  type Run,
} from './routePlan.ts';

/** A gap this far to the side is better than another bend. */
const aside = 260;

/** Along several gutters, joined by gaps between cards: four bends or more. */
export function throughManyGutters(from: End, to: End, obstacles: Obstacles): Candidate[] {
  const a = obstacles.bands[from.band];
  const b = obstacles.bands[to.band];
  if (!a || !b) return [];
  const found: Candidate[] = [];
  for (const first of [a.below, a.above]) {
    for (const last of [b.above, b.below]) {
      const candidate = first === last ? null : fromGutterToGutter(from, to, first, last, obstacles);
      if (candidate) found.push(candidate);
    }
  }
  return found;
}

/**
 * From gutter to gutter: as many bands at once as one gap lets through without a long way round, then along the
 * gutter behind them to the next gap.
 */
function fromGutterToGutter(
  from: End,
  to: End,
  first: number,
  last: number,
  obstacles: Obstacles,
): Candidate | null {
  const out = columnToGutter(from, to.card, first, obstacles);
  const back = columnToGutter(to, from.card, last, obstacles);
  if (!out || !back) return null;
  const step = first < last ? 1 : -1;
  const runs: Run[] = [vertical(out), along(first, obstacles)];
  let x = out.x;
  for (let gutter = first; gutter !== last;) {
    const crossing = nextGap(gutter, last, step, x, back.x, obstacles);
    if (!crossing) return null;
    runs.push(vertical(crossing.column), along(crossing.gutter, obstacles));
    x = crossing.column.x;
    gutter = crossing.gutter;
  }
  runs.push(vertical(back));
  const straight = withoutJogs(runs, portRange(from, out.side), portRange(to, back.side));
  return {
    cost:
      lengthOf(straight, edgeY(from.card, out.side), edgeY(to.card, back.side)) +
      (straight.length - 1) * bendCost,
    plan: { leaves: out.side, enters: back.side, runs: straight },
  };
}

/** A gap right over the card itself needs no turn: the first and the last gutter are left out where that is so. */
function withoutJogs(runs: readonly Run[], leaves: Gap, enters: Gap): readonly Run[] {
  const [, , firstGap] = runs;
  const from = firstGap && narrowed(firstGap, leaves);
  const head = from ? [from, ...runs.slice(3)] : runs;
  const lastGap = head.at(-3);
  const to = lastGap && narrowed(lastGap, enters);
  return to ? [...head.slice(0, -3), to] : head;
}

/** A vertical run kept to a card's edge; null when it lies beside the card. */
function narrowed(run: Run, { low, high }: Gap): Run | null {
  if (run.axis !== 'vertical' || run.at < low || run.at > high) return null;
  return { ...run, low: Math.max(run.low, low), high: Math.min(run.high, high) };
}

/** Length of a route that begins and ends at these edges. */
function lengthOf(runs: readonly Run[], start: number, end: number): number {
  const all = [start, ...runs.map((run) => run.at), end];
  let sum = 0;
  for (let index = 2; index < all.length; index += 1)
    sum += Math.abs((all[index] ?? 0) - (all[index - 2] ?? 0));
  return sum;
}

interface Crossing {
  readonly gutter: number;
  readonly column: Gap & { readonly x: number };
}

/**
 * The next gap to go through and the gutter it leads to: right to the last one where the target is near, else as far
 * as one gap leads from here, else through the nearest gap of the next row.
 */
function nextGap(
  gutter: number,
  last: number,
  step: 1 | -1,
  x: number,
  target: number,
  obstacles: Obstacles,
): Crossing | null {
  const after = (index: number): number => obstacles.gutters[index]?.after ?? 0;
  const bands = (reach: number): [number, number] => [
    Math.min(after(gutter), after(reach)),
    Math.max(after(gutter), after(reach)),
  ];
  const near = (middle: number): [number, number] => [
    Math.max(1, middle - aside),
    Math.min(obstacles.width - 1, middle + aside),
  ];
  const whole = freeColumn(obstacles, ...bands(last), ...near(target), target, clearance);
  if (whole) return { gutter: last, column: whole };
  const [low, high] = near(x);
  let gaps: readonly Gap[] = [{ low, high }];
  let found: Crossing | null = null;
  for (let reach = gutter + step; ; reach += step) {
    const [from, to] = [after(reach - step), after(reach)].toSorted((a, b) => a - b);
    gaps = freeGaps(obstacles, from ?? 0, to ?? 0, gaps, clearance);
    const gap = nearestGap(gaps, x);
    if (!gap) break;
    found = { gutter: reach, column: gap };
    if (reach === last) break;
  }
  if (found) return found;
  const only = freeColumn(obstacles, ...bands(gutter + step), 1, obstacles.width - 1, x, clearance);
  return only && { gutter: gutter + step, column: only };
}

function nearestGap(gaps: readonly Gap[], x: number): (Gap & { readonly x: number }) | null {
  let best: (Gap & { readonly x: number }) | null = null;
  for (const gap of gaps) {
    const at = Math.min(gap.high, Math.max(gap.low, x));
    if (!best || Math.abs(at - x) < Math.abs(best.x - x)) best = { ...gap, x: at };
  }
  return best;
}
