/**
 * Gives a map other ids, wherever the schema knows an id to stand: records' own ids, references to them, and the keys
 * of byPersona and byTier. Ids of other files (base map, origin) and unknown keys stay as they are.
 */
import type { FieldSpec, IdSpace, RecordSchema } from './fieldSpec.ts';
import type { JourneyMap } from './journeyMap.ts';
import { brandSchema, collectionNames, mapSchema, recordSchema } from './schema.ts';

export interface IdChange {
  /** The new id of a record. Called once for each, in the order of a file. */
  readonly own: (id: string, space: IdSpace) => string;
  /** The new id in a reference. */
  readonly reference: (id: string, to: readonly IdSpace[] | 'any') => string;
}

/** A new map; nothing is shared that held an id. */
export function rewriteIds(map: JourneyMap, change: IdChange): JourneyMap {
  const collections = Object.fromEntries(
    collectionNames.map((name) => {
      const records: readonly object[] = map[name];
      return [name, records.map((record) => rewriteRecord(recordSchema(name), record, change))];
    }),
  );
  return {
    ...map,
    map: rewriteRecord(mapSchema, map.map, change),
    brand: map.brand && rewriteRecord(brandSchema, map.brand, change),
    ...collections,
  };
}

function rewriteRecord<R extends object>(fields: RecordSchema, record: R, change: IdChange): R {
  const given = record as { readonly [field: string]: unknown };
  const changed: { [field: string]: unknown } = { ...given };
  for (const field of Object.keys(fields)) {
    const spec = fields[field];
    if (spec && holdsIds(spec)) changed[field] = rewriteField(spec, given[field], change);
  }
  return changed as R;
}

function rewriteField(spec: FieldSpec, value: unknown, change: IdChange): unknown {
  if (value === null) return null;
  if (spec.kind === 'id') return change.own(value as string, spec.of);
  if (spec.kind === 'reference') return change.reference(value as string, spec.to);
  if (spec.kind === 'list')
    return (value as readonly unknown[]).map((item) => rewriteField(spec.of, item, change));
  if (spec.kind === 'record') return rewriteRecord(spec.fields, value as object, change);
  if (spec.kind !== 'entries') return value;
  const entries: { [id: string]: unknown } = Object.create(null);
  for (const [id, entry] of Object.entries(value as object))
    entries[change.reference(id, [spec.keys])] = entry;
  return entries;
}

function holdsIds(spec: FieldSpec): boolean {
  if (spec.kind === 'list') return holdsIds(spec.of);
  if (spec.kind === 'record') return Object.values(spec.fields).some(holdsIds);
  return spec.kind === 'id' || spec.kind === 'reference' || spec.kind === 'entries';
}
