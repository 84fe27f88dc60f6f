/**
 * Parallel runs of links apart: every vertical and horizontal run gets a place of its own inside the room its
 * plan leaves it, near where it wished to be, so that no two lines lie on each other while there is room.
 *
 * Runs are placed one after the other in a fixed order: verticals, those beside cards, then those in gutters, where the
 * place with the fewest crossings wins. The same plans give the same places, whatever was placed before; only what
 * lies near a change is placed again.
 */
import { lineOf, placeInGutter, type GutterLine, type GutterTracks } from './gutterTracks.ts';
import { RunPlaces, runPitch } from './nearWish.ts';
import type { Gutter } from './obstacles.ts';
import { isAlike } from './same.ts';
import type { Box } from './scene.ts';
import type { Steps } from './steps.ts';
import { BesideRun, PlannedRun, type Way } from './ways.ts';

interface GutterState {
  /** Ways with a run along it. */
  readonly ways: Set<Way>;
  tracks: GutterTracks | null;
}

export class RunSpread {
  readonly #verticals = new RunPlaces(14);
  readonly #besides = new RunPlaces(0);
  /** Ways that leave or enter a card at its side. */
  readonly #sides = new Map<string, Set<Way>>();
  readonly #gutters = new Map<number, GutterState>();
  readonly #changedSides = new Set<string>();
  readonly #changedGutters = new Set<number>();
  readonly #added = new Set<Way>();
  #signs: readonly Box[] = [];

  add(way: Way): void {
    this.#added.add(way);
    way.wishes = way.places.map((_, index) => {
      if (!way.isVertical(index)) return undefined;
      const wish = new PlannedRun(way, index);
      this.#verticals.add(wish);
      return wish;
    });
  }

  remove(way: Way): void {
    this.#added.delete(way);
    for (const [index, wish] of way.wishes.entries()) {
      if (wish) {
        this.#verticals.remove(wish);
        this.#besides.remove(wish);
      }
      if (way.isVertical(index)) continue;
      const gutter = way.gutterOf(index);
      if (gutter < 0) this.#sides.get(this.#changeSide(way, index))?.delete(way);
      else if (this.#gutters.get(gutter)?.ways.delete(way)) this.#changedGutters.add(gutter);
    }
    way.wishes = [];
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
      state.tracks = placeInGutter(gutter, linesIn(index, state.ways), inGutter, state.tracks, moved);
    }
    this.#changedGutters.clear();
    return moved;
  }

  *#settle(ledger: RunPlaces, moved: Set<Way>): Steps<void> {
    for (const run of yield* ledger.settle()) {
      run.way.places[run.index] = run.choice ?? run.at;
      moved.add(run.way);
    }
  }

  /** Horizontals lie between the way's verticals as these are now. */
  #moveHorizontals(way: Way): void {
    for (const index of way.places.keys()) {
      if (way.isVertical(index)) continue;
      const gutter = way.gutterOf(index);
      if (gutter < 0) {
        const side = this.#changeSide(way, index);
        const ways = this.#sides.get(side);
        if (ways) ways.add(way);
        else this.#sides.set(side, new Set([way]));
        continue;
      }
      const state = this.#gutters.get(gutter);
      if (state) state.ways.add(way);
      else this.#gutters.set(gutter, { ways: new Set([way]), tracks: null });
      this.#changedGutters.add(gutter);
    }
  }

  /**
   * Those of one side of a card stand in the order in which they turn away, so that they do not cross: upward ones on
   * top, the nearest turn first; downward ones below, the nearest turn last.
   */
  #orderSide(side: string): void {
    const entries = [...(this.#sides.get(side) ?? [])].map((way) => {
      const index = sideOf(way, 0) === side ? 0 : way.places.length - 1;
      return { way, index, ...turnOf(way, index) };
    });
    entries.sort(
      (a, b) => a.turn - b.turn || a.turn * (b.reach - a.reach) || a.way.seat.index - b.way.seat.index,
    );
    entries.forEach(({ way, index }, place) => {
      const wished = (way.wishOf(index) ?? 0) + (place - (entries.length - 1) / 2) * runPitch;
      const at = Math.min(way.highOf(index), Math.max(way.lowOf(index), wished));
      const before = way.wishes[index];
      const wish = new BesideRun(way, index, at);
      if (before && wish.isLike(before)) return;
      if (before) this.#besides.remove(before);
      way.wishes = way.wishes.with(index, wish);
      this.#besides.add(wish);
    });
  }

  #changeSide(way: Way, index: number): string {
    const side = sideOf(way, index);
    this.#changedSides.add(side);
    return side;
  }
}

/** The lines of a gutter, as their ways run now. */
function linesIn(gutter: number, ways: ReadonlySet<Way>): GutterLine[] {
  const lines: GutterLine[] = [];
  for (const way of ways)
    for (const index of way.places.keys()) if (way.gutterOf(index) === gutter) lines.push(lineOf(way, index));
  return lines;
}

function sideOf({ from, to }: Way, index: number): string {
  return index === 0 ? `from ${from}` : `to ${to}`;
}

/** Which way the run beside a card turns (-1 up, 0 straight on, 1 down), and how far away. */
function turnOf(way: Way, index: number): { readonly turn: number; readonly reach: number } {
  const { places, start, end } = way;
  const [step, edge, other] = index === 0 ? [1, start, end] : [-1, end, start];
  const corner = places[index + step];
  if (corner === undefined) return { turn: 0, reach: 0 };
  const beyond = way.wishOf(index + 2 * step) ?? other;
  return { turn: Math.sign(beyond - (way.wishOf(index) ?? 0)), reach: Math.abs(corner - edge) };
}
