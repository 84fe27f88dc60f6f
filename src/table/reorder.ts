/**
 * Places for touchpoints that get another position among the rows of a stage, or are new there: times between those of their
 * neighbours. Where two decimals leave no room between them, the times of all rows of the stage are spread evenly
 * instead; where there are more rows than times, new ones stand below each other.
 *
 * In: the rows of one stage in their order. Out: places to write; null when a row cannot be moved for want of times.
 */
import type { Place } from '../model/journeyMap.ts';
import { LAST_ROW } from '../model/limits.ts';

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
      placeOf(row, row.id === one.id ? stageId : row.stageId, evenTime(index, ordered.length)),
    ]),
  );
}

/** When and in which row of its lane something new stands. */
type Moment = Pick<Place, 't' | 'row'>;

/**
 * Where so many new rows stand behind the first `behind` ones of a stage, in their order; `others`: rows that make room for
 * them. `mayMove`: none of the others is held.
 */
export function placesForNew(
  ordered: readonly Placed[],
  behind: number,
  count: number,
  mayMove: boolean,
): { readonly fresh: readonly Moment[]; readonly others: ReadonlyMap<string, Place> } {
  const before = ordered[behind - 1];
  const after = ordered[behind];
  const nobody: ReadonlyMap<string, Place> = new Map();
  if (count === 1) {
    const t = timeBetween(before?.t, after?.t);
    if ((!before || t > before.t) && (!after || t < after.t))
      return { fresh: [{ t, row: 0 }], others: nobody };
  }
  // In hundredths, without those of the neighbours.
  const first = before ? Math.round(before.t * steps) + 1 : 0;
  const room = (after ? Math.round(after.t * steps) : steps + 1) - first;
  const total = ordered.length + count;
  const least = room > 0 ? 0 : (before?.row ?? -1) + 1;
  const fitsBelow =
    (room > 0 || !after) && least + Math.ceil(count / Math.max(1, room)) <= LAST_ROW + 1 && total > steps;
  if (room < count && mayMove && !fitsBelow) return spreadAll(ordered, behind, count);
  const slotOf = (index: number): number =>
    room > 0 ? first + Math.floor(((index + (room < count ? 0 : 0.5)) * room) / count) : first - 1;
  const times = list(count, (index) => Math.max(0, slotOf(index)) / steps);
  return { fresh: belowEachOther(times, least), others: nobody };
}

/** All rows of the stage at even distances, with room for the new ones. */
function spreadAll(
  ordered: readonly Placed[],
  behind: number,
  count: number,
): ReturnType<typeof placesForNew> {
  const total = ordered.length + count;
  const moments = belowEachOther(
    list(total, (index) => evenTime(index, total)),
    0,
  );
  const placeAt = (one: Placed, { t, row }: Moment): Place =>
    // With a time for each, nobody needs another row.
    total > steps ? { ...placeOf(one, one.stageId, t), row } : placeOf(one, one.stageId, t);
  return {
    fresh: moments.slice(behind, behind + count),
    others: new Map(
      ordered.flatMap((one, index) => {
        const moment = moments[index < behind ? index : index + count];
        return moment ? [[one.id, placeAt(one, moment)] as const] : [];
      }),
    ),
  };
}

/** Those at one time in rows below each other, from a row on. */
function belowEachOther(times: readonly number[], from: number): readonly Moment[] {
  const moments: Moment[] = [];
  for (const t of times) {
    const last = moments.at(-1);
    moments.push({ t, row: Math.min(LAST_ROW, last?.t === t ? last.row + 1 : from) });
  }
  return moments;
}

function list<T>(length: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length }, (_, index) => make(index));
}

/** The middle of the index-th of so many equal parts of a stage. */
function evenTime(index: number, count: number): number {
  return round((index + 0.5) / count);
}

/** A time after the last and before the next; an edge of the stage stands in for a missing neighbour. */
function timeBetween(before: number | undefined, after: number | undefined): number {
  if (before === undefined && after === undefined) return 0.5;
  return round(((before ?? 0) + (after ?? 1)) / 2);
}

function placeOf({ laneId, row }: Placed, stageId: string, t: number): Place {
  return { stageId, laneId, t, row };
}

function round(t: number): number {
  return Math.round(t * steps) / steps;
}
