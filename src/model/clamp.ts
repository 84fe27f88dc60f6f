/**
 * Lenient reading: makes any JSON-like content fit the schema instead of refusing it (R31). Never throws.
 *
 * `clampRecord` is for what a person types: numbers go into their range and are rounded to the field's decimals,
 * texts are cut, unknown enum values become the default. `recordFrom` is for a live document that others (or a newer
 * version) wrote: the same, but finer numbers stay as they are, absent fields get their defaults, and unknown keys
 * are kept in `extra`. What only several records together can break (references, votes …) is repair.ts's business.
 */
import { cutText } from './cutText.ts';
import type {
  FieldSpec,
  FormattedSpec,
  ListSpec,
  NumberSpec,
  RecordSchema,
  RecordSpec,
} from './fieldSpec.ts';
import { isForbiddenKey, isId } from './formats.ts';
import type { Brand, Collection, Json, MapInfo, Records } from './journeyMap.ts';
import { formats, isObject, sumOf, unknownKeys, type JsonObject } from './parseField.ts';
import { templateOf } from './recordTemplate.ts';
import { brandSchema, mapSchema, recordSchema } from './schema.ts';
import { unreachable } from './unreachable.ts';

/** How deep unknown content may nest and still be kept; leaves room for a file's own levels within its 32. */
const EXTRA_DEPTH = 24;

type Source = 'input' | 'document';

/** Input for some fields of a record; what is not a field is left out. */
export function clampRecord<C extends Collection>(
  collection: C,
  fields: Readonly<Partial<Record<keyof Records[C], unknown>>>,
): Partial<Records[C]> {
  return clampFields(recordSchema(collection), fields) as Partial<Records[C]>;
}

export function clampMapInfo(fields: Readonly<Partial<Record<keyof MapInfo, unknown>>>): Partial<MapInfo> {
  return clampFields(mapSchema, fields);
}

export function clampBrand(fields: Readonly<Partial<Record<keyof Brand, unknown>>>): Partial<Brand> {
  return clampFields(brandSchema, fields);
}

/** A whole record from content that others wrote; null when its id is not one. */
export function recordFrom<C extends Collection>(
  collection: C,
  id: string,
  content: unknown,
): Records[C] | null {
  const record = newRecord(collection, id);
  if (record && isObject(content)) putFields(record, recordSchema(collection), content);
  return record as Records[C] | null;
}

/** A record on its way from content that others wrote: `newRecord`, then what is there, field by field or all at once. */
export interface RecordFields {
  [field: string]: unknown;
}

/** With every default; null when its id is not one. */
export function newRecord(collection: Collection, id: string): RecordFields | null {
  if (!isId(id)) return null;
  const { defaults, idField } = templateOf(recordSchema(collection));
  const record: RecordFields = { ...defaults };
  if (idField !== null) record[idField] = id;
  return record;
}

/** Puts in what can be made of a value for a field that the schema knows, other than the record's own id. */
export function putField(record: RecordFields, fields: RecordSchema, field: string, value: unknown): void {
  const spec = fields[field];
  const fitted = spec && sound(spec, value, 'document');
  if (fitted !== undefined) record[field] = fitted;
}

/** The map's own fields from content that others wrote; `id` stands in when the content has none. */
export function mapInfoFrom(id: string, content: unknown): MapInfo {
  const given = isObject(content) ? content : {};
  const own = given['id'];
  const whole = { ...given, id: typeof own === 'string' && isId(own) ? own : id };
  const info = soundRecord(mapSchema, whole, 'document');
  if (!info) throw new Error(`not a map id: ${id}`);
  return info as JsonObject & MapInfo;
}

/** The brand from content that others wrote; null when there is none. */
export function brandFrom(content: unknown): Brand | null {
  return isObject(content) ? ((soundRecord(brandSchema, content, 'document') ?? null) as Brand | null) : null;
}

/** Plain JSON from anything: what is not JSON is left out, as are keys that may not be (R33). */
export function jsonFrom(value: unknown, depth = EXTRA_DEPTH): Json | undefined {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'object' && depth > 0 ? jsonOfObject(value, depth) : undefined;
}

function jsonOfObject(value: object, depth: number): Json | undefined {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => jsonFrom(item, depth - 1)).filter((item) => item !== undefined);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  const json: { [key: string]: Json } = {};
  for (const [key, item] of Object.entries(value)) {
    const kept = isForbiddenKey(key) ? undefined : jsonFrom(item, depth - 1);
    if (kept !== undefined) json[key.toWellFormed()] = kept;
  }
  return json;
}

