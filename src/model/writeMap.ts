/**
 * A journey map -> a `touchline/1` file (domain.md 4): keys in the order of the schema, defaults left out, unknown
 * keys written back. The same map always gives the same file; parseMap(writeMap(map)) equals map.
 */
import type { FieldSpec, RecordSchema } from './fieldSpec.ts';
import { isForbiddenKey } from './formats.ts';
import type { JourneyMap, Json } from './journeyMap.ts';
import { FORMAT } from './parseOwn.ts';
import { brandSchema, collectionNames, mapSchema, recordSchema } from './schema.ts';

export type JsonFile = { readonly [key: string]: Json };

export function writeMap(map: JourneyMap): JsonFile {
  const file: { [key: string]: Json } = { format: FORMAT, map: writeRecord(mapSchema, map.map) };
  if (map.brand) file['brand'] = writeRecord(brandSchema, map.brand);
  for (const name of collectionNames) {
    const records: readonly object[] = map[name];
    if (records.length === 0 && name !== 'stages' && name !== 'lanes') continue;
    file[name] = records.map((record) => writeRecord(recordSchema(name), record));
  }
  return addExtra(file, map.extra);
}

/** The file as text: one record a line, so that two versions compare well. Ends with a line break. */
export function writeMapText(map: JourneyMap): string {
  const parts = Object.entries(writeMap(map)).map(([key, value]) => {
    const rows = Array.isArray(value) && value.length > 0 && typeof value[0] === 'object';
    const text = rows
      ? `[\n${value.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`
      : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

function writeRecord(fields: RecordSchema, record: object): JsonFile {
  const values = record as { readonly [field: string]: unknown };
  const written: { [key: string]: Json } = {};
  for (const field of Object.keys(fields)) {
    const spec = fields[field];
    if (!spec) continue;
    const value = values[field];
    if (spec.presence !== 'optional' || !isDefault(spec, value)) written[field] = writeField(spec, value);
  }
  return addExtra(written, values['extra']);
}

function writeField(spec: FieldSpec, value: unknown): Json {
  if (value === null) return null;
  if (spec.kind === 'record') return writeRecord(spec.fields, value as object);
  if (spec.kind === 'list') return (value as readonly unknown[]).map((item) => writeField(spec.of, item));
  if (spec.kind !== 'entries') return value as Json;
  return Object.fromEntries(
    sortedEntries<object>(value as object).map(([id, entry]) => [id, writeRecord(spec.of.fields, entry)]),
  );
}

function isDefault(spec: FieldSpec, value: unknown): boolean {
  if (value === spec.default) return true;
  if (spec.kind === 'list') return !spec.nullable && Array.isArray(value) && value.length === 0;
  return spec.kind === 'entries' && Object.keys(value as object).length === 0;
}

/** What a newer version may have written; it never stands over what this version knows. */
function addExtra(file: { [key: string]: Json }, extra: unknown): JsonFile {
  if (typeof extra !== 'object' || extra === null) return file;
  for (const [key, value] of sortedEntries<Json>(extra)) {
    if (!Object.hasOwn(file, key) && !isForbiddenKey(key)) file[key] = value;
  }
  return file;
}

/** Keys that no schema orders come in another order on every peer of a live map; sorting makes the files equal. */
function sortedEntries<T>(object: object): [string, T][] {
  return Object.entries(object as { [key: string]: T }).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
