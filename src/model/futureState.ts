/**
 * A future state of a map: a copy to be changed, in which every touchpoint names the one it comes from, so that the two
 * can be compared (A14).
 *
 * Ids stay as they are: a stage or lane that is renamed later is still found again. What was measured belongs to the present:
 * the newest readings become the fields' values and the readings stay behind, as do comments, votes and versions.
 */
import type { JourneyMap, Touchpoint } from './journeyMap.ts';
import { effectiveScore, scores } from './sequence.ts';

export interface FutureOf {
  /** Id of the new map. */
  readonly id: string;
  /** What it is called; without it, as the present map. */
  readonly title?: string;
  /** Where the present map is found; without it, its id in the file. */
  readonly baseMapId?: string;
  /** ISO time in UTC. */
  readonly now: string;
}

export function futureState(
  map: JourneyMap,
  { id, title = map.map.title, baseMapId = map.map.id, now }: FutureOf,
): JourneyMap {
  return {
    ...map,
    map: { ...map.map, id, title, state: 'future', baseMapId, round: 1, createdAt: now, updatedAt: now },
    touchpoints: map.touchpoints.map((touchpoint) => ({
      ...touchpoint,
      ...valuesNow(touchpoint, map),
      originId: touchpoint.id,
      outcome: null,
    })),
    readings: [],
    comments: [],
    votes: [],
    snapshots: [],
    dismissals: [],
  };
}

function valuesNow(touchpoint: Touchpoint, map: JourneyMap): Partial<Touchpoint> {
  return Object.fromEntries(scores.map((score) => [score, effectiveScore(touchpoint, score, map)]));
}
