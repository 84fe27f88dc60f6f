/**
 * The possible shapes of one link: which sides it leaves and enters, along which gutters and gaps it runs. Right angles,
 * never through a card. Each run keeps the room it may be moved in, so that parallel runs can be spread later
 * (spreadRuns.ts), and the best shape be chosen among all links (chooseRoutes.ts). A plan depends on the two cards and the bands between them only.
 */
import type { CardBox } from './mapLayout.ts';
import { freeColumn, freeGaps, isFreeBetween, type Gap } from './freeColumn.ts';
import type { Obstacles } from './obstacles.ts';
import { pin } from './sizes.ts';

/** One straight run. Its own coordinate is `at` (x of a vertical, y of a horizontal run), movable in [low, high]. */
export interface Run {
  readonly axis: 'vertical' | 'horizontal';
  readonly at: number;
  readonly low: number;
  readonly high: number;
  /** The gutter a horizontal run lies in; -1 beside cards and for vertical runs. */
  readonly gutter: number;
}

export type Side = 'top' | 'bottom' | 'left' | 'right';

export interface RoutePlan {
  readonly leaves: Side;
  readonly enters: Side;
  readonly runs: readonly Run[];
}

/** A card with what stands above or below it and keeps links from its edge. */
export interface End {
  readonly card: CardBox;
  readonly band: number;
  /** Pins of moments on its upper edge. */
  readonly pins: number;
  /** Width of the return signs at the left of its lower edge. */
  readonly signs: number;
}

/** Runs keep this far from cards they pass. */
const clearance = 7;
/** Ports keep this far from a card's corners. */
const corner = 12;
/** Where a link enters a card from the side it comes from. */
const nearSide = 48;
/** A vertical run stands this far beside a card it turns at. */
const turn = 14;
/** One bend costs as much as this way. */
const bendCost = 60;
/** A gap this far to the side is better than another bend. */
const aside = 260;

/** A possible shape and what it costs by itself: its length and bends. */
export interface Candidate {
  readonly cost: number;
  readonly plan: RoutePlan;
}

/** The possible shapes of a link between two cards; none only when cards close every gap on the way. */
export function planRoutes(from: End, to: End, obstacles: Obstacles): readonly Candidate[] {
  const found = [
    straightAlong(from, to, obstacles),
    straightDown(from, to, obstacles),
    leaveSideways(from, to, obstacles),
    enterSideways(from, to, obstacles),
    ...throughOneGutter(from, to, obstacles),
  ].filter((candidate) => candidate !== null);
  return found.length > 0 ? found : throughManyGutters(from, to, obstacles);
}

function right(card: CardBox): number {
  return card.x + card.width;
}

function middleY(card: CardBox): number {
  return card.y + card.height / 2;
}

/** Where a vertical run may meet a card's upper or lower edge. */
function portRange(end: End, side: 'top' | 'bottom'): Gap {
  const pins = side === 'top' && end.pins > 0 ? pin.x + (end.pins - 1) * pin.pitch + corner : 0;
  const signs = side === 'bottom' && end.signs > 0 ? end.signs + 6 : 0;
  const low = end.card.x + Math.min(Math.max(corner, pins, signs), end.card.width - corner);
  return { low, high: Math.max(low, right(end.card) - corner) };
}

/** Where a horizontal run may meet a card's left or right edge. */
function sideRange(card: CardBox): Gap {
  const margin = Math.min(14, card.height / 3);
  return { low: card.y + margin, high: card.y + card.height - margin };
}

function vertical(column: Gap & { readonly x: number }): Run {
  return { axis: 'vertical', at: column.x, low: column.low, high: column.high, gutter: -1 };
}

function beside(at: number, range: Gap): Run {
  return { axis: 'horizontal', at, low: range.low, high: range.high, gutter: -1 };
}

/** Neighbours in one row: straight from the right edge to the left one. */
function straightAlong(from: End, to: End, obstacles: Obstacles): Candidate | null {
  const band = obstacles.bands[from.band];
  if (!band || from.band !== to.band || to.card.x < right(from.card)) return null;
  if (!isFreeBetween(band, right(from.card), to.card.x)) return null;
  const run = beside(middleY(from.card), sideRange(from.card));
  return { cost: to.card.x - right(from.card), plan: { leaves: 'right', enters: 'left', runs: [run] } };
}

/** One above the other: straight down or up where they share an x. */
function straightDown(from: End, to: End, obstacles: Obstacles): Candidate | null {
  if (from.band === to.band) return null;
  const down = from.band < to.band;
  const a = portRange(from, down ? 'bottom' : 'top');
  const b = portRange(to, down ? 'top' : 'bottom');
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  const column = freeColumn(
    obstacles,
    ...between(from.band, to.band),
    low,
    high,
    (low + high) / 2,
    clearance,
  );
  if (!column) return null;
  const way = down ? to.card.y - from.card.y - from.card.height : from.card.y - to.card.y - to.card.height;
  return {
    cost: way,
    plan: { leaves: down ? 'bottom' : 'top', enters: down ? 'top' : 'bottom', runs: [vertical(column)] },
  };
}

/** Bands strictly between two, as a half-open range. */
function between(a: number, b: number): [number, number] {
  return [Math.min(a, b) + 1, Math.max(a, b)];
}

