/**
 * Which shape each link takes when all of them share the gutters: short links choose first, and every line that
 * already runs along a gutter makes it dearer there, much dearer once it is full.
 *
 * Deterministic: the same candidates in the same order give the same choice.
 */
import type { Gutter } from './obstacles.ts';
import type { Candidate, RoutePlan } from './routePlan.ts';

interface Stretch {
  readonly gutter: number;
  readonly from: number;
  readonly to: number;
}

/** What sharing a gutter with one line costs, and with one more than it has room for. */
const beside = 14;
const overfull = 170;
const pitch = 7;
/** Heads, tails and rounding take this much of a gutter. */
const needed = 14;
/** Looking farther than this changes nothing a person could see. */
const mostLines = 40;

/** The plan of each link, in the order given; null where there is no candidate. */
export function chooseRoutes(
  links: readonly (readonly Candidate[])[],
  gutters: readonly Gutter[],
): readonly (RoutePlan | null)[] {
  const lines = new Map<number, Stretch[]>();
  const chosen: (RoutePlan | null)[] = links.map(() => null);
  const order = links
    .map((candidates, index) => ({ index, least: Math.min(...candidates.map(({ cost }) => cost)) }))
    .toSorted((a, b) => a.least - b.least || a.index - b.index);
  for (const { index } of order) {
    let best: RoutePlan | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const { cost, plan } of links[index] ?? []) {
      if (cost >= least) continue;
      const whole = cost + crowdingOf(plan, lines, gutters, least - cost);
      if (whole >= least) continue;
      least = whole;
      best = plan;
    }
    chosen[index] = best;
    for (const stretch of best ? stretchesOf(best) : []) {
      const inGutter = lines.get(stretch.gutter);
      if (inGutter) inGutter.push(stretch);
      else lines.set(stretch.gutter, [stretch]);
    }
  }
  return chosen;
}

/** The parts of a plan that run along gutters. */
function stretchesOf({ runs }: RoutePlan): readonly Stretch[] {
  return runs.flatMap((run, index): Stretch[] => {
    if (run.gutter < 0) return [];
    const a = runs[index - 1]?.at ?? 0;
    const b = runs[index + 1]?.at ?? 0;
    return [{ gutter: run.gutter, from: Math.min(a, b), to: Math.max(a, b) }];
  });
}

/** What a plan costs for the lines it would run beside; no more is looked at once it is over `enough`. */
function crowdingOf(
  { runs }: RoutePlan,
  lines: ReadonlyMap<number, readonly Stretch[]>,
  gutters: readonly Gutter[],
  enough: number,
): number {
  let sum = 0;
  for (let index = 0; index < runs.length && sum < enough; index += 1) {
    const gutter = runs[index]?.gutter ?? -1;
    if (gutter < 0) continue;
    const a = runs[index - 1]?.at ?? 0;
    const b = runs[index + 1]?.at ?? 0;
    sum += crowding(Math.min(a, b), Math.max(a, b), lines.get(gutter) ?? [], gutters[gutter]);
  }
  return sum;
}

function crowding(from: number, to: number, lines: readonly Stretch[], gutter: Gutter | undefined): number {
  if (!gutter) return 0;
  let count = 0;
  for (const other of lines) {
    if (other.from < to && other.to > from) count += 1;
    if (count >= mostLines) break;
  }
  const room = 1 + Math.floor(Math.max(0, gutter.bottom - gutter.top - needed) / pitch);
  return count * beside + Math.max(0, count + 1 - room) * overfull;
}
