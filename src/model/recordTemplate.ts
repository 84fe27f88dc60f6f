/**
 * A record of nothing but defaults, to be copied. Engines keep an object whose many fields are added one by one by
 * computed names as a hash table, which is slow to make, to read and large; one that comes out of JSON has a shape that
 * all copies share. Thousands of records are read when a map opens, and every analysis reads them all.
 *
 * In:  the fields of a record. Out: the same template for the same fields; its values are shared, so they are never changed.
 */
import type { RecordSchema } from './fieldSpec.ts';

export interface RecordTemplate {
  readonly defaults: { readonly [field: string]: unknown };
  /** The field that holds the record's own id; null where it has none. */
  readonly idField: string | null;
}
const templates = new WeakMap<RecordSchema, RecordTemplate>();

export function templateOf(fields: RecordSchema): RecordTemplate {
  const known = templates.get(fields);
  if (known) return known;
  const names = Object.keys(fields);
  const shaped = JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}:null`).join()}}`) as {
    [field: string]: unknown;
  };
  for (const name of names) shaped[name] = fields[name]?.default;
  const template = {
    defaults: shaped,
    idField: names.find((name) => fields[name]?.kind === 'id') ?? null,
  };
  templates.set(fields, template);
  return template;
}
