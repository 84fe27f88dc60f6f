/**
 * Metric values from outside into a map's document, all or nothing. A value for what was measured already (the same
 * touchpoint, metric, day, persona, tier and source) takes the place of that reading, so that sending a list twice changes
 * nothing. Runs inside the caller's transaction.
 */
import type * as Y from 'yjs';
import { COLLECTION_LIMITS } from '../model/limits.ts';
import { parseReadings, readingKey } from '../model/parseReadings.ts';
import { collectReasons, type Reason } from '../model/reasons.ts';
import { readMap } from './readMap.ts';
import { writeWhole } from './recordForm.ts';
import { stampSchema } from './roots.ts';

export type AddedReadings =
  | { readonly ok: true; readonly ids: readonly string[] }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** `list`: as it came; see parseReadings. The ids are those of the readings, in the order of the list. */
export function addReadings(doc: Y.Doc, list: unknown, newId: () => string): AddedReadings {
  const map = readMap(doc);
  const parsed = parseReadings(list, map);
  if (!parsed.ok) return parsed;
  const present = new Map(map.readings.map((reading) => [readingKey(reading), reading.id]));
  const readings = parsed.readings.map((reading) => ({
    ...reading,
    id: present.get(readingKey(reading)) ?? newId(),
  }));
  const known = new Set(map.readings.map(({ id }) => id));
  const count = map.readings.length + readings.filter(({ id }) => !known.has(id)).length;
  const max = COLLECTION_LIMITS.readings;
  if (count > max) {
    const reasons = collectReasons();
    reasons.add('$', list, { code: 'too-many-records', collection: 'readings', max, found: count });
    return { ok: false, reasons: reasons.list };
  }
  stampSchema(doc);
  for (const reading of readings) writeWhole(doc, 'readings', reading.id, reading);
  return { ok: true, ids: readings.map(({ id }) => id) };
}
