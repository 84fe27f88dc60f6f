/**
 * Response times (A12): promised against achieved, for journey and delivery touchpoints. ratio = actual / target: met
 * up to 1, near up to 1.25, missed above. Attainment = met / known. In a tier's view its own target replaces the
 * touchpoint's, and touchpoints closed to the tier are left out.
 *
 * In:  a map and a tier id (null = everybody). Out: touchpoints with a target, an actual time or complaints to handle;
 *      those that handle complaints first, then in sequence. Minutes.
 */
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { effectiveScore, touchpointsInUse } from '../model/sequence.ts';
import { keptEach } from './keptEach.ts';
import { found, missing, type MissingReason, type Outcome } from './outcome.ts';

export interface ResponseTime {
  readonly id: string;
  readonly complaint: boolean;
  readonly targetMin: number | null;
  readonly actualMin: number | null;
  readonly ratio: number | null;
  readonly level: 'met' | 'near' | 'missed' | null;
  /** Why there is no ratio. */
  readonly unknown: MissingReason | null;
}

export interface ResponseTimes {
  readonly rows: readonly ResponseTime[];
  /** met / known, 0…1. */
  readonly attainment: Outcome<number>;
}

const nearUpTo = 1.25;

export function responseTimes(map: JourneyMap, tierId: string | null): Outcome<ResponseTimes> {
  const serves = ({ tierIds }: Touchpoint) =>
    tierId === null || tierIds.length === 0 || tierIds.includes(tierId);
  const each = eachRow(
    map.stages,
    [map.readings],
    touchpointsInUse(map),
    (touchpoint) => (serves(touchpoint) ? rowOf(touchpoint, targetFor(touchpoint, tierId), map) : null),
    tierId ?? '',
  );
  const told = each.filter(
    (row) => row !== null && (row.complaint || row.targetMin !== null || row.actualMin !== null),
  ) as readonly ResponseTime[];
  const rows = told.some(({ complaint }) => complaint)
    ? [...told.filter(({ complaint }) => complaint), ...told.filter(({ complaint }) => !complaint)]
    : told;
  const known = rows.filter(({ level }) => level !== null);
  if (rows.every((row) => row.targetMin === null && row.actualMin === null))
    return missing(
      'no-response-times',
      rows.length,
      rows.map(({ id }) => id),
    );
  const met = known.filter(({ level }) => level === 'met').length;
  const ids = known.map(({ id }) => id);
  const attainment =
    known.length === 0 ? missing('not-measured', rows.length) : found(met / known.length, ids, rows.length);
  return found({ rows, attainment }, ids, rows.length);
}

const eachRow = keptEach<Touchpoint, ResponseTime | null>();

function targetFor(touchpoint: Touchpoint, tierId: string | null): number | null {
  const own =
    tierId !== null && Object.hasOwn(touchpoint.byTier, tierId) ? touchpoint.byTier[tierId] : undefined;
  return own?.responseTargetMin ?? touchpoint.responseTargetMin;
}

function rowOf(touchpoint: Touchpoint, targetMin: number | null, map: JourneyMap): ResponseTime {
  const actualMin = effectiveScore(touchpoint, 'responseActualMin', map);
  const ratio = targetMin === null || actualMin === null ? null : actualMin / targetMin;
  return {
    id: touchpoint.id,
    complaint: touchpoint.complaint,
    targetMin,
    actualMin,
    ratio,
    level: ratio === null ? null : ratio <= 1 ? 'met' : ratio <= nearUpTo ? 'near' : 'missed',
    unknown: ratio !== null ? null : targetMin === null ? 'no-target' : 'not-measured',
  };
}
