/**
 * How one record lies in its Y.Map and its texts (SCHEMA.md D4 to D9): which key a field is stored under, and back.
 * The two single objects (`map`, `brand`) follow the same rules under the owners `@map` and `@brand`.
 */
import * as Y from 'yjs';
import type { FieldSpec, RecordSchema } from '../model/fieldSpec.ts';
import { isForbiddenKey } from '../model/formats.ts';
import { newRecord, putField, putFields, type RecordFields } from '../model/clamp.ts';
import type { Collection, Extra, Json, Records } from '../model/journeyMap.ts';
import { isObject, type JsonObject } from '../model/parseField.ts';
import { isSameJson } from '../model/sameJson.ts';
import { brandSchema, longTexts, mapSchema, recordSchema } from '../model/schema.ts';
import { entryKey, extraKey, fromExtraKey, placeFieldsOf, placeKey, rankKey, splitEntryKey } from './keys.ts';
import { toPlainValue } from './plainValue.ts';
import { collectionRoot, isOrdered, recordOf, singleRoot, type RecordMap } from './roots.ts';
import { toStored } from './storedForm.ts';
import { eachValue, seeingValues } from './structs.ts';
import { brandOwner, hasTexts, mapOwner, readText, writeText } from './texts.ts';

type SingleKind = 'map' | 'brand';
export type Kind = Collection | SingleKind;

function isSingle(kind: Kind): kind is SingleKind {
  return kind === 'map' || kind === 'brand';
}

export function schemaOfKind(kind: Kind): RecordSchema {
  if (kind === 'map') return mapSchema;
  return kind === 'brand' ? brandSchema : recordSchema(kind);
}

export function ownerOf(kind: Kind, id: string): string {
  if (kind === 'map') return mapOwner;
  return kind === 'brand' ? brandOwner : id;
}

/** The Y.Map a record lies in, undefined when it is gone. The single objects are always there. */
export function targetOf(doc: Y.Doc, kind: Kind, id: string): RecordMap | undefined {
  return isSingle(kind) ? singleRoot(doc, kind) : recordOf(doc, kind, id);
}

type ReadRecord = (target: RecordMap, doc: Y.Doc, id: string) => RecordFields | null;
const readers = new Map<Collection, ReadRecord>();

/**
 * A record that was found already, every value fitted to its field as soon as it is read: thousands are read when a map
 * opens. Null when its id is not one.
 */
export function readRecordFrom<C extends Collection>(
  target: RecordMap,
  doc: Y.Doc,
  collection: C,
  id: string,
): Records[C] | null {
  let read = readers.get(collection);
  if (!read) readers.set(collection, (read = readerOf(collection)));
  return read(target, doc, id) as Records[C] | null;
}

/** What is needed for each record is made once: made anew for thousands it is megabytes of garbage. */
function readerOf(collection: Collection): ReadRecord {
  const schema = recordSchema(collection);
  const plain = plainKeysOf(collection, schema);
  const placeFields = placeFieldsOf(collection);
  const texts = longTexts[collection];
  let record: RecordFields = {};
  let others: { [key: string]: unknown } | null = null;
  const seeValues = seeingValues((value, key) => {
    if (plain.has(key)) putField(record, schema, key, toPlainValue(value));
    else if (key === placeKey && placeFields.length > 0) putPlace(value);
    else readOther((others ??= {}), collection, schema, key, value);
  });
  function putPlace(value: unknown): void {
    const place = placeOf(value);
    for (const field of placeFields)
      if (place && Object.hasOwn(place, field)) putField(record, schema, field, toPlainValue(place[field]));
  }
  return (target, doc, id) => {
    const fresh = newRecord(collection, id);
    if (!fresh) return null;
    record = fresh;
    others = null;
    seeValues(target);
    if (others) putFields(fresh, schema, others);
    if (hasTexts(doc, id))
      for (const field of texts) {
        const text = readText(doc, id, field);
        if (text !== '') putField(fresh, schema, field, text);
      }
    return fresh;
  };
}

/** One of the two single objects as a file would have it, with whatever values lie there. */
export function readSingle(doc: Y.Doc, kind: SingleKind): { readonly [key: string]: unknown } {
  const schema = schemaOfKind(kind);
  const plain = plainKeysOf(kind, schema);
  const raw: { [key: string]: unknown } = {};
  eachValue(singleRoot(doc, kind), (value, key) => {
    if (plain.has(key)) raw[key] = toPlainValue(value);
    else readOther(raw, kind, schema, key, value);
  });
  for (const field of longTexts[kind]) {
    const text = readText(doc, ownerOf(kind, ''), field);
    if (text !== '') raw[field] = text;
  }
  return raw;
}

/** What lies under a key that is not simply a field's name. */
function readOther(
  raw: { [key: string]: unknown },
  kind: Kind,
  schema: RecordSchema,
  key: string,
  value: unknown,
): void {
  if (isForbiddenKey(key)) return;
  if (kind === 'touchpoints') {
    const entry = splitEntryKey(key);
    if (entry) {
      if (isForbiddenKey(entry.id)) return;
      const entries = (raw[entry.field] ?? (raw[entry.field] = Object.create(null))) as {
        [id: string]: unknown;
      };
      entries[entry.id] = toPlainValue(value);
      return;
    }
  }
  if (key === rankKey && !isSingle(kind) && isOrdered(kind)) return;
  // A known field that lies elsewhere (a long text, a part of the place) is not read from a key of its own name.
  if (Object.hasOwn(schema, key)) return;
  const name = fromExtraKey(key);
  const extra = Object.hasOwn(schema, name) || isForbiddenKey(name) ? undefined : toPlainValue(value);
  if (extra !== undefined) raw[name] = extra;
}

