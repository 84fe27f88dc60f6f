/**
 * From a Y.Doc to plain data. Values are clamped to what the model allows, whoever wrote them; nothing here throws,
 * and reading writes nothing. What merging can break between records is put right by `repairMap`, not here.
 */
import type * as Y from 'yjs';
import { brandFrom, mapInfoFrom } from '../model/clamp.ts';
import { isForbiddenKey } from '../model/formats.ts';
import type {
  Brand,
  Collection,
  Comment,
  Extra,
  JourneyMap,
  Json,
  MapInfo,
  Records,
  Vote,
} from '../model/journeyMap.ts';
import { compareRanked } from '../model/rank.ts';
import { rankKey } from './keys.ts';
import { toPlainValue } from './plainValue.ts';
import { readRecordFrom, readSingle } from './recordForm.ts';
import { eachRecord, isOrdered, recordOf, singleRoot, type RecordMap } from './roots.ts';
import { holderOf } from './structs.ts';

/** The whole map; `comments` and `votes` are empty, as they lie in the discussion document. */
export function readMap(doc: Y.Doc): JourneyMap {
  const read = <C extends Collection>(collection: C): readonly Records[C][] =>
    readCollection(doc, collection);
  const extra = readExtra(doc);
  return {
    map: readMapInfo(doc),
    brand: readBrand(doc),
    tiers: read('tiers'),
    personas: read('personas'),
    stages: read('stages'),
    lanes: read('lanes'),
    channels: read('channels'),
    touchpoints: read('touchpoints'),
    moments: read('moments'),
    links: read('links'),
    insights: read('insights'),
    opportunities: read('opportunities'),
    actions: read('actions'),
    evidence: read('evidence'),
    readings: read('readings'),
    comments: [],
    votes: [],
    snapshots: read('snapshots'),
    dismissals: read('dismissals'),
    elements: read('elements'),
    views: read('views'),
    ...(extra ? { extra } : {}),
  };
}

export interface Discussion {
  readonly comments: readonly Comment[];
  readonly votes: readonly Vote[];
}

/** Comments and votes, from the discussion document. */
export function readDiscussion(doc: Y.Doc): Discussion {
  return { comments: readCollection(doc, 'comments'), votes: readCollection(doc, 'votes') };
}

export function readMapInfo(doc: Y.Doc): MapInfo {
  return mapInfoFrom('map', readSingle(doc, 'map'));
}

/** Null when nothing of a brand was ever written. */
export function readBrand(doc: Y.Doc): Brand | null {
  const raw = readSingle(doc, 'brand');
  return Object.keys(raw).length === 0 ? null : brandFrom(raw);
}

/** Top-level keys of the file that this version does not know; null when there are none. */
export function readExtra(doc: Y.Doc): Extra | null {
  const extra: { [key: string]: Json } = {};
  singleRoot(doc, 'extra').forEach((value, key) => {
    const plain = isForbiddenKey(key) ? undefined : toPlainValue(value);
    if (plain !== undefined) extra[key] = plain;
  });
  return Object.keys(extra).length === 0 ? null : extra;
}

/** One record, or undefined when it is gone. */
export function readRecord<C extends Collection>(
  doc: Y.Doc,
  collection: C,
  id: string,
): Records[C] | undefined {
  const target = recordOf(doc, collection, id);
  return (target && readRecordFrom(target, doc, collection, id)) ?? undefined;
}

/** Ids of a collection in its order. */
export function readOrder(doc: Y.Doc, collection: Collection): readonly string[] {
  const keys: OrderKey[] = [];
  eachRecord(doc, collection, (record, id) => keys.push(keyOf(record, collection, id)));
  return keys.toSorted(compareOrder).map(({ id }) => id);
}

/** A record with what it is sorted by. */
export interface Ranked<R> extends OrderKey {
  readonly record: R;
}

/** All of a collection's records in their order; each is looked up once. */
export function readRecords<C extends Collection>(doc: Y.Doc, collection: C): readonly Ranked<Records[C]>[] {
  const found: Ranked<Records[C]>[] = [];
  eachRecord(doc, collection, (target, id) => {
    const record = readRecordFrom(target, doc, collection, id);
    if (record) found.push(rankedOf(record, target, collection, id));
  });
  return found.toSorted(compareOrder);
}

/**
 * What a record is sorted by: its rank in ordered collections; elsewhere where Yjs first saw it, which is the same on
 * every copy and keeps the order of a file that was written in one go (D11).
 */
export interface OrderKey {
  readonly id: string;
  readonly rank: string;
  readonly client: number;
  readonly clock: number;
}

/** After every rank there is: records without one come last. */
const noRank = '~';

/** One record in its order, or undefined when it is gone. */
export function readRanked<C extends Collection>(
  doc: Y.Doc,
  collection: C,
  id: string,
): Ranked<Records[C]> | undefined {
  const target = recordOf(doc, collection, id);
  const record = target && readRecordFrom(target, doc, collection, id);
  return target && record ? rankedOf(record, target, collection, id) : undefined;
}

export function orderKeyOf(doc: Y.Doc, collection: Collection, id: string): OrderKey | undefined {
  const record = recordOf(doc, collection, id);
  return record && keyOf(record, collection, id);
}

function rankedOf<R>(record: R, target: RecordMap, collection: Collection, id: string): Ranked<R> {
  // Thousands are kept: written out they lie in one piece each.
  const { rank, client, clock } = keyOf(target, collection, id);
  return { id, rank, client, clock, record };
}

function keyOf(record: RecordMap, collection: Collection, id: string): OrderKey {
  if (!isOrdered(collection)) {
    const { client, clock } = holderOf(record)?.id ?? { client: 0, clock: 0 };
    return { id, rank: '', client, clock };
  }
  const rank = record.get(rankKey);
  return { id, rank: typeof rank === 'string' ? rank : noRank, client: 0, clock: 0 };
}

/** Keys of one collection: either all have ranks, or all have none and differ in when they were first seen. */
export function compareOrder(a: OrderKey, b: OrderKey): number {
  return a.client - b.client || a.clock - b.clock || compareRanked(a, b);
}

function readCollection<C extends Collection>(doc: Y.Doc, collection: C): readonly Records[C][] {
  return readRecords(doc, collection).map(({ record }) => record);
}
