/** What the status line counts: all touchpoints, and how well the journey's own (domain, 2.6 "J") are rated. */
import type { JourneyMap } from '../../model/journeyMap.ts';

export interface Counts {
  readonly touchpoints: number;
  /** Journey touchpoints, the ones a person can feel something at. */
  readonly rateable: number;
  readonly rated: number;
  /** Of the rated: measured, observed. */
  readonly measured: number;
  readonly observed: number;
}

export function countMap(journey: JourneyMap): Counts {
  const lanes = new Set(
    journey.lanes.filter(({ kind }) => kind === 'contact' || kind === 'customer-action').map(({ id }) => id),
  );
  const counts = { touchpoints: journey.touchpoints.length, rateable: 0, rated: 0, measured: 0, observed: 0 };
  for (const { laneId, status, emotion, evidenceLevel } of journey.touchpoints) {
    if (!lanes.has(laneId) || status === 'idea' || status === 'retired') continue;
    counts.rateable += 1;
    if (emotion === null) continue;
    counts.rated += 1;
    if (evidenceLevel === 'measured') counts.measured += 1;
    if (evidenceLevel === 'observed') counts.observed += 1;
  }
  return counts;
}
