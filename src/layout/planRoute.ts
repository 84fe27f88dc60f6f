/**
 * The possible shapes of one link: which sides it leaves and enters, along which gutters and gaps it runs. Right angles,
 * never through a card. Each run keeps the room it may be moved in, so that parallel runs can be spread later
 * (spreadRuns.ts), and the best shape be chosen among all links (chooseRoutes.ts). A plan depends on the two cards and the bands between them only.
 */
import { freeColumn, isFreeBetween } from './freeColumn.ts';
import { throughManyGutters } from './gutterRoutes.ts';
import type { Obstacles } from './obstacles.ts';
import {
  along,
  bendCost,
  beside,
  clearance,
  columnToGutter,
  edgeY,
  middleY,
  nearSide,
  portRange,
  right,
  sideRange,
  turn,
  vertical,
  type Candidate,
  type End,
} from './routePlan.ts';

/**
 * The possible shapes of a link between two cards; none only when cards close every gap on the way. Simple ones depend
 * on nothing left or right of both cards.
 */
export function planRoutes(
  from: End,
  to: End,
  obstacles: Obstacles,
): { readonly candidates: readonly Candidate[]; readonly isSimple: boolean } {
  const found = [
    straightAlong(from, to, obstacles),
    straightDown(from, to, obstacles),
    leaveSideways(from, to, obstacles),
    enterSideways(from, to, obstacles),
    ...throughOneGutter(from, to, obstacles),
  ].filter((candidate) => candidate !== null);
  const isSimple = found.length > 0;
  return { candidates: isSimple ? found : throughManyGutters(from, to, obstacles), isSimple };
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
