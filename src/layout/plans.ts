/**
 * The possible shapes of one link, kept as long as nothing they depend on is another: its two cards, and of the bands
 * between them what lies near enough to matter.
 */
import type { Band, Gutter, Obstacles } from './obstacles.ts';
import { planRoutes } from './planRoute.ts';
import { clearance, right, type Candidate, type End } from './routePlan.ts';
import { isAlike } from './same.ts';

export interface PlanEntry {
  readonly from: End;
  readonly to: End;
  readonly bands: readonly Band[];
  readonly gutters: readonly Gutter[];
  readonly width: number;
  /** All that counts lies above and below these x. */
  readonly low: number;
  readonly high: number;
  readonly candidates: readonly Candidate[];
}

/** The former entry where it still holds; its candidates where they come out the same. */
export function planEntry(
  from: End,
  to: End,
  obstacles: Obstacles,
  known: PlanEntry | null | undefined,
): PlanEntry {
  const { width } = obstacles;
  const first = Math.min(from.band, to.band);
  const last = Math.max(from.band, to.band);
  const isOf = known?.from === from && known.to === to && known.width === width;
  if (isOf && isUntouched(known, first, obstacles)) return known;
  const bands = obstacles.bands.slice(first, last + 1);
  const gutters = obstacles.gutters.slice(bands[0]?.above, (bands.at(-1)?.below ?? 0) + 1);
  if (isOf && isAside(known, bands, gutters)) return { ...known, bands, gutters };
  const { candidates, isSimple } = planRoutes(from, to, obstacles);
  return {
    from,
    to,
    bands,
    gutters,
    width,
    low: isSimple ? Math.min(from.card.x, to.card.x) - clearance : Number.NEGATIVE_INFINITY,
    high: isSimple ? Math.max(right(from.card), right(to.card)) + clearance : Number.POSITIVE_INFINITY,
    candidates: known && isAlike(known.candidates, candidates) ? known.candidates : candidates,
  };
}

function isUntouched({ bands, gutters }: PlanEntry, first: number, obstacles: Obstacles): boolean {
  const above = obstacles.bands[first]?.above ?? 0;
  return (
    bands.every((band, index) => band === obstacles.bands[first + index]) &&
    gutters.every((gutter, index) => gutter === obstacles.gutters[above + index])
  );
}

/** Whether bands changed only where it does not matter to an entry. */
function isAside(known: PlanEntry, bands: readonly Band[], gutters: readonly Gutter[]): boolean {
  return (
    isAlike(known.gutters, gutters) &&
    known.bands.every((band, index) => {
      const now = bands[index];
      if (!now || band === now) return band === now;
      const change = changeOf(band, now);
      return change !== null && (change.low > known.high || change.high < known.low);
    })
  );
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
