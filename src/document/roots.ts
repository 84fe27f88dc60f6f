/**
 * Where things lie in a map's Y.Doc (SCHEMA.md D1 to D4): the names of the root types, who made a transaction,
 * and the few ways to reach a record. Nothing here creates content; asking for a root only defines its type.
 */
import * as Y from 'yjs';
import type { Collection } from '../model/journeyMap.ts';
import { eachValue } from './structs.ts';

/** The schema this program writes. A document with a larger number was written by a newer program (D3). */
export const schemaVersion = 1;

/** Origin of this person's own edits: the only ones that undo knows. */
export const LOCAL = Symbol('local');

/** Collections of the map's document, in the order of the file. */
export const mapCollections = [
  'tiers',
  'personas',
  'stages',
  'lanes',
  'channels',
  'touchpoints',
  'moments',
  'links',
  'insights',
  'opportunities',
  'actions',
  'evidence',
  'readings',
  'snapshots',
  'dismissals',
  'elements',
  'views',
] as const satisfies readonly Collection[];
export type MapCollection = (typeof mapCollections)[number];

/** Collections of the discussion document, which only the server writes. */
export const discussionCollections = ['comments', 'votes'] as const satisfies readonly Collection[];

/** Collections whose order a person chooses; their records carry a `rank`. */
const orderedCollections = [
  'tiers',
  'personas',
  'stages',
  'lanes',
  'channels',
  'elements',
] as const satisfies readonly Collection[];
export type OrderedCollection = (typeof orderedCollections)[number];

export function isOrdered(collection: Collection): collection is OrderedCollection {
  return (orderedCollections as readonly Collection[]).includes(collection);
}

/** The root of each of the two single objects, and of the file's unknown top-level keys. */
export type SingleRoot = 'map' | 'brand' | 'extra';

export type RecordMap = Y.Map<unknown>;

/** The root of a collection: records by id. Values are unknown because anybody may have written them. */
export function collectionRoot(doc: Y.Doc, collection: Collection): Y.Map<unknown> {
  return doc.getMap(collection);
}

export function singleRoot(doc: Y.Doc, root: SingleRoot): RecordMap {
  return doc.getMap(root);
}

/** A record's Y.Map, or undefined when it is gone (or something else lies there). */
export function recordOf(doc: Y.Doc, collection: Collection, id: string): RecordMap | undefined {
  const value = collectionRoot(doc, collection).get(id);
  return value instanceof Y.Map ? (value as RecordMap) : undefined;
}

/** Every record's Y.Map, by id, in no order that means anything. */
export function eachRecord(
  doc: Y.Doc,
  collection: Collection,
  see: (record: RecordMap, id: string) => void,
): void {
  eachValue(collectionRoot(doc, collection), (value, id) => {
    if (value instanceof Y.Map) see(value as RecordMap, id);
  });
}

/** The schema number the document says it has; 0 for an empty document. */
export function schemaOf(doc: Y.Doc): number {
  const value = doc.getMap('meta').get('schema');
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

export function stampSchema(doc: Y.Doc): void {
  if (schemaOf(doc) < schemaVersion) doc.getMap('meta').set('schema', schemaVersion);
}

/** Whether a newer program than this one wrote in the document: reading goes on, writing would be unsafe (D3, R56). */
export function isNewer(doc: Y.Doc): boolean {
  return schemaOf(doc) > schemaVersion;
}
