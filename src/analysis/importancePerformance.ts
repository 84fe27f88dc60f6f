/**
 * Importance and performance (A6): where effort is wanted and where there is more of it than customers care for.
 *
 * In:  a map and a persona id (null = base). Out: the cross, and each journey touchpoint met that has both values with
 *      its quarter, in sequence; `of`: how many are met. After J. Martilla and J. James, Importance-Performance
 *      Analysis, 1977.
 * At or above a line counts as high. `auto` puts the cross at the means from 8 members on, else in the middle (3, 3).
 * Never throws; without members the cross is in the middle.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { scoredTouchpoints } from './scoredTouchpoints.ts';

export type Quarter = 'concentrate' | 'keep' | 'low' | 'overkill';

export interface ImportancePerformance {
  readonly cross: { readonly importance: number; readonly performance: number };
  readonly members: readonly {
    readonly id: string;
    readonly importance: number;
    readonly performance: number;
    readonly quarter: Quarter;
  }[];
  readonly of: number;
}

const middle = { importance: 3, performance: 3 };
/** From so many members on their means say more than the middle of the scale. */
const enoughForMeans = 8;
/** A mean of decimals may end a hair above the very value it is the mean of, which lies on the line then. */
const hair = 1e-9;

export function importancePerformance(
  map: JourneyMap,
  personaId: string | null = null,
): ImportancePerformance {
  const nodes = scoredTouchpoints(map, personaId);
  const rated = nodes.flatMap(({ id, importance, performance }) =>
    importance === null || performance === null ? [] : [{ id, importance, performance }],
  );
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
      quarter: quarterOf(
        one.importance >= cross.importance - hair,
        one.performance >= cross.performance - hair,
      ),
    })),
    of: nodes.length,
  };
}

function quarterOf(important: boolean, performs: boolean): Quarter {
  if (important) return performs ? 'keep' : 'concentrate';
  return performs ? 'overkill' : 'low';
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
