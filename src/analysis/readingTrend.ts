/**
 * The trend of a measured value: every reading of one metric at one touchpoint (null = the whole map) in a segment, by
 * date, then id; the last is the one that counts (domain.md 2.8). The change is between the last two dates.
 */
import type { JourneyMap, Metric } from '../model/journeyMap.ts';
import type { Segment } from './surveyScores.ts';

export interface ReadingTrend {
  readonly points: readonly {
    readonly readingId: string;
    readonly at: string;
    readonly value: number;
    readonly n: number | null;
    readonly source: string;
  }[];
  /** Newest less the one before; null with fewer than two. */
  readonly change: number | null;
}

export function readingTrend(
  map: Pick<JourneyMap, 'readings'>,
  touchpointId: string | null,
  metric: Metric,
  segment: Segment = { personaId: null, tierId: null },
): ReadingTrend {
  const points = map.readings
    .filter(
      (reading) =>
        reading.touchpointId === touchpointId &&
        reading.metric === metric &&
        reading.personaId === segment.personaId &&
        reading.tierId === segment.tierId,
    )
    .map(({ id, at, value, n, source }) => ({ readingId: id, at, value, n, source }))
    .toSorted((a, b) => compare(a.at, b.at) || compare(a.readingId, b.readingId));
  const [before, newest] = points.slice(-2);
  return { points, change: before && newest ? newest.value - before.value : null };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
