/**
 * The possible shapes of one link, kept as long as nothing they depend on is another: its two cards, and of the bands
 * between them what lies near enough to matter.
 */
import { areSimple, packShapes, type LinkShapes } from './linkShapes.ts';
import type { Band, Obstacles } from './obstacles.ts';
import { planRoutes } from './planRoute.ts';
import { clearance, right, type End } from './routePlan.ts';
import { isAlike, sameInputs } from './same.ts';

/** What is known of a link, from the obstacles before. */
interface Known {
  readonly from?: End;
  readonly to?: End;
  readonly shapes?: LinkShapes | null;
}

/** The former shapes where they still hold or come out the same; `change` leads from the obstacles they were made for. */
export function shapesOf(
  from: End,
  to: End,
  obstacles: Obstacles,
  known: Known,
  change: GroundChange | null,
): LinkShapes {
  const { shapes } = known;
  if (shapes && change && known.from === from && known.to === to && change.spares(from, to, shapes))
    return shapes;
  const { candidates, isSimple } = planRoutes(from, to, obstacles);
  const now = packShapes(candidates, isSimple);
  return shapes && sameInputs(shapes, now) ? shapes : now;
}

/** Where obstacles differ from former ones of the same width: bands and gutters by index, and between which x a band. */
export class GroundChange {
  readonly #obstacles: Obstacles;
  readonly #bands: { readonly index: number; readonly low: number; readonly high: number }[] = [];
  readonly #gutters: number[] = [];

  constructor(before: Obstacles, obstacles: Obstacles) {
    this.#obstacles = obstacles;
    const { bands, gutters } = obstacles;
    for (let index = 0; index < Math.max(bands.length, before.bands.length); index += 1) {
      const former = before.bands[index];
      const band = bands[index];
      if (band === former) continue;
      const change = former && band ? changeOf(former, band) : null;
      const { low, high } = change ?? { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
      this.#bands.push({ index, low, high });
    }
    for (let index = 0; index < Math.max(gutters.length, before.gutters.length); index += 1)
      if (!isAlike(before.gutters[index], gutters[index])) this.#gutters.push(index);
  }

  /** Whether these shapes of a link between two cards that stayed are what they would be now. */
  spares(from: End, to: End, shapes: LinkShapes): boolean {
    const { bands } = this.#obstacles;
    const first = Math.min(from.band, to.band);
    const last = Math.max(from.band, to.band);
    const above = bands[first]?.above ?? 0;
    const below = bands[last]?.below ?? 0;
    if (this.#gutters.some((index) => index >= above && index <= below)) return false;
    // All that counts for simple shapes lies between these x.
    const isSimple = areSimple(shapes);
    const low = isSimple ? Math.min(from.card.x, to.card.x) - clearance : Number.NEGATIVE_INFINITY;
    const high = isSimple ? Math.max(right(from.card), right(to.card)) + clearance : Number.POSITIVE_INFINITY;
    return this.#bands.every(
      (change) => change.index < first || change.index > last || change.low > high || change.high < low,
    );
  }
}

interface Change {
  readonly from: Band;
  readonly low: number;
  readonly high: number;
}
const changes = new WeakMap<Band, Change>();

/** Between which x two states of a band differ; null when it moved as a whole. */
export function changeOf(from: Band, to: Band): { readonly low: number; readonly high: number } | null {
  const { top, bottom, above, below, lefts, rights } = to;
  if (from.top !== top || from.bottom !== bottom || from.above !== above || from.below !== below) return null;
  const known = changes.get(to);
  if (known?.from === from) return known;
  let begin = 0;
  const least = Math.min(lefts.length, from.lefts.length);
  while (begin < least && lefts[begin] === from.lefts[begin] && rights[begin] === from.rights[begin])
    begin += 1;
  let end = 0;
  while (
    end < least - begin &&
    lefts.at(-1 - end) === from.lefts.at(-1 - end) &&
    rights.at(-1 - end) === from.rights.at(-1 - end)
  )
    end += 1;
  const changed = (all: readonly number[]): readonly number[] => all.slice(begin, all.length - end);
  const change = {
    from,
    low: Math.min(...changed(lefts), ...changed(from.lefts)),
    high: Math.max(...changed(rights), ...changed(from.rights)),
  };
  changes.set(to, change);
  return change;
}
