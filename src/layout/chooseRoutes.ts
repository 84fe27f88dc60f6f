/**
 * Which shape each link takes when all of them share the gutters: short links choose first, and every line that
 * already runs along a gutter makes it dearer there, much dearer once it is full.
 *
 * Deterministic: the same candidates in the same order give the same choice, whatever was chosen before.
 */
import { Choosing, Ledger } from './ledger.ts';
import { costOf, eachShape, runCount, stretchesOf, stretchOf, type LinkShapes } from './linkShapes.ts';
import type { Gutter } from './obstacles.ts';
import type { Area } from './shelves.ts';
import type { Steps } from './steps.ts';

/** A link that chooses one of its shapes; null where it has none. `seat.index` is its place among the links. */
export class Chooser extends Choosing {
  choice: number | null | undefined = undefined;
  readonly seat: { readonly index: number };
  readonly shapes: LinkShapes;
  /** What its cheapest shape costs. */
  readonly least: number;

  constructor(seat: Chooser['seat'], shapes: LinkShapes) {
    super();
    this.seat = seat;
    this.shapes = shapes;
    this.least = Math.min(...[...eachShape(shapes)].map((shape) => costOf(shapes, shape)));
  }
}

/** What sharing a gutter with one line costs, and with one more than it has room for. */
const beside = 14;
const overfull = 170;
const pitch = 7;
/** Heads, tails and rounding take this much of a gutter. */
const needed = 14;
/** Looking farther than this changes nothing a person could see. */
const mostLines = 40;

type Before = (area: Area) => readonly Chooser[];

/** The shape of each link. The parts of it that run along gutters, which are the shelves, count. */
export class RouteChoices extends Ledger<Chooser, number | null> {
  #gutters: readonly Gutter[] = [];

  constructor() {
    super({
      compare: (a, b) => a.least - b.least || a.seat.index - b.seat.index,
      looks: ({ shapes }) => [...eachShape(shapes)].flatMap((shape) => stretchesOf(shapes, shape)),
      reach: 0,
      choose: (chooser, before) => this.#best(chooser, before),
      takes: ({ shapes }, shape) => (shape === null ? [] : stretchesOf(shapes, shape)),
      isSame: Object.is,
    });
  }

  /** Those whose shape is another one. */
  *among(gutters: readonly Gutter[]): Steps<readonly Chooser[]> {
    this.#gutters = gutters;
    return yield* this.settle();
  }

  #best({ shapes }: Chooser, before: Before): number | null {
    let best: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const shape of eachShape(shapes)) {
      let whole = costOf(shapes, shape);
      for (let run = 0; run < runCount(shapes, shape) && whole < least; run += 1) {
        const stretch = stretchOf(shapes, shape, run);
        if (stretch) whole += this.#crowding(stretch, before);
      }
      if (whole >= least) continue;
      least = whole;
      best = shape;
    }
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
