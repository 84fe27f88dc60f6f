/**
 * The mean emotion of each stage: of its rated journey touchpoints, seen by everybody (the base). What stands for a
 * stage that is folded to a strip.
 *
 * In: a map. Out: means by stage index; stages without a rated touchpoint are missing. Worked out once a map.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { ratedTouchpoints } from './emotionCurve.ts';

const known = new WeakMap<JourneyMap, ReadonlyMap<number, number>>();

export function meanEmotions(map: JourneyMap): ReadonlyMap<number, number> {
  const before = known.get(map);
  if (before) return before;
  const sums = new Map<number, { sum: number; count: number }>();
  for (const { stage, emotion } of ratedTouchpoints(map, null).nodes) {
    const own = sums.get(stage) ?? { sum: 0, count: 0 };
    sums.set(stage, { sum: own.sum + emotion, count: own.count + 1 });
  }
  const means = new Map([...sums].map(([stage, { sum, count }]) => [stage, sum / count]));
  known.set(map, means);
  return means;
}
