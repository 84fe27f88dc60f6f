/**
 * Where the labels of links stand: on a long horizontal run, or beside a vertical one; never on a card or on
 * another label, and where they cover the fewest other links. A label that finds no place is not drawn.
 *
 * Labels choose in the links' order; after a change those that could stand near it do so again.
 */
import { BoxIndex, boxesMeet } from './boxIndex.ts';
import { isFreeBetween } from './freeColumn.ts';
import { Choosing, Ledger } from './ledger.ts';
import type { LaneRow } from './mapLayout.ts';
import type { Band, Obstacles } from './obstacles.ts';
import { changeOf } from './plans.ts';
import { isAlike } from './same.ts';
import type { Box, Point } from './scene.ts';
import type { Area } from './shelves.ts';
import type { Steps } from './steps.ts';

/** A label that wants a place along its route. */
export class LabelWish extends Choosing {
  choice: Box | null | undefined = undefined;
  readonly id: string;
  readonly seat: { readonly index: number };
  readonly route: readonly Point[];
  readonly width: number;

  constructor(id: string, seat: LabelWish['seat'], route: readonly Point[], width: number) {
    super();
    this.id = id;
    this.seat = seat;
    this.route = route;
    this.width = width;
  }
}

/** What labels keep off, beside lines. */
export interface LabelGround {
  readonly obstacles: Obstacles;
  readonly lanes: readonly LaneRow[];
  readonly signs: readonly Box[];
}

const height = 14;
const inset = 4;
const shelfHeight = 64;

export class LabelPlaces {
  readonly #ledger: Ledger<LabelWish, Box | null>;
  readonly #lines = new BoxIndex();
  readonly #runs = new Map<string, readonly Box[]>();
  #signs = new BoxIndex();
  #rules: readonly number[] = [];
  #ground: LabelGround | null = null;

  constructor() {
    this.#ledger = new Ledger({
      compare: (a, b) => a.seat.index - b.seat.index,
      looks: (wish) => shelvesOf(candidates(wish)),
      reach: 0,
      choose: (wish, before) => this.#best(wish, before),
      takes: (_, box) => (box ? shelvesOf([box]) : []),
      isSame: (a, b) => isAlike(a, b),
    });
  }

  add(wish: LabelWish): void {
    this.#ledger.add(wish);
  }

  remove(wish: LabelWish): void {
    this.#ledger.remove(wish);
  }

  /** The box of a label; undefined when it found no place. */
  boxOf(wish: LabelWish): Box | undefined {
    return wish.choice ?? undefined;
  }

  /** Tells where a link runs now: labels keep off it. */
  setLine(id: string, route: readonly Point[]): void {
    const before = this.#runs.get(id) ?? [];
    const now = route.slice(1).map((point, index) => runBox(route[index] ?? point, point));
    for (const box of before) this.#lines.remove(box);
    for (const box of now) this.#lines.add(box, id);
    for (const area of [...before, ...now].flatMap((box) => shelvesOf([box]))) this.#ledger.touch(area);
    if (now.length > 0) this.#runs.set(id, now);
    else this.#runs.delete(id);
  }

  /** Places again what a change matters to; gives the wishes that stand elsewhere now. */
  *settle(ground: LabelGround): Steps<readonly LabelWish[]> {
    const before = this.#ground;
    this.#ground = ground;
    const { obstacles, lanes, signs } = ground;
    if (
      !before ||
      before.lanes !== lanes ||
      before.obstacles.width !== obstacles.width ||
      before.obstacles.bands.length !== obstacles.bands.length ||
      !isAlike(before.signs, signs)
    ) {
      this.#rules = lanes.map((lane) => lane.y + lane.height);
      this.#signs = new BoxIndex();
      for (const box of signs) this.#signs.add(box, '');
      this.#ledger.touchAll();
    } else if (before.obstacles !== obstacles) {
      obstacles.bands.forEach((band, index) => this.#touchBand(before.obstacles.bands[index], band));
    }
    return yield* this.#ledger.settle();
  }

  #touchBand(before: Band | undefined, now: Band): void {
    if (!before || before === now) return;
    const change = changeOf(before, now);
    if (!change) this.#ledger.touchAll();
    else if (change.low < change.high) {
      const { low, high } = change;
      const box = { x: low - 1, y: now.top, width: high - low + 2, height: now.bottom - now.top };
      for (const area of shelvesOf([box])) this.#ledger.touch(area);
    }
  }

  #best(wish: LabelWish, before: Before): Box | null {
    const places = candidates(wish);
    const labels = shelvesOf(places)
      .flatMap(before)
      .flatMap(({ choice }) => choice ?? []);
    let best: Box | null = null;
    let least = Number.POSITIVE_INFINITY;
    places.forEach((box, rank) => {
      const obstacles = this.#ground?.obstacles;
      if (!obstacles || box.x < 4 || box.x + box.width > obstacles.width - 4) return;
      if (meetsCard(box, obstacles) || this.#signs.countAt(box, wish.id) > 0) return;
      if (labels.some((label) => boxesMeet(label, box))) return;
      const onRule = this.#rules.some((y) => y > box.y + 1 && y < box.y + box.height - 1);
      const cost = rank + 12 * this.#lines.countAt(box, wish.id) + (onRule ? 9 : 0);
      if (cost < least) {
        least = cost;
        best = box;
      }
    });
    return best;
  }
}

