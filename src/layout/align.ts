/**
 * Aligning and distributing cards: along time inside each stage (a card never changes its stage or lane by it) and over
 * the rows of each lane (alignRows.ts). Pure. In: the map and the touchpoints chosen. Out: the places that change.
 */
import type { JourneyMap, Place, Touchpoint } from '../model/journeyMap.ts';
import { LAST_ROW } from '../model/limits.ts';
import { alignedRows, type RowAlignment } from './alignRows.ts';

type TimeAlignment = 'left' | 'centre' | 'right' | 'across';
export type Alignment = TimeAlignment | RowAlignment;

export interface AlignedCards {
  /** Only those that change. */
  readonly places: ReadonlyMap<string, Place>;
  /** The row they were brought into, when it was one row of one lane. */
  readonly row: number | null;
  /** How many of them lie lower, as there is no room for them in it. */
  readonly lower: number;
}

/** New places of the chosen touchpoints; several stages or lanes are each aligned by themselves, locked cards stay. */
export function alignedCards(
  journey: Pick<JourneyMap, 'stages' | 'lanes' | 'touchpoints'>,
  ids: ReadonlySet<string>,
  alignment: Alignment,
): AlignedCards {
  const chosen = journey.touchpoints.filter(({ id }) => ids.has(id));
  if (isInTime(alignment)) return { places: alignedTimes(chosen, alignment), row: null, lower: 0 };
  const lanes = alignedRows(journey, ids, alignment);
  const rows = new Map(lanes.flatMap((lane) => [...lane.rows]));
  return {
    places: new Map(
      chosen.flatMap(({ id, stageId, laneId, t }) => {
        const row = rows.get(id);
        return row === undefined ? [] : [[id, { stageId, laneId, t, row }] as const];
      }),
    ),
    row: lanes.length === 1 && alignment !== 'down' ? (lanes[0]?.row ?? null) : null,
    lower: lanes.reduce((sum, { lower }) => sum + lower, 0),
  };
}

function isInTime(alignment: Alignment): alignment is TimeAlignment {
  return alignment === 'left' || alignment === 'centre' || alignment === 'right' || alignment === 'across';
}

function alignedTimes(
  touchpoints: readonly Touchpoint[],
  alignment: TimeAlignment,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const group of inStages(touchpoints.filter(({ locked }) => !locked))) {
    const ordered = group.toSorted(byTime);
    const values = timesOf(ordered, alignment);
    const taken = new Set<string>();
    ordered.forEach(({ id, stageId, laneId, t, row: stored }, index) => {
      const value = values[index] ?? t;
      // What was later stays later: at one time that is the lower row, and within a row nobody knows.
      let row = stored;
      while (row < LAST_ROW && taken.has(`${laneId} ${value} ${row}`)) row += 1;
      taken.add(`${laneId} ${value} ${row}`);
      if (value !== t || row !== stored) places.set(id, { stageId, laneId, t: value, row });
    });
  }
  return places;
}

function timesOf(ordered: readonly Touchpoint[], alignment: TimeAlignment): readonly number[] {
  const times = ordered.map(({ t }) => t);
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? first;
  if (alignment === 'across') return evenly(first, last, times.length).map((t) => Math.round(t * 100) / 100);
  const to = alignment === 'left' ? first : alignment === 'right' ? last : (first + last) / 2;
  return times.map(() => Math.round(to * 100) / 100);
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

function inStages(touchpoints: readonly Touchpoint[]): Iterable<readonly Touchpoint[]> {
  return Map.groupBy(touchpoints, ({ stageId }) => stageId).values();
}
