/**
 * Which shape each link takes when all of them share the gutters: short links choose first, and every line that
 * already runs along a gutter makes it dearer there, much dearer once it is full.
 *
 * Deterministic: the same candidates in the same order give the same choice, whatever was chosen before.
 */
import { Ledger, type Chosen } from './ledger.ts';
import type { Gutter } from './obstacles.ts';
import type { Candidate, RoutePlan } from './routePlan.ts';
import type { Area } from './shelves.ts';
import type { Steps } from './steps.ts';

/** A link that chooses. `seat.index` is its place among the links. */
export interface Chooser {
  readonly seat: { readonly index: number };
  readonly candidates: readonly Candidate[];
  /** The parts of each candidate that run along gutters, which are the shelves. */
  readonly stretches: readonly (readonly Area[])[];
  /** What its cheapest candidate costs. */
  readonly least: number;
}

/** What sharing a gutter with one line costs, and with one more than it has room for. */
const beside = 14;
const overfull = 170;
const pitch = 7;
/** Heads, tails and rounding take this much of a gutter. */
const needed = 14;
/** Looking farther than this changes nothing a person could see. */
const mostLines = 40;

type Before = (area: Area) => readonly Chosen<Chooser, RoutePlan | null>[];

/** A link with its candidates. */
export function chooserOf(seat: Chooser['seat'], candidates: readonly Candidate[]): Chooser {
  const least = Math.min(...candidates.map(({ cost }) => cost));
  return { seat, candidates, stretches: candidates.map(({ plan }) => stretchesOf(plan)), least };
}

/** The plan of each link; null where there is no candidate. */
export class RouteChoices extends Ledger<Chooser, RoutePlan | null> {
  #gutters: readonly Gutter[] = [];

  constructor() {
    super({
      compare: (a, b) => a.least - b.least || a.seat.index - b.seat.index,
      looks: ({ stretches }) => stretches.flat(),
      reach: 0,
      choose: (chooser, before) => this.#best(chooser, before),
      takes: ({ candidates, stretches }, plan) =>
        stretches[candidates.findIndex((candidate) => candidate.plan === plan)] ?? [],
      isSame: Object.is,
    });
  }

  /** Those whose plan is another one. */
  *among(gutters: readonly Gutter[]): Steps<readonly Chooser[]> {
    this.#gutters = gutters;
    return yield* this.settle();
  }

  #best({ candidates, stretches }: Chooser, before: Before): RoutePlan | null {
    let best: RoutePlan | null = null;
    let least = Number.POSITIVE_INFINITY;
    candidates.forEach(({ cost, plan }, index) => {
      if (cost >= least) return;
      let whole = cost;
      for (const stretch of stretches[index] ?? []) {
        if (whole >= least) return;
        whole += this.#crowding(stretch, before);
      }
      if (whole >= least) return;
      least = whole;
      best = plan;
    });
    return best;
  }

  #crowding(stretch: Area, before: Before): number {
    const gutter = this.#gutters[stretch.shelf];
    if (!gutter) return 0;
    const count = Math.min(mostLines, before(stretch).length);
    const room = 1 + Math.floor(Math.max(0, gutter.bottom - gutter.top - needed) / pitch);
    return count * beside + Math.max(0, count + 1 - room) * overfull;
  }
}

function stretchesOf({ runs }: RoutePlan): readonly Area[] {
  return runs.flatMap((run, index): Area[] => {
    if (run.gutter < 0) return [];
    const a = runs[index - 1]?.at ?? 0;
    const b = runs[index + 1]?.at ?? 0;
    return [{ shelf: run.gutter, from: Math.min(a, b), to: Math.max(a, b) }];
  });
}
