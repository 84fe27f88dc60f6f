/**
 * The plain value under which a field lies in the document: defaults inside it dropped, unknown keys of nested
 * records flat beside the known ones. Undefined = the field equals its default and is not stored (SCHEMA.md D4).
 */
import type { FieldSpec, RecordSchema } from '../model/fieldSpec.ts';
import { isForbiddenKey } from '../model/formats.ts';
import type { Extra, Json } from '../model/journeyMap.ts';

export function toStored(spec: FieldSpec, value: unknown): Json | undefined {
  return spec.presence === 'optional' && isDefault(spec, value) ? undefined : toPlain(spec, value);
}

function toPlain(spec: FieldSpec, value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (spec.kind === 'record') return plainRecord(spec.fields, value);
  if (spec.kind === 'list') return (value as readonly unknown[]).map((item) => toPlain(spec.of, item));
  if (spec.kind !== 'entries') return value as Json;
  return Object.fromEntries(Object.entries(value).map(([id, entry]) => [id, toPlain(spec.of, entry)]));
}

function plainRecord(fields: RecordSchema, record: object): Json {
  const values = record as { readonly [field: string]: unknown; readonly extra?: Extra };
  const plain: { [key: string]: Json } = {};
  for (const [field, spec] of Object.entries(fields)) {
    const stored = toStored(spec, values[field]);
    if (stored !== undefined) plain[field] = stored;
  }
  for (const [key, value] of Object.entries(values.extra ?? {})) {
    if (!Object.hasOwn(fields, key) && !isForbiddenKey(key)) plain[key] = value;
  }
  return plain;
}

function isDefault(spec: FieldSpec, value: unknown): boolean {
  if (value === undefined || value === spec.default) return true;
  if (spec.kind === 'list') return !spec.nullable && Array.isArray(value) && value.length === 0;
  return spec.kind === 'entries' && Object.keys(value as object).length === 0;
}
