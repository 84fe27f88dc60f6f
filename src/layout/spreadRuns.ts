/**
 * Parallel runs of links apart: every vertical and horizontal run gets a place of its own inside the room its
 * plan leaves it, near where it wished to be, so that no two lines lie on each other while there is room.
 *
 * Runs are placed one after the other in a fixed order: verticals, those beside cards, then those in gutters, where the
 * place with the fewest crossings wins. The same plans give the same places, whatever was placed before; only what
 * lies near a change is placed again.
 */
import { lineOf, placeInGutter, type GutterLine, type GutterTracks } from './gutterTracks.ts';
import { RunPlaces, runPitch, type WishingRun } from './nearWish.ts';
import type { Gutter } from './obstacles.ts';
import type { Run } from './routePlan.ts';
import { isAlike, keepRecord } from './same.ts';
import type { Box } from './scene.ts';
import type { Steps } from './steps.ts';
import type { Way } from './ways.ts';

interface GutterState {
  readonly lines: Map<Run, GutterLine>;
  tracks: GutterTracks | null;
}

export class RunSpread {
  readonly #verticals = new RunPlaces(14);
  readonly #besides = new RunPlaces(0);
  /** Runs in the ledgers, by way and index. */
  readonly #runs = new Map<Way, (WishingRun | undefined)[]>();
  /** Ways that leave or enter a card at its side. */
  readonly #sides = new Map<string, Set<Way>>();
  readonly #gutters = new Map<number, GutterState>();
  readonly #changedSides = new Set<string>();
  readonly #changedGutters = new Set<number>();
  readonly #added = new Set<Way>();
  #signs: readonly Box[] = [];

  add(way: Way): void {
    const { runs } = way.plan;
    this.#added.add(way);
    this.#runs.set(
      way,
      runs.map((run, index) => {
        if (run.axis === 'horizontal') return undefined;
        const { at, low, high } = run;
        const wish = { way, index, at, low, high, ...alongOf(runs[index - 1]?.at, runs[index + 1]?.at, way) };
        this.#verticals.add(wish);
        return wish;
      }),
    );
  }

  remove(way: Way): void {
    this.#added.delete(way);
    this.#runs.get(way)?.forEach((run) => {
      if (!run) return;
      this.#verticals.remove(run);
      this.#besides.remove(run);
    });
    this.#runs.delete(way);
    way.plan.runs.forEach((run, index) => {
      if (run.axis === 'vertical') return;
      if (run.gutter < 0) this.#sides.get(this.#changeSide(way, index))?.delete(way);
      else if (this.#gutters.get(run.gutter)?.lines.delete(run)) this.#changedGutters.add(run.gutter);
    });
  }

  /** Places everything anew that a change matters to; gives the ways that may run elsewhere. `signs` are boxes in gutters that runs keep off. */
  *settle(gutters: readonly Gutter[], signs: readonly Box[]): Steps<ReadonlySet<Way>> {
    const moved = new Set(this.#added);
    this.#added.clear();
    yield* this.#settle(this.#verticals, moved);
    for (const way of moved) this.#moveHorizontals(way);
    for (const side of this.#changedSides) this.#orderSide(side);
    this.#changedSides.clear();
    yield* this.#settle(this.#besides, moved);
    const hasOtherSigns = !isAlike(this.#signs, signs);
    this.#signs = signs;
    for (const [index, state] of this.#gutters) {
      const gutter = gutters[index];
      const isOther = hasOtherSigns || (gutter && !isAlike(gutter, state.tracks?.gutter));
      if (!gutter || (!isOther && !this.#changedGutters.has(index))) continue;
      yield;
      const inGutter = signs.filter((box) => box.y < gutter.bottom && box.y + box.height > gutter.top);
      state.tracks = placeInGutter(gutter, [...state.lines.values()], inGutter, state.tracks, moved);
    }
    this.#changedGutters.clear();
    return moved;
  }

  *#settle(ledger: RunPlaces, moved: Set<Way>): Steps<void> {
    for (const run of yield* ledger.settle()) {
      run.way.places[run.index] = ledger.choiceOf(run) ?? run.at;
      moved.add(run.way);
    }
  }

  /** Horizontals lie between the way's verticals as these are now. */
  #moveHorizontals(way: Way): void {
    way.plan.runs.forEach((run, index) => {
      if (run.axis === 'vertical') return;
      if (run.gutter < 0) {
        const side = this.#changeSide(way, index);
        const ways = this.#sides.get(side);
        if (ways) ways.add(way);
        else this.#sides.set(side, new Set([way]));
        return;
      }
      let state = this.#gutters.get(run.gutter);
      if (!state) this.#gutters.set(run.gutter, (state = { lines: new Map(), tracks: null }));
      const line = lineOf(way, index);
      if (keepRecord(state.lines.get(run), line) !== line) return;
      state.lines.set(run, line);
      this.#changedGutters.add(run.gutter);
    });
  }

  /**
   * Those of one side of a card stand in the order in which they turn away, so that they do not cross: upward ones on
   * top, the nearest turn first; downward ones below, the nearest turn last.
   */
  #orderSide(side: string): void {
    const entries = [...(this.#sides.get(side) ?? [])].map((way) => {
      const index = sideOf(way, 0) === side ? 0 : way.plan.runs.length - 1;
      return { way, index, ...turnOf(way, index) };
    });
    entries.sort(
      (a, b) => a.turn - b.turn || a.turn * (b.reach - a.reach) || a.way.seat.index - b.way.seat.index,
    );
    entries.forEach(({ way, index }, place) => {
      const run = way.plan.runs[index];
      const own = this.#runs.get(way);
      if (!run || !own) return;
      const { low, high } = run;
      const at = Math.min(high, Math.max(low, run.at + (place - (entries.length - 1) / 2) * runPitch));
      const along = alongOf(way.places[index - 1], way.places[index + 1], way);
      const before = own[index];
      const wish = { way, index, at, low, high, ...along };
      if (keepRecord(before, wish) === before) return;
      if (before) this.#besides.remove(before);
      own[index] = wish;
      this.#besides.add(wish);
    });
  }

  #changeSide(way: Way, index: number): string {
    const side = sideOf(way, index);
    this.#changedSides.add(side);
    return side;
  }
}

/** Where a run lies along its own axis: between its neighbours, or the card's edge. */
function alongOf(
  before: number | undefined,
  after: number | undefined,
  way: Way,
): Pick<WishingRun, 'from' | 'to'> {
  const a = before ?? way.start;
  const b = after ?? way.end;
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

function sideOf({ from, to }: Way, index: number): string {
  return index === 0 ? `from ${from}` : `to ${to}`;
}

/** Which way the run beside a card turns (-1 up, 0 straight on, 1 down), and how far away. */
function turnOf(way: Way, index: number): { readonly turn: number; readonly reach: number } {
  const { plan, places, start, end } = way;
  const [step, edge, other] = index === 0 ? [1, start, end] : [-1, end, start];
  const corner = places[index + step];
  if (corner === undefined) return { turn: 0, reach: 0 };
  const beyond = plan.runs[index + 2 * step]?.at ?? other;
  return { turn: Math.sign(beyond - (plan.runs[index]?.at ?? 0)), reach: Math.abs(corner - edge) };
}
