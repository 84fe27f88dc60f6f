/**
 * Strict reading of one value by its spec: the value with every default filled in, or reasons.
 *
 * In:  any JSON value and the spec of its field. Out: the value as the model holds it; when reasons were added, the
 *      field's default stands in its place, so that reading can go on and find the other faults.
 * Ids and references met on the way are noted in `found`, to be checked when the whole file has been read.
 */
import type { FieldSpec, FormattedSpec, IdSpace, NumberSpec, RecordSchema, RecordSpec } from './fieldSpec.ts';
import { isColour, isDate, isId, isInlineImage, isTime, isUrl } from './formats.ts';
import { IMAGE_LENGTH } from './limits.ts';
import { at, type Reasons } from './reasons.ts';
import { unreachable } from './unreachable.ts';

export interface Found {
  readonly reasons: Reasons;
  readonly ids: { readonly id: string; readonly space: IdSpace; readonly path: string }[];
  readonly references: {
    readonly id: string;
    readonly to: readonly IdSpace[] | 'any';
    readonly path: string;
  }[];
  /** Reads a whole file kept in a field (a snapshot). */
  readonly readFile: (value: unknown, path: string) => void;
}

export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads an object by a schema. Keys that the schema does not know are kept in `extra`. */
export function parseRecord(fields: RecordSchema, value: JsonObject, path: string, found: Found): unknown {
  const record: { [field: string]: unknown } = {};
  for (const field of Object.keys(fields)) {
    const spec = fields[field];
    if (!spec) continue;
    const given = Object.hasOwn(value, field) ? value[field] : undefined;
    if (given !== undefined) record[field] = parseField(spec, given, at(path, field), found);
    else {
      record[field] = spec.default;
      if (spec.presence === 'required') found.reasons.add(at(path, field), undefined, 'is required');
    }
  }
  const extra = unknownKeys(fields, value);
  if (extra) record['extra'] = extra;
  return record;
}

export function unknownKeys(
  fields: { readonly [field: string]: unknown },
  value: JsonObject,
): JsonObject | null {
  let extra: { [key: string]: unknown } | null = null;
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(fields, key)) (extra ??= {})[key] = value[key];
  }
  return extra;
}

function parseField(spec: FieldSpec, value: unknown, path: string, found: Found): unknown {
  if (value === null) {
    if (spec.nullable || (spec.kind === 'text' && spec.nullIsEmpty)) return spec.default;
    return refuse('may not be null');
  }
  switch (spec.kind) {
    case 'text':
      if (typeof value !== 'string') return refuse('must be a text');
      if (spec.pattern && !spec.pattern.test(value))
        return refuse('must be a currency code of three capital letters');
      if (value.length > spec.max)
        return refuse(`may have at most ${spec.max} characters; it has ${value.length}`);
      return value;
    case 'number':
      if (!isNumberIn(spec, value)) return refuse(rangeRule(spec));
      return value === 0 ? 0 : value;
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse('must be true or false');
    case 'choice':
      if (typeof value === 'string' && spec.values.includes(value)) return value;
      return refuse(`must be one of ${spec.values.join(', ')}`);
    case 'id':
      if (!isWellFormedId(value)) return refuse(idRule);
      found.ids.push({ id: value, space: spec.of, path });
      return value;
    case 'foreign-id':
      return isWellFormedId(value) ? value : refuse(idRule);
    case 'reference':
      if (!isWellFormedId(value)) return refuse(idRule);
      found.references.push({ id: value, to: spec.to, path });
      return value;
    case 'list':
      if (!Array.isArray(value)) return refuse('must be a list');
      if (value.length > spec.max) return refuse(`may hold at most ${spec.max}; it holds ${value.length}`);
      return value.length === 0 && !spec.nullable
        ? spec.default
        : value.map((item, index) => parseField(spec.of, item, at(path, index), found));
    case 'record':
      if (!isObject(value)) return refuse('must be an object');
      return parseSum(spec, parseRecord(spec.fields, value, path, found), path, found);
    case 'entries': {
      if (!isObject(value)) return refuse('must be an object of entries by id');
      // Without a prototype, so that an entry for the id "toString" is not found where there is none (R33).
      const entries: { [id: string]: unknown } = Object.create(null);
      for (const id of Object.keys(value)) {
        const place = at(path, id);
        if (isWellFormedId(id)) {
          found.references.push({ id, to: [spec.keys], path: place });
          entries[id] = parseField(spec.of, value[id], place, found);
        } else found.reasons.add(place, id, idRule);
      }
      return Object.keys(entries).length === 0 ? spec.default : entries;
    }
    case 'file':
      found.readFile(value, path);
      return value;
    case 'colour':
    case 'date':
    case 'time':
    case 'url':
    case 'image': {
      const format = formats[spec.kind];
      return typeof value === 'string' && format.test(value) ? value : refuse(format.rule);
    }
  }
  return unreachable(spec);

  function refuse(message: string): unknown {
    found.reasons.add(path, value, message);
    return spec.default;
  }
}

export function isNumberIn(spec: Pick<NumberSpec, 'min' | 'max' | 'int'>, value: unknown): value is number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= spec.min && value <= spec.max && (!spec.int || Number.isInteger(value));
}

export function rangeRule({ min, max, int }: Pick<NumberSpec, 'min' | 'max' | 'int'>): string {
  const what = int ? 'must be a whole number' : 'must be a number';
  if (max !== Number.MAX_VALUE) return `${what} from ${min} to ${max}`;
  return min === -Number.MAX_VALUE ? what : `${what}, ${min} or more`;
}

const idRule = 'must be an id: 1 to 40 letters, digits, _ or - (and not __proto__, constructor or prototype)';

function isWellFormedId(value: unknown): value is string {
  return typeof value === 'string' && isId(value);
}

export const formats: Readonly<
  Record<FormattedSpec['kind'], { test: (text: string) => boolean; rule: string }>
> = {
  colour: { test: isColour, rule: 'must be a colour as #rrggbb in lower case' },
  date: { test: isDate, rule: 'must be a date as YYYY-MM-DD' },
  time: { test: isTime, rule: 'must be a time in UTC such as 2025-03-01T09:00:00Z' },
  url: {
    test: isUrl,
    rule: 'must be an http:, https: or mailto: address without spaces or invisible characters',
  },
  image: {
    test: isInlineImage,
    rule: `must be data:image/png, jpeg, webp or gif in base64, at most ${IMAGE_LENGTH} characters`,
  },
};

function parseSum(spec: RecordSpec, record: unknown, path: string, found: Found): unknown {
  if (spec.sum === null || !isObject(record)) return record;
  const sum = sumOf(spec, record);
  if (sum !== spec.sum)
    found.reasons.add(path, sum, `${Object.keys(spec.fields).join(', ')} must add to ${spec.sum}`);
  return record;
}

export function sumOf(spec: RecordSpec, record: JsonObject): number {
  let sum = 0;
  for (const field of Object.keys(spec.fields)) sum += Number(record[field]);
  return sum;
}
