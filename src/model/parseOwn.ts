/**
 * A `touchline/1` file that is known to be safe (our own server's, or looked through by parseMap.ts) -> a journey map, all
 * or nothing (domain.md 4).
 *
 * In:  what JSON.parse made of it. Out: the whole map with every default, or up to 50 reasons, each with its JSON path,
 *      what stood there and the rule. Never throws, whatever comes in.
 * Keys that this version does not know are kept in `extra` at every level.
 */
import type { IdSpace } from './fieldSpec.ts';
import type { Brand, Collection, JourneyMap, MapInfo } from './journeyMap.ts';
import { COLLECTION_LIMITS } from './limits.ts';
import { checkRules } from './mapRules.ts';
import { isObject, parseRecord, unknownKeys, type Found, type JsonObject } from './parseField.ts';
import { at, collectReasons, type Reason, type Reasons } from './reasons.ts';
import { brandSchema, collectionNames, defaultsOf, mapSchema, recordSchema } from './schema.ts';

export const FORMAT = 'touchline/1';

export type Parsed =
  | { readonly ok: true; readonly map: JourneyMap }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** Reads what JSON.parse made of a file that our own server wrote out of a map: nothing unsafe came into one. Half the work. */
export function parseOwn(value: unknown, reasons: Reasons = collectReasons()): Parsed {
  const map = parseFile(value, '$', reasons);
  return map && reasons.list.length === 0 ? { ok: true, map } : { ok: false, reasons: reasons.list };
}

const topLevel: JsonObject = Object.fromEntries(
  ['format', 'map', 'brand', ...collectionNames].map((key) => [key, true]),
);

function parseFile(value: unknown, path: string, reasons: Reasons): JourneyMap | null {
  if (!isObject(value)) {
    reasons.add(path, value, { code: 'not-a-map', format: FORMAT });
    return null;
  }
  const format = value['format'];
  if (format !== FORMAT) {
    const named = typeof format === 'string' ? format.slice(0, 60).toWellFormed() : null;
    reasons.add(at(path, 'format'), format, { code: 'other-format', named, format: FORMAT });
    return null;
  }

  const found: Found = {
    reasons,
    ids: [],
    references: [],
    readFile: (file, place) => parseSnapshotFile(file, place, reasons),
  };
  const map = parseMapInfo(value['map'], at(path, 'map'), found);
  const brand = parseBrand(value['brand'], at(path, 'brand'), found);
  const collections = Object.fromEntries(
    collectionNames.map((name) => [name, parseCollection(name, value[name], at(path, name), found)]),
  ) as unknown as Omit<JourneyMap, 'map' | 'brand' | 'extra'>;
  const extra = unknownKeys(topLevel, value) as JourneyMap['extra'] | null;
  const journey: JourneyMap = { map, brand, ...collections, ...(extra ? { extra } : {}) };

  checkIds(found);
  checkRules(journey, path, reasons);
  return journey;
}

/** A file inside a snapshot has ids of its own and must be readable by itself. */
function parseSnapshotFile(value: unknown, path: string, reasons: Reasons): void {
  if (isObject(value)) {
    for (const key of ['snapshots', 'comments', 'votes']) {
      if (Object.hasOwn(value, key))
        reasons.add(at(path, key), value[key], { code: 'not-in-snapshots', key });
    }
  }
  parseFile(value, path, reasons);
}

function parseMapInfo(value: unknown, path: string, found: Found): MapInfo {
  if (!isObject(value))
    found.reasons.add(path, value, { code: value === undefined ? 'required' : 'not-an-object' });
  return parseRecord(mapSchema, isObject(value) ? value : { id: 'none', title: '' }, path, found) as MapInfo;
}

function parseBrand(value: unknown, path: string, found: Found): Brand | null {
  if (value === undefined || value === null) return null;
  if (isObject(value)) return parseRecord(brandSchema, value, path, found) as Brand;
  found.reasons.add(path, value, { code: 'not-an-object' });
  return null;
}

function parseCollection(name: Collection, value: unknown, path: string, found: Found): readonly unknown[] {
  if (value === undefined) {
    if (name === 'stages' || name === 'lanes') found.reasons.add(path, value, { code: 'required' });
    return [];
  }
  if (!Array.isArray(value)) {
    found.reasons.add(path, value, { code: 'not-a-list' });
    return [];
  }
  const limit = COLLECTION_LIMITS[name];
  if (value.length > limit) {
    found.reasons.add(path, value, {
      code: 'too-many-records',
      collection: name,
      max: limit,
      found: value.length,
    });
    return [];
  }
  const records: unknown[] = [];
  value.forEach((item: unknown, index) => {
    const place = at(path, index);
    if (!isObject(item)) found.reasons.add(place, item, { code: 'not-an-object' });
    // A stand-in keeps the numbers in the paths right; its empty id tells checkRules to pass over it.
    records.push(isObject(item) ? parseRecord(recordSchema(name), item, place, found) : defaultsOf(name));
  });
  return records;
}

/** Ids are unique over the whole file; references lead to something of the right kind. */
function checkIds({ ids, references, reasons }: Found): void {
  const spaceOf = new Map<string, { space: IdSpace; path: string }>();
  for (const { id, space, path } of ids) {
    const first = spaceOf.get(id);
    if (first) reasons.add(path, id, { code: 'id-used', firstPath: first.path });
    else spaceOf.set(id, { space, path });
  }
  for (const { id, to, path } of references) {
    const target = spaceOf.get(id);
    if (to === 'any' ? target : target && to.includes(target.space)) continue;
    reasons.add(path, id, { code: 'refers-to-nothing', kinds: to === 'any' ? [] : to });
  }
}
