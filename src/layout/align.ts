/**
 * Aligning and distributing cards: along time inside each stage (a card never changes its stage or lane by it) and over
 * the rows of each lane. Pure. In: the touchpoints chosen. Out: the places that change.
 */
import type { Place, Touchpoint } from '../model/journeyMap.ts';
import { LAST_ROW } from '../model/limits.ts';

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom' | 'across' | 'down';

/** New places of touchpoints; several stages or lanes are each aligned by themselves. */
export function alignedPlaces(
  touchpoints: readonly Touchpoint[],
  alignment: Alignment,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const free = touchpoints.filter(({ locked }) => !locked);
  const isTime =
    alignment === 'left' || alignment === 'centre' || alignment === 'right' || alignment === 'across';
  for (const group of groupsOf(free, isTime ? 'stageId' : 'laneId')) {
    const ordered = group.toSorted(isTime ? byTime : byRow);
    const values = (isTime ? timesOf : rowsOf)(ordered, alignment);
    ordered.forEach((touchpoint, index) => {
      const { stageId, laneId, t, row } = touchpoint;
      const value = values[index];
      if (value === undefined || value === (isTime ? t : row)) return;
      places.set(touchpoint.id, { stageId, laneId, t: isTime ? value : t, row: isTime ? row : value });
    });
  }
  return places;
}

function timesOf(ordered: readonly Touchpoint[], alignment: Alignment): readonly number[] {
  const times = ordered.map(({ t }) => t);
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? first;
  if (alignment === 'across') return evenly(first, last, times.length).map((t) => Math.round(t * 100) / 100);
  const to = alignment === 'left' ? first : alignment === 'right' ? last : (first + last) / 2;
  return times.map(() => Math.round(to * 100) / 100);
}

/** Rows are whole: distributed they are one below the other. */
function rowsOf(ordered: readonly Touchpoint[], alignment: Alignment): readonly number[] {
  const rows = ordered.map(({ row }) => row);
  const first = rows[0] ?? 0;
  const last = rows.at(-1) ?? first;
  if (alignment === 'down') {
    const step = Math.max(1, Math.round((last - first) / Math.max(1, rows.length - 1)));
    return rows.map((_, index) => Math.min(LAST_ROW, first + index * step));
  }
  const to = alignment === 'top' ? first : alignment === 'bottom' ? last : Math.round((first + last) / 2);
  return rows.map(() => to);
}

/** So many values from one to another at even distances. */
export function evenly(from: number, to: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) =>
    count === 1 ? from : from + ((to - from) * index) / (count - 1),
  );
}

function byTime(a: Touchpoint, b: Touchpoint): number {
  return a.t - b.t || a.row - b.row || (a.id < b.id ? -1 : 1);
}

function byRow(a: Touchpoint, b: Touchpoint): number {
  return a.row - b.row || a.t - b.t || (a.id < b.id ? -1 : 1);
}

function groupsOf(
  touchpoints: readonly Touchpoint[],
  field: 'stageId' | 'laneId',
): Iterable<readonly Touchpoint[]> {
  const groups = new Map<string, Touchpoint[]>();
  for (const touchpoint of touchpoints) {
    const own = groups.get(touchpoint[field]);
    if (own) own.push(touchpoint);
    else groups.set(touchpoint[field], [touchpoint]);
  }
  return groups.values();
}
