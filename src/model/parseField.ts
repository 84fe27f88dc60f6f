/**
 * Strict reading of one value by its spec: the value with every default filled in, or reasons.
 *
 * In:  any JSON value and the spec of its field. Out: the value as the model holds it; when reasons were added, the
 *      field's default stands in its place, so that reading can go on and find the other faults.
 * Ids and references met on the way are noted in `found`, to be checked when the whole file has been read.
 */
import type { FieldSpec, FormattedSpec, IdSpace, NumberSpec, RecordSchema, RecordSpec } from './fieldSpec.ts';
import { isColour, isDate, isId, isImageHash, isInlineImage, isTime, isUrl } from './formats.ts';
import { IMAGE_LENGTH } from './limits.ts';
import { at, type Reasons, type Rule } from './reasons.ts';
import { templateOf } from './recordTemplate.ts';
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
  const record: { [field: string]: unknown } = { ...templateOf(fields).defaults };
  for (const field of Object.keys(fields)) {
    const spec = fields[field];
    if (!spec) continue;
    const given = Object.hasOwn(value, field) ? value[field] : undefined;
    if (given !== undefined) record[field] = parseField(spec, given, at(path, field), found);
    else if (spec.presence === 'required')
      found.reasons.add(at(path, field), undefined, { code: 'required' });
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
    return refuse({ code: 'not-null' });
  }
  switch (spec.kind) {
    case 'text':
      if (typeof value !== 'string') return refuse({ code: 'not-a-text' });
      if (spec.pattern && !spec.pattern.test(value)) return refuse({ code: 'not-a-currency' });
      if (value.length > spec.max) return refuse({ code: 'too-long', max: spec.max, found: value.length });
      return value;
    case 'number':
      if (!isNumberIn(spec, value)) return refuse({ code: 'not-a-number', ...rangeOf(spec) });
      return value === 0 ? 0 : value;
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse({ code: 'not-a-boolean' });
    case 'choice':
      if (typeof value === 'string' && spec.values.includes(value)) return value;
      return refuse({ code: 'not-a-choice', choices: spec.values });
    case 'id':
      if (!isWellFormedId(value)) return refuse({ code: 'not-an-id' });
      found.ids.push({ id: value, space: spec.of, path });
      return value;
    case 'foreign-id':
      return isWellFormedId(value) ? value : refuse({ code: 'not-an-id' });
    case 'reference':
      if (!isWellFormedId(value)) return refuse({ code: 'not-an-id' });
      found.references.push({ id: value, to: spec.to, path });
      return value;
    case 'list':
      if (!Array.isArray(value)) return refuse({ code: 'not-a-list' });
      if (value.length > spec.max)
        return refuse({ code: 'too-many-items', max: spec.max, found: value.length });
      return value.length === 0 && !spec.nullable
        ? spec.default
        : value.map((item, index) => parseField(spec.of, item, at(path, index), found));
    case 'record':
      if (!isObject(value)) return refuse({ code: 'not-an-object' });
      return parseSum(spec, parseRecord(spec.fields, value, path, found), path, found);
    case 'entries': {
      if (!isObject(value)) return refuse({ code: 'not-entries' });
      // Without a prototype, so that an entry for the id "toString" is not found where there is none (R33).
      const entries: { [id: string]: unknown } = Object.create(null);
      for (const id of Object.keys(value)) {
        const place = at(path, id);
        if (isWellFormedId(id)) {
          found.references.push({ id, to: [spec.keys], path: place });
          entries[id] = parseField(spec.of, value[id], place, found);
        } else found.reasons.add(place, id, { code: 'not-an-id' });
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
    case 'image':
    case 'image-hash': {
      const format = formats[spec.kind];
      return typeof value === 'string' && format.test(value) ? value : refuse(format.rule);
    }
  }
  return unreachable(spec);

  function refuse(rule: Rule): unknown {
    found.reasons.add(path, value, rule);
    return spec.default;
  }
}

export function isNumberIn(spec: Pick<NumberSpec, 'min' | 'max' | 'int'>, value: unknown): value is number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= spec.min && value <= spec.max && (!spec.int || Number.isInteger(value));
}

/** What a number must be, as the reasons say it. */
export function rangeOf({ min, max, int }: Pick<NumberSpec, 'min' | 'max' | 'int'>) {
  return {
    whole: int,
    min: min === -Number.MAX_VALUE ? null : min,
    max: max === Number.MAX_VALUE ? null : max,
  };
}

function isWellFormedId(value: unknown): value is string {
  return typeof value === 'string' && isId(value);
}

export const formats: Readonly<
  Record<FormattedSpec['kind'], { test: (text: string) => boolean; rule: Rule }>
> = {
  colour: { test: isColour, rule: { code: 'not-a-colour' } },
  date: { test: isDate, rule: { code: 'not-a-date' } },
  time: { test: isTime, rule: { code: 'not-a-time' } },
  url: { test: isUrl, rule: { code: 'not-an-address' } },
  image: { test: isInlineImage, rule: { code: 'not-an-image', characters: IMAGE_LENGTH } },
  'image-hash': { test: isImageHash, rule: { code: 'not-an-image-hash' } },
};

function parseSum(spec: RecordSpec, record: unknown, path: string, found: Found): unknown {
  if (spec.sum === null || !isObject(record)) return record;
  const sum = sumOf(spec, record);
  if (sum !== spec.sum)
    found.reasons.add(path, sum, { code: 'wrong-sum', fields: Object.keys(spec.fields), sum: spec.sum });
  return record;
}

export function sumOf(spec: RecordSpec, record: JsonObject): number {
  let sum = 0;
  for (const field of Object.keys(spec.fields)) sum += Number(record[field]);
  return sum;
}
