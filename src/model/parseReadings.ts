/**
 * A list of metric values from outside (a survey, a CRM, a file) -> readings, all or nothing.
 *
 * In:  any value: a list of `{ touchpointId, metric, value, n?, at, source?, personaId?, tierId?, counts? }`, where a
 *      touchpointId of null says "the whole map"; and the map they are for.
 * Out: readings without ids, or up to 50 reasons with the place of each (`$[3].value`). Never throws.
 */
import type { JourneyMap, Reading } from './journeyMap.ts';
import { COLLECTION_LIMITS } from './limits.ts';
import { isNumberIn, isObject, parseRecord, rangeOf, type Found } from './parseField.ts';
import { answersAskedFor } from './rawAnswers.ts';
import { at, collectReasons, type Reason } from './reasons.ts';
import { checkJson } from './safeJson.ts';
import { metricRanges, recordSchema } from './schema.ts';

export type NewReading = Omit<Reading, 'id'>;
export type ParsedReadings =
  | { readonly ok: true; readonly readings: readonly NewReading[] }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** A stored reading names its touchpoint or none; who sends values has to say which. */
const { id: _id, touchpointId, ...rest } = recordSchema('readings');
const sentFields = { touchpointId: { ...touchpointId, presence: 'required' as const }, ...rest };

export function parseReadings(
  value: unknown,
  map: Pick<JourneyMap, 'touchpoints' | 'personas' | 'tiers'>,
): ParsedReadings {
  const reasons = collectReasons();
  checkJson(value, '$', reasons);
  if (reasons.list.length > 0) return { ok: false, reasons: reasons.list };
  if (!Array.isArray(value)) {
    reasons.add('$', value, { code: 'not-a-list' });
    return { ok: false, reasons: reasons.list };
  }
  const max = COLLECTION_LIMITS.readings;
  if (value.length > max) {
    reasons.add('$', value, { code: 'too-many-records', collection: 'readings', max, found: value.length });
    return { ok: false, reasons: reasons.list };
  }

  const found: Found = { reasons, ids: [], references: [], readFile: () => undefined };
  const readings = value.map((item: unknown, index) => parseItem(item, at('$', index), found));
  const ids = {
    touchpoints: idsIn(map.touchpoints),
    personas: idsIn(map.personas),
    tiers: idsIn(map.tiers),
  } as const;
  for (const { id, to, path } of found.references) {
    const kinds = to === 'any' ? [] : to;
    const isThere = kinds.some((kind) => ids[kind as keyof typeof ids].has(id));
    if (!isThere) reasons.add(path, id, { code: 'refers-to-nothing', kinds });
  }
  refuseRepeated(readings, found);
  return reasons.list.length > 0
    ? { ok: false, reasons: reasons.list }
    : { ok: true, readings: readings.filter((reading) => reading !== null) };
}

/** What a reading measures, when, and who says so: sent again, it takes the place of the one before. */
export function readingKey(reading: NewReading): string {
  const { touchpointId: of, metric, at: day, personaId, tierId, source } = reading;
  return JSON.stringify([of, metric, day, personaId, tierId, source]);
}

function parseItem(item: unknown, path: string, found: Found): NewReading | null {
  if (!isObject(item)) {
    found.reasons.add(path, item, { code: 'not-an-object' });
    return null;
  }
  const before = found.reasons.list.length;
  const { id: _own, ...fields } = item;
  const reading = parseRecord(sentFields, fields, path, found) as NewReading;
  const range = metricRanges[reading.metric];
  if (found.reasons.list.length === before && !isNumberIn(range, reading.value)) {
    const { metric } = reading;
    found.reasons.add(at(path, 'value'), reading.value, {
      code: 'reading-out-of-range',
      metric,
      ...rangeOf(range),
    });
  }
  const answers = answersAskedFor(reading.metric);
  if (found.reasons.list.length === before && reading.counts && answers !== null) {
    const { metric, counts } = reading;
    if (counts.length !== answers)
      found.reasons.add(at(path, 'counts'), counts.join(', '), {
        code: 'wrong-counts',
        metric,
        answers,
        found: counts.length,
      });
  }
  return reading;
}

/** Two values for the same thing leave it open which one holds. */
function refuseRepeated(readings: readonly (NewReading | null)[], { reasons }: Found): void {
  if (reasons.list.length > 0) return;
  const first = new Map<string, number>();
  readings.forEach((reading, index) => {
    if (!reading) return;
    const key = readingKey(reading);
    const other = first.get(key);
    if (other === undefined) first.set(key, index);
    else reasons.add(at('$', index), reading.value, { code: 'second-reading', firstPath: at('$', other) });
  });
}

function idsIn(records: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(records.map(({ id }) => id));
}
