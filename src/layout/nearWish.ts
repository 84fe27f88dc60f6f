/**
 * Parallel runs beside each other: each at the free place nearest to its wish. Runs with the least room choose first,
 * then from left to right (or top to bottom), then in the links' order.
 */
import { Ledger } from './ledger.ts';
import type { Area } from './shelves.ts';
import { sharedNumber } from './sharedNumber.ts';
import { neighbourLimit, type WishingRun } from './ways.ts';

/** Distance of lines that run beside each other. */
export const runPitch = 9;
/** Placed runs are looked up by shelf across. */
const shelfWidth = 64;
const shelfReach = 2;
/** More room than this makes nobody wait longer. */
const muchRoom = 40;

/** Gives every run its place; two within `slack` along their way keep apart too. */
export class RunPlaces extends Ledger<WishingRun, number> {
  constructor(slack: number) {
    const areaOf = ({ from, to }: WishingRun, at: number): Area => ({
      shelf: Math.floor(at / shelfWidth),
      from: from - slack,
      to: to + slack,
    });
    super({
      compare: byWish,
      looks: (run) => [areaOf(run, run.at)],
      reach: shelfReach,
      choose: (run, before) => sharedNumber(placeOf(run, before(areaOf(run, run.at)))),
      takes: (run, at) => [areaOf(run, at)],
      isSame: Object.is,
    });
  }
}

function placeOf(run: WishingRun, near: readonly WishingRun[]): number {
  if (near.length === 0) return run.at;
  const first = near.length > neighbourLimit ? near.toSorted(byWish).slice(0, neighbourLimit) : near;
  return nearestFree(
    run,
    first.map(({ choice }) => choice ?? 0),
  );
}

function byWish(a: WishingRun, b: WishingRun): number {
  const room = Math.min(muchRoom, a.high - a.low) - Math.min(muchRoom, b.high - b.low);
  return room || a.at - b.at || a.way.seat.index - b.way.seat.index || a.index - b.index;
}

/** The value nearest to the wish that is a pitch away from all taken ones, the lower of two; closer when crowded. */
function nearestFree({ at: wished, low, high }: WishingRun, taken: readonly number[]): number {
  for (const distance of [runPitch, runPitch * 0.7, runPitch * 0.45, runPitch * 0.25]) {
    const isFree = (at: number): boolean => taken.every((other) => Math.abs(other - at) > distance - 0.01);
    if (isFree(wished) && wished >= low && wished <= high) return wished;
    let best: number | null = null;
    const look = (candidate: number): void => {
      if (candidate < low || candidate > high) return;
      const farther = best === null ? -1 : Math.abs(candidate - wished) - Math.abs(best - wished);
      if (farther > 0 || (farther === 0 && best !== null && candidate >= best)) return;
      if (isFree(candidate)) best = candidate;
    };
    for (const at of taken) {
      look(at - distance);
      look(at + distance);
    }
    if (best !== null) return best;
  }
  return wished;
}
