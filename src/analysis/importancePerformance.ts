/**
 * Importance and performance (A6): where effort is wanted and where there is more of it than customers care for.
 *
 * In:  a map. Out: the cross, and each journey touchpoint that has both values with its quarter, in sequence.
 * At or above a line counts as high. `auto` puts the cross at the means from 8 members on, else in the middle (3, 3).
 * Never throws; without members the cross is in the middle.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { effectiveScore, journeyTouchpoints } from '../model/sequence.ts';

export type Quarter = 'concentrate' | 'keep' | 'low' | 'overkill';

export interface ImportancePerformance {
  readonly cross: { readonly importance: number; readonly performance: number };
  readonly members: readonly {
    readonly id: string;
    readonly importance: number;
    readonly performance: number;
    readonly quarter: Quarter;
  }[];
}

const middle = { importance: 3, performance: 3 };
/** From so many members on their means say more than the middle of the scale. */
const enoughForMeans = 8;

export function importancePerformance(map: JourneyMap): ImportancePerformance {
  const rated = journeyTouchpoints(map).flatMap((touchpoint) => {
    const importance = effectiveScore(touchpoint, 'importance', map);
    const performance = effectiveScore(touchpoint, 'performance', map);
    return importance === null || performance === null
      ? []
      : [{ id: touchpoint.id, importance, performance }];
  });
  const { ipaCross } = map.map;
  const atMeans =
    rated.length > 0 && (ipaCross === 'mean' || (ipaCross === 'auto' && rated.length >= enoughForMeans));
  const cross = atMeans
    ? {
        importance: mean(rated.map((one) => one.importance)),
        performance: mean(rated.map((one) => one.performance)),
      }
    : middle;
  return {
    cross,
    members: rated.map((one) => ({
      ...one,
      quarter: quarterOf(one.importance >= cross.importance, one.performance >= cross.performance),
    })),
  };
}

function quarterOf(important: boolean, performs: boolean): Quarter {
  if (important) return performs ? 'keep' : 'concentrate';
  return performs ? 'overkill' : 'low';
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