type Before = (area: Area) => readonly LabelWish[];

/** The shelves, one above the other, that some boxes lie in: as one stretch of each. */
function shelvesOf(boxes: readonly Box[]): readonly Area[] {
  const from = Math.min(...boxes.map(({ x }) => x));
  const to = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.floor(Math.min(...boxes.map(({ y }) => y)) / shelfHeight);
  const bottom = Math.floor(Math.max(...boxes.map((box) => box.y + box.height)) / shelfHeight);
  const areas: Area[] = [];
  for (let shelf = top; shelf <= bottom; shelf += 1) areas.push({ shelf, from, to });
  return areas;
}

function runBox(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x) || 0.1,
    height: Math.abs(a.y - b.y) || 0.1,
  };
}

function meetsCard(box: Box, { bands }: Obstacles): boolean {
  return bands.some(
    (band) =>
      band.top < box.y + box.height &&
      band.bottom > box.y &&
      !isFreeBetween(band, box.x - 1, box.x + box.width + 1),
  );
}

/** Places along a route, the pleasing ones first. */
function candidates({ route, width }: LabelWish): Box[] {
  const full = width + 2 * inset;
  const on: Box[] = [];
  const beside: Box[] = [];
  const near: Box[] = [];
  route.forEach((from, index) => {
    const to = route[index + 1];
    if (!to) return;
    if (from.y === to.y) {
      const left = Math.min(from.x, to.x);
      const length = Math.abs(from.x - to.x);
      if (length >= full + 16) {
        for (const part of [0.5, 0.35, 0.65, 0.2, 0.8]) {
          const at = left + 8 + (length - 16 - full) * part;
          on.push({ x: at, y: from.y - height / 2, width: full, height });
        }
      }
      const middle = left + (length - full) / 2;
      near.push(
        { x: middle, y: from.y - height - 2, width: full, height },
        { x: middle, y: from.y + 2, width: full, height },
      );
    } else {
      const top = Math.min(from.y, to.y);
      const length = Math.abs(from.y - to.y);
      for (const part of length > 60 ? [0.5, 0.2, 0.8] : [0.5]) {
        const y = top + length * part - height / 2;
        beside.push(
          { x: from.x + 3, y, width: full, height },
          { x: from.x - 3 - full, y, width: full, height },
        );
      }
    }
  });
  return route.length === 2 ? [...beside, ...on, ...near] : [...on, ...beside, ...near];
}