const plainKeys = new Map<Kind, ReadonlySet<string>>();

/** Fields that lie under a key of their own name. */
function plainKeysOf(kind: Kind, schema: RecordSchema): ReadonlySet<string> {
  const known = plainKeys.get(kind);
  if (known) return known;
  const isPlace = (key: string): boolean => key === placeKey && placeFieldsOf(kind).length > 0;
  const isRank = (key: string): boolean => key === rankKey && !isSingle(kind) && isOrdered(kind);
  const keys = new Set(
    Object.entries(schema).flatMap(([key, spec]) =>
      isPlainKey(kind, key, spec) && !isPlace(key) && !isRank(key) ? [key] : [],
    ),
  );
  plainKeys.set(kind, keys);
  return keys;
}

function placeOf(value: unknown): JsonObject | null {
  const place = value instanceof Y.AbstractType ? toPlainValue(value) : value;
  return isObject(place) ? place : null;
}

function isPlainKey(kind: Kind, field: string, spec: FieldSpec): boolean {
  if (field === 'id') return kind === 'map';
  if (placeFieldsOf(kind).includes(field) || (kind === 'touchpoints' && spec.kind === 'entries'))
    return false;
  return !longTexts[kind].includes(field);
}

/** Where values go: undefined deletes the key. */
interface Writing {
  readonly keys: Map<string, Json | undefined>;
  readonly texts: Map<string, string>;
}

/** The keys and texts that fields of a record are stored under. `whole`: every field, absent ones as their default. */
function writingOf(kind: Kind, fields: { readonly [field: string]: unknown }, whole: boolean): Writing {
  const schema = schemaOfKind(kind);
  const keys = new Map<string, Json | undefined>();
  const texts = new Map<string, string>();
  for (const [field, spec] of Object.entries(schema)) {
    if (!whole && !Object.hasOwn(fields, field)) continue;
    const value = fields[field];
    if (longTexts[kind].includes(field)) texts.set(field, typeof value === 'string' ? value : '');
    else if (isPlainKey(kind, field, spec)) keys.set(field, toStored(spec, value));
    else if (spec.kind === 'entries') {
      for (const [id, entry] of Object.entries((value ?? {}) as { [id: string]: unknown })) {
        keys.set(entryKey(field, id), toStored(spec.of, entry));
      }
    }
  }
  const placeFields = placeFieldsOf(kind);
  if (placeFields.length > 0 && (whole || placeFields.some((field) => Object.hasOwn(fields, field))))
    keys.set(placeKey, Object.fromEntries(placeFields.map((field) => [field, fields[field] as Json])));
  // A brand of nothing but defaults is still a brand (D10).
  if (kind === 'brand' && whole) keys.set('name', (fields['name'] as Json | undefined) ?? '');
  return { keys, texts };
}

/** A record or single object as it should be, every field of it. Keys and texts that are right already stay untouched. */
export function writeWhole(doc: Y.Doc, kind: Kind, id: string, record: object, rank?: string): void {
  const { keys, texts } = writingOf(kind, record as { readonly [field: string]: unknown }, true);
  for (const [key, value] of Object.entries((record as { readonly extra?: Extra }).extra ?? {})) {
    if (!isForbiddenKey(key)) keys.set(extraKey(key), value);
  }
  if (rank !== undefined) keys.set(rankKey, rank);
  const target = targetOf(doc, kind, id);
  if (!target) {
    const stored = [...keys].filter(([, value]) => value !== undefined);
    if (!isSingle(kind)) collectionRoot(doc, kind).set(id, new Y.Map<unknown>(stored));
  } else {
    for (const key of target.keys())
      if (!keys.has(key) && !(key === rankKey && rank === undefined)) target.delete(key);
    writeKeys(target, keys);
  }
  for (const [field, text] of texts) writeText(doc, ownerOf(kind, id), field, text);
}

/** Some fields of a record that is there. Of `byPersona` and `byTier` the entries that are given; others stay. */
export function writeFields(doc: Y.Doc, kind: Kind, id: string, fields: object): void {
  const target = targetOf(doc, kind, id);
  if (!target) return;
  const { keys, texts } = writingOf(kind, fields as { readonly [field: string]: unknown }, false);
  writeKeys(target, keys);
  for (const [field, text] of texts) writeText(doc, ownerOf(kind, id), field, text);
}

/** Values equal to the present ones write nothing. */
export function writeKeys(target: RecordMap, keys: ReadonlyMap<string, Json | undefined>): void {
  for (const [key, value] of keys) {
    if (value === undefined) {
      if (target.has(key)) target.delete(key);
    } else if (!target.has(key) || !isSameJson(target.get(key), value)) target.set(key, value);
  }
}

/** Deletes a record and empties its texts, so that a text never outlives its record unseen (D7). */
export function deleteRecord(doc: Y.Doc, collection: Collection, id: string): void {
  collectionRoot(doc, collection).delete(id);
  emptyTexts(doc, collection, id);
}

export function emptyTexts(doc: Y.Doc, kind: Kind, id: string): void {
  for (const field of longTexts[kind]) writeText(doc, ownerOf(kind, id), field, '');
}
