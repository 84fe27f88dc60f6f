/** Links on their chosen ways, while their runs get their places: what the spreading of runs works on. */
import { gutterOf, highOf, isVertical, lowOf, runCount, wishOf, type LinkShapes } from './linkShapes.ts';
import { Choosing } from './ledger.ts';
import type { Point } from './scene.ts';
import { sharedNumber } from './sharedNumber.ts';

/** A link, the one of its shapes that it took, and the edges it runs between. */
interface WayFacts {
  /** Its place among the links. */
  readonly seat: { readonly index: number };
  /** The touchpoints it joins. */
  readonly from: string;
  readonly to: string;
  readonly shapes: LinkShapes;
  readonly shape: number;
  /** Coordinate of the edge it leaves (y of top and bottom, x of left and right). */
  readonly start: number;
  readonly end: number;
}

export class Way {
  readonly seat: WayFacts['seat'];
  readonly from: string;
  readonly to: string;
  readonly #shapes: LinkShapes;
  readonly #shape: number;
  readonly start: number;
  readonly end: number;
  /** The coordinates of its runs: as planned, and then as given. */
  readonly places: number[];
  /** Those of its runs that want places, while they are known to the spreading of runs. */
  wishes: readonly (WishingRun | undefined)[] = [];

  constructor({ seat, from, to, shapes, shape, start, end }: WayFacts) {
    this.seat = seat;
    this.from = from;
    this.to = to;
    this.#shapes = shapes;
    this.#shape = shape;
    this.start = start;
    this.end = end;
    this.places = Array.from(
      { length: runCount(shapes, shape) },
      (_, run) => wishOf(shapes, shape, run) ?? 0,
    );
  }

  /** Whether it is what these facts would make. */
  is({ seat, from, to, shapes, shape, start, end }: WayFacts): boolean {
    return (
      this.seat === seat &&
      this.from === from &&
      this.to === to &&
      this.#shapes === shapes &&
      this.#shape === shape &&
      this.start === start &&
      this.end === end
    );
  }

  /** Where a run lies as planned; undefined before the first and after the last. */
  wishOf(run: number): number | undefined {
    return wishOf(this.#shapes, this.#shape, run);
  }

  lowOf(run: number): number {
    return lowOf(this.#shapes, this.#shape, run);
  }

  highOf(run: number): number {
    return highOf(this.#shapes, this.#shape, run);
  }

  isVertical(run: number): boolean {
    return isVertical(this.#shapes, this.#shape, run);
  }

  /** The gutter a run lies in; negative beside cards and for vertical runs. */
  gutterOf(run: number): number {
    return gutterOf(this.#shapes, this.#shape, run);
  }
}

/** A run that wants a place: `at` across, movable in [low, high]; [from, to] along. */
export abstract class WishingRun extends Choosing {
  choice: number | undefined = undefined;
  readonly way: Way;
  readonly index: number;
  abstract readonly at: number;
  abstract readonly from: number;
  abstract readonly to: number;

  constructor(way: Way, index: number) {
    super();
    this.way = way;
    this.index = index;
  }

  get low(): number {
    return this.way.lowOf(this.index);
  }

  get high(): number {
    return this.way.highOf(this.index);
  }
}

/** A run that wants to lie as planned. */
export class PlannedRun extends WishingRun {
  get at(): number {
    return this.way.wishOf(this.index) ?? 0;
  }

  get from(): number {
    return Math.min(this.#before, this.#after);
  }

  get to(): number {
    return Math.max(this.#before, this.#after);
  }

  get #before(): number {
    return this.way.wishOf(this.index - 1) ?? this.way.start;
  }

  get #after(): number {
    return this.way.wishOf(this.index + 1) ?? this.way.end;
  }
}

/** A run beside a card: others there and its neighbours tell where it wants to lie. */
export class BesideRun extends WishingRun {
  readonly at: number;
  readonly from: number;
  readonly to: number;

  constructor(way: Way, index: number, at: number) {
    super(way, index);
    this.at = at;
    const before = way.places[index - 1] ?? way.start;
    const after = way.places[index + 1] ?? way.end;
    this.from = Math.min(before, after);
    this.to = Math.max(before, after);
  }

  /** Whether it wants the same. */
  isLike(other: WishingRun): boolean {
    return this.at === other.at && this.from === other.from && this.to === other.to;
  }
}

/** So many placed neighbours are looked at; past it a map is unreadable anyway. */
export const neighbourLimit = 96;

/** The corners of a way. */
export function cornersOf(way: Way): Point[] {
  const { start, end, places } = way;
  const all = [start, ...places, end];
  const points: Point[] = [];
  for (let index = 0; index < all.length - 1; index += 1) {
    const a = sharedNumber(all[index] ?? 0);
    const b = sharedNumber(all[index + 1] ?? 0);
    // Between two neighbours of this list one is an x and the other a y; which, follows from the run they belong to.
    const isUpright = way.isVertical(Math.min(index, places.length - 1));
    const isLast = index === all.length - 2;
    const aIsY = isLast ? !isUpright : isUpright;
    points.push(aIsY ? { x: b, y: a } : { x: a, y: b });
  }
  return points;
}