/** Out of the right edge, then up or down into the other card: one bend. */
function leaveSideways(from: End, to: End, obstacles: Obstacles): Candidate | null {
  const band = obstacles.bands[from.band];
  if (!band || from.band === to.band) return null;
  const down = from.band < to.band;
  const port = portRange(to, down ? 'top' : 'bottom');
  const low = Math.max(port.low, right(from.card) + turn);
  const [first, end] = down ? [from.band, to.band] : [to.band + 1, from.band + 1];
  const column = freeColumn(
    obstacles,
    first,
    end,
    low,
    port.high,
    Math.max(to.card.x + nearSide, low),
    clearance,
  );
  if (!column || !isFreeBetween(band, right(from.card), column.x)) return null;
  const y = middleY(from.card);
  const edge = down ? to.card.y : to.card.y + to.card.height;
  return {
    cost: column.x - right(from.card) + Math.abs(edge - y) + bendCost,
    plan: {
      leaves: 'right',
      enters: down ? 'top' : 'bottom',
      runs: [beside(y, sideRange(from.card)), vertical(column)],
    },
  };
}

/** Out of the upper or lower edge, then along into the left edge of the other: one bend. */
function enterSideways(from: End, to: End, obstacles: Obstacles): Candidate | null {
  const band = obstacles.bands[to.band];
  if (!band || from.band === to.band) return null;
  const down = from.band < to.band;
  const port = portRange(from, down ? 'bottom' : 'top');
  const high = Math.min(port.high, to.card.x - turn);
  const [first, end] = down ? [from.band + 1, to.band + 1] : [to.band, from.band];
  const wished = Math.min(right(from.card) - nearSide, high);
  const column = freeColumn(obstacles, first, end, port.low, high, wished, clearance);
  if (!column || !isFreeBetween(band, column.x, to.card.x)) return null;
  const y = middleY(to.card);
  const edge = down ? from.card.y + from.card.height : from.card.y;
  return {
    // A little dearer than leaving sideways, which reads better.
    cost: to.card.x - column.x + Math.abs(y - edge) + bendCost + 10,
    plan: {
      leaves: down ? 'bottom' : 'top',
      enters: 'left',
      runs: [vertical(column), beside(y, sideRange(to.card))],
    },
  };
}

/** Sides and crossed bands on the way from a card to a gutter. */
function toGutter(
  end: End,
  gutter: number,
  obstacles: Obstacles,
): { side: 'top' | 'bottom'; first: number; last: number } {
  const after = obstacles.gutters[gutter]?.after ?? 0;
  return after > end.band
    ? { side: 'bottom', first: end.band + 1, last: after }
    : { side: 'top', first: after, last: end.band };
}

/** Up or down into a gutter, along it, up or down into the other card: two bends. */
function throughOneGutter(from: End, to: End, obstacles: Obstacles): (Candidate | null)[] {
  const a = obstacles.bands[from.band];
  const b = obstacles.bands[to.band];
  if (!a || !b) return [];
  const gutters = new Set([a.below, a.above, b.above, b.below]);
  return [...gutters].map((index) => {
    const gutter = obstacles.gutters[index];
    if (!gutter) return null;
    const out = columnToGutter(from, to.card, index, obstacles);
    const back = columnToGutter(to, from.card, index, obstacles);
    if (!out || !back) return null;
    const y = gutter.middle;
    const cost =
      Math.abs(edgeY(from.card, out.side) - y) +
      Math.abs(out.x - back.x) +
      Math.abs(edgeY(to.card, back.side) - y);
    return {
      cost: cost + 2 * bendCost,
      plan: {
        leaves: out.side,
        enters: back.side,
        runs: [vertical(out), along(index, obstacles), vertical(back)],
      },
    };
  });
}

function edgeY(card: CardBox, side: 'top' | 'bottom'): number {
  return side === 'top' ? card.y : card.y + card.height;
}

/** The vertical run from a card's edge to a gutter, near the side where the other card lies. */
function columnToGutter(
  end: End,
  other: CardBox,
  gutter: number,
  obstacles: Obstacles,
): (Gap & { readonly x: number; readonly side: 'top' | 'bottom' }) | null {
  const { side, first, last } = toGutter(end, gutter, obstacles);
  const port = portRange(end, side);
  const wished = nearestPort(end.card, other);
  const column = freeColumn(obstacles, first, last, port.low, port.high, wished, clearance);
  return column && { ...column, side };
}

/** Where a link meets a card when it comes from another: 48 from the near corner, or the middle when over it. */
function nearestPort(card: CardBox, other: CardBox): number {
  const middle = other.x + other.width / 2;
  if (middle > right(card)) return right(card) - nearSide;
  if (middle < card.x) return card.x + nearSide;
  return middle < card.x + card.width / 2 ? card.x + nearSide : right(card) - nearSide;
}

function along(gutter: number, obstacles: Obstacles): Run {
  const place = obstacles.gutters[gutter];
  const at = place?.middle ?? 0;
  return { axis: 'horizontal', at, low: place?.top ?? at, high: place?.bottom ?? at, gutter };
}

/** Along several gutters, joined by gaps between cards: four bends or more. */
function throughManyGutters(from: End, to: End, obstacles: Obstacles): Candidate[] {
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