/** A number rounded half away from zero, as a person would; `decimals` null leaves it. */
export function roundTo(value: number, decimals: number | null): number {
  if (decimals === null) return value;
  // 1.15 * 10 is 11.499999999999998: twelve digits are enough to see the half that was meant.
  const scaled = Number((Math.abs(value) * 10 ** decimals).toPrecision(12));
  return (Math.sign(value) * Math.round(scaled)) / 10 ** decimals + 0;
}

function clampFields(fields: RecordSchema, given: JsonObject): JsonObject {
  const clamped: { [field: string]: unknown } = {};
  for (const field of Object.keys(fields)) {
    const spec = fields[field];
    const value = given[field];
    if (!spec || value === undefined || !Object.hasOwn(given, field)) continue;
    const fitted = sound(spec, value, 'input');
    if (fitted !== undefined) clamped[field] = fitted;
    else if (spec.kind !== 'id') clamped[field] = spec.default;
  }
  return clamped;
}

/** A whole record, or undefined when its own id is no id. */
function soundRecord(fields: RecordSchema, given: JsonObject, source: Source): JsonObject | undefined {
  const { defaults, idField } = templateOf(fields);
  const record: RecordFields = { ...defaults };
  const spec = idField === null ? undefined : fields[idField];
  if (idField !== null && spec) {
    const id = Object.hasOwn(given, idField) ? sound(spec, given[idField], source) : undefined;
    if (id === undefined) return undefined;
    record[idField] = id;
  }
  putFields(record, fields, given, source);
  return record;
}

/** All but the record's own id; of a document, keys that the schema does not know are kept in `extra`. */
export function putFields(
  record: RecordFields,
  fields: RecordSchema,
  given: JsonObject,
  source: Source = 'document',
): void {
  const { idField } = templateOf(fields);
  let hasUnknown = false;
  for (const field of Object.keys(given)) {
    const spec = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (!spec) hasUnknown = true;
    else if (field !== idField) {
      const fitted = sound(spec, given[field], source);
      if (fitted !== undefined) record[field] = fitted;
    }
  }
  const extra = hasUnknown && source === 'document' ? jsonFrom(unknownKeys(fields, given)) : null;
  if (isObject(extra) && Object.keys(extra).length > 0) record['extra'] = extra;
}

/** The value made to fit its field; undefined when nothing can be made of it. */
function sound(spec: FieldSpec, value: unknown, source: Source): unknown {
  if (value === null) return spec.nullable ? null : undefined;
  switch (spec.kind) {
    case 'text':
      if (typeof value !== 'string' || (spec.pattern && !spec.pattern.test(value))) return undefined;
      return cutText(value, spec.max);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? clampNumber(spec, value, source)
        : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'choice':
      return typeof value === 'string' && spec.values.includes(value) ? value : undefined;
    case 'id':
    case 'foreign-id':
    case 'reference':
      return typeof value === 'string' && isId(value) ? value : undefined;
    case 'list':
      return Array.isArray(value) ? soundList(spec, value, source) : undefined;
    case 'record':
      return isObject(value) ? soundSum(spec, soundRecord(spec.fields, value, source)) : undefined;
    case 'entries': {
      if (!isObject(value)) return undefined;
      const entries: { [id: string]: unknown } = Object.create(null);
      for (const id of Object.keys(value)) {
        const entry = isId(id) ? sound(spec.of, value[id], source) : undefined;
        if (entry !== undefined) entries[id] = entry;
      }
      return entries;
    }
    case 'file':
      return jsonFrom(value);
    case 'colour':
    case 'date':
    case 'time':
    case 'url':
    case 'image':
    case 'image-hash':
      return typeof value === 'string'
        ? soundFormat(spec.kind, source === 'input' ? value.trim() : value)
        : undefined;
  }
  return unreachable(spec);
}

function soundList({ of, max }: ListSpec, values: readonly unknown[], source: Source): readonly unknown[] {
  return values
    .slice(0, max)
    .map((item) => sound(of, item, source))
    .filter((item) => item !== undefined && item !== null);
}

function clampNumber({ min, max, int, decimals }: NumberSpec, value: number, source: Source): number {
  const rounded = int || source === 'input' ? roundTo(value, decimals) : value;
  return Math.min(max, Math.max(min, Number.isFinite(rounded) ? rounded : value)) + 0;
}

function soundSum(spec: RecordSpec, record: JsonObject | undefined): JsonObject | undefined {
  return record && spec.sum !== null && sumOf(spec, record) !== spec.sum ? undefined : record;
}

function soundFormat(kind: FormattedSpec['kind'], text: string): string | undefined {
  const mended = kind === 'colour' ? text.toLowerCase() : text;
  return formats[kind].test(mended) ? mended : undefined;
}
