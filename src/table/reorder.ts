/**
 * Places for a touchpoint that gets another position among the rows of a stage: a time between its new neighbours'.
 * Where two decimals leave no room between them, the times of all rows of the stage are spread evenly instead.
 *
 * In: the rows of one stage in their new order and which of them has moved. Out: places to write, by id; null when
 * there are more rows than times.
 */
import type { Place } from '../model/journeyMap.ts';

export interface Placed extends Place {
  readonly id: string;
}

/** Times have two decimals: 0.00 to 1.00. */
const steps = 100;

export function placesForOrder(
  ordered: readonly Placed[],
  moved: number,
  stageId: string,
): ReadonlyMap<string, Place> | null {
  const one = ordered[moved];
  if (!one) return new Map();
  const before = ordered[moved - 1]?.t;
  const after = ordered[moved + 1]?.t;
  const t = timeBetween(before, after);
  const fits = (before === undefined || t > before) && (after === undefined || t < after);
  if (fits) return new Map([[one.id, placeOf(one, stageId, t)]]);
  if (ordered.length > steps) return null;
  return new Map(
    ordered.map((row, index) => [
      row.id,
      placeOf(row, row.id === one.id ? stageId : row.stageId, round((index + 0.5) / ordered.length)),
    ]),
  );
}

/** A time after the last and before the next; an edge of the stage stands in for a missing neighbour. */
export function timeBetween(before: number | undefined, after: number | undefined): number {
  if (before === undefined && after === undefined) return 0.5;
  return round(((before ?? 0) + (after ?? 1)) / 2);
}

function placeOf({ laneId, row }: Placed, stageId: string, t: number): Place {
  return { stageId, laneId, t, row };
}

function round(t: number): number {
  return Math.round(t * steps) / steps;
}
